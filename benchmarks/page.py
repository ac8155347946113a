"""The page in Chromium: size, time to use, filter and window steps, panning.

Against pyvis's default output of the same graph.
"""

from __future__ import annotations

import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.exports.page.sample import large, page_of

__all__ = ["run"]

_ROUNDS = 5
_PATIENCE = 60.0
_FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"]
_DRAWN = """() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(done));
})"""
_SETTLED = """() => {
  const bar = document.getElementById('loadingBar');
  return !bar || bar.style.display === 'none';
}"""
_STEP = """() => {
  const box = document.querySelector('.check input');
  const start = performance.now();
  box.click();
  const filter = performance.now() - start;
  const handle = document.querySelector('#handle-from');
  handle.value = Number(handle.value) + 6;
  const again = performance.now();
  handle.dispatchEvent(new Event('input'));
  return [filter, performance.now() - again];
}"""
# Each frame asks for one more move, so that no frame is free: what a fast hand would see.
_PAN = """() => new Promise((done) => {
  const canvas = document.querySelector('#map canvas, #mynetwork canvas');
  const box = canvas.getBoundingClientRect();
  const tell = (type, dx, dy) => canvas.dispatchEvent(new PointerEvent(type, {
    bubbles: true, cancelable: true, pointerId: 1, pointerType: 'mouse', isPrimary: true,
    button: type === 'pointermove' ? -1 : 0, buttons: type === 'pointerup' ? 0 : 1,
    clientX: box.left + 8 + dx, clientY: box.bottom - 8 - dy,
  }));
  const times = [];
  tell('pointerdown', 0, 0);
  const move = (now) => {
    times.push(now);
    if (times.length <= 90) {
      tell('pointermove', 3 * times.length, times.length);
      requestAnimationFrame(move);
    } else {
      tell('pointerup', 270, 90);
      done(1000 * (times.length - 1) / (now - times[0]));
    }
  };
  requestAnimationFrame(move);
})"""


def run() -> Iterator[str]:
    """Yield one line per figure; medians of five."""
    names = (os.environ.get("INFLUENCE_GRAPH_BROWSER", ""), "chromium", "google-chrome")
    path = next((found for name in names if name and (found := shutil.which(name))), None)
    if path is None:
        yield "page: no Chromium here"
        return
    from playwright.sync_api import sync_playwright

    graph = large()
    start = time.process_time()
    content = page_of(graph)
    spent = time.process_time() - start
    yield f"300 actors, 1,500 links, 2,700 claims: measured and written in {spent:.1f} CPU s"
    yield f"page: {len(content) / 1e6:.2f} MB"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        ours, theirs = Path(folder) / "ours.html", Path(folder) / "pyvis.html"
        ours.write_bytes(content)
        theirs.write_text(_pyvis(graph), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        opened: dict[str, list[float]] = {"top=40": [], "top=300": []}
        steps: dict[str, list[list[float]]] = {"top=40": [], "top=300": []}
        pans: dict[str, list[float]] = {"top=40": [], "top=300": []}
        for _ in range(_ROUNDS):
            for fragment in opened:
                page, session = _open(browser, f"{ours.as_uri()}#{fragment}")
                page.wait_for_selector("html[data-ready]")
                page.evaluate(_DRAWN)
                opened[fragment].append(_cpu(session))
                pans[fragment].append(page.evaluate(_PAN))
                steps[fragment].append(page.evaluate(_STEP))
                page.close()
        page, session = _open(browser, theirs.as_uri())
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            page.wait_for_timeout(1000)
            if page.evaluate(_SETTLED):
                break
        default = _cpu(session)
        default_pan = statistics.median(page.evaluate(_PAN) for _ in range(_ROUNDS))
        browser.close()
    for fragment, seconds in opened.items():
        ours_median = statistics.median(seconds)
        filters, windows = (
            statistics.median(times) for times in zip(*steps[fragment], strict=True)
        )
        yield (
            f"{fragment}: interactive after {ours_median:.2f} renderer CPU s; "
            f"filter step {filters:.0f} ms, window step {windows:.0f} ms; "
            f"pyvis's default {default:.1f} CPU s = {default / ours_median:.0f} times as much"
        )
        yield (
            f"{fragment}: panning at {statistics.median(pans[fragment]):.0f} frames a second; "
            f"pyvis's default {default_pan:.0f}"
        )


def _open(browser: Any, address: str) -> tuple[Any, Any]:
    page = browser.new_page(viewport={"width": 1500, "height": 900})
    page.route("http*://**", lambda route: route.abort())
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    page.goto(address)
    return page, session


def _cpu(session: Any) -> float:
    """Return the processor seconds that the page's own process has used, all threads."""
    found = session.send("Performance.getMetrics")["metrics"]
    return float(next(m["value"] for m in found if m["name"] == "ProcessTime"))


def _pyvis(graph: Any) -> str:
    """Return the same links as pyvis draws them of itself."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    for node in graph:
        network.add_node(node, label=graph.nodes[node]["label"])
    for source, target in sorted({(u, v) for u, v in graph.edges()}):
        network.add_edge(source, target)
    return str(network.generate_html())
