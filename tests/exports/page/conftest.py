"""A real browser, with an ear for everything that it should not say or ask for."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from .sample import page_of, sample

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
NAMES = ("chromium", "chromium-browser", "google-chrome")

Open: TypeAlias = Callable[..., Any]


def _missing(reason: str) -> None:
    if os.environ.get("INFLUENCE_GRAPH_REQUIRE_ALL"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium; the tests are skipped where there is none."""
    names = (os.environ.get("INFLUENCE_GRAPH_BROWSER", ""), *NAMES)
    path = next((found for name in names if name and (found := shutil.which(name))), None)
    if path is None:
        _missing("no Chromium here: apt-get install chromium, or set INFLUENCE_GRAPH_BROWSER")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing("playwright is not installed: pip install playwright")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Open a page from a file; at the end nothing was asked of the network, nothing complained."""
    contexts: list[Any] = []
    heard: list[str] = []

    def start(
        content: bytes,
        fragment: str = "lang=en",
        size: tuple[int, int] = (1500, 900),
        **options: Any,
    ) -> Any:
        file = tmp_path / "graph.html"
        file.write_bytes(content)
        width, height = size
        context = browser.new_context(
            viewport={"width": width, "height": height}, accept_downloads=True, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(8000)

        def ask(request: Any) -> None:
            if not request.url.startswith((file.as_uri(), "blob:", "data:")):
                heard.append(f"request: {request.url}")

        def say(message: Any) -> None:
            if message.type in ("error", "warning"):
                heard.append(f"{message.type}: {message.text}")

        def refuse(dialog: Any) -> None:
            heard.append(f"dialog: {dialog.message}")
            dialog.dismiss()

        page.on("request", ask)
        page.on("console", say)
        page.on("pageerror", lambda error: heard.append(f"exception: {error}"))
        page.on("dialog", refuse)
        page.goto(f"{file.as_uri()}#{fragment}")
        page.wait_for_selector("html[data-ready]")
        return page

    yield start
    for context in contexts:
        context.close()
    assert heard == []


@pytest.fixture(scope="session")
def sample_page() -> bytes:
    """The page of the small graph."""
    return page_of(sample(), title="Who moved toward whom")
