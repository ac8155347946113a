"""Take pictures of a page in Chromium: ``python tools/screenshots.py demo/graph.html pictures``."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE, MIDDLE, NARROW = (1500, 900), (1000, 700), (390, 844)

_STRONGEST = "document.querySelectorAll('#panel h3 + ul')[1]?.querySelector('button')?.click()"
_FIRST_ACTOR = "document.querySelector('#panel h3 + ul button')?.click()"

SHOTS: tuple[tuple[str, tuple[int, int], str, str], ...] = (
    ("map", WIDE, "lang=en", ""),
    ("map-dark", WIDE, "lang=en&theme=dark", ""),
    ("link", WIDE, "lang=en", _STRONGEST),
    ("actor", WIDE, "lang=en", _FIRST_ACTOR),
    ("matrix", WIDE, "lang=en&tab=matrix", ""),
    ("years", WIDE, "lang=en&tab=years", ""),
    ("claims", WIDE, "lang=en&tab=claims", ""),
    ("balance", WIDE, "lang=en&tab=balance", ""),
    ("french", WIDE, "lang=fr", _FIRST_ACTOR),
    ("folded", WIDE, "lang=en&folded=0,1", ""),
    ("middle", MIDDLE, "lang=en", ""),
    ("narrow", NARROW, "lang=en", ""),
)


def browser_path() -> str | None:
    """Return the path of a Chromium: ``INFLUENCE_GRAPH_BROWSER``, or the first one found."""
    for name in (os.environ.get("INFLUENCE_GRAPH_BROWSER", ""), *BROWSERS):
        if name and (found := shutil.which(name)):
            return found
    return None


def take(page_file: Path, folder: Path, only: list[str]) -> None:
    """Write one PNG per view, and the printed page as PDF, into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=FLAGS)
        for name, (width, height), chosen, action in SHOTS:
            if only and name not in only:
                continue
            page = _open(
                browser.new_page(viewport={"width": width, "height": height}), page_file, chosen
            )
            if action:
                page.evaluate(action)
                page.wait_for_timeout(300)
            page.screenshot(path=folder / f"{name}.png", full_page=name == "narrow")
            page.close()
        if not only or "print" in only:
            page = _open(browser.new_page(), page_file, "lang=en")
            page.pdf(path=folder / "print.pdf", prefer_css_page_size=True, print_background=True)
        browser.close()


def _open(page: Page, page_file: Path, chosen: str) -> Page:
    page.on("console", lambda message: print(message.type, message.text, file=sys.stderr))
    page.on("pageerror", lambda error: print(error, file=sys.stderr))
    page.goto(f"{page_file.resolve().as_uri()}#{chosen}")
    page.wait_for_selector("html[data-ready]", timeout=20000)
    page.wait_for_timeout(400)
    return page


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
