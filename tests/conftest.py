"""Fixtures that all tests may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Annotated articles and event data beside the checkout; not part of the project."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        reason = "the evaluation data (../shared) are not here"
        if os.environ.get("INFLUENCE_GRAPH_REQUIRE_ALL"):
            pytest.fail(reason)
        pytest.skip(reason)
    return folder
