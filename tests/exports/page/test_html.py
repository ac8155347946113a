"""The file: one, safe, the same each time."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys

from influence_graph.exports.html import vis_edge, vis_node

from .sample import HOSTILE, hostile, page_of, sample


def test_the_same_graph_gives_the_same_bytes() -> None:
    assert page_of(sample()) == page_of(sample())


def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    code = (
        "import hashlib\n"
        "from tests.exports.page.sample import page_of, sample\n"
        "print(hashlib.sha256(page_of(sample())).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_the_policy_names_the_digest_of_each_script_and_nothing_else() -> None:
    page = page_of(hostile(), title=HOSTILE).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    assert len(scripts) == 2
    digests = [
        f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
        for text in scripts
    ]
    allowed = re.search(r"script-src ([^;]*)", policy.group(1).replace("&#39;", "'"))
    assert allowed is not None
    assert allowed.group(1).split() == [f"'{digest}'" for digest in digests]
    assert "default-src &#39;none&#39;" in policy.group(1)


def test_hostile_texts_leave_no_markup_in_the_file() -> None:
    page = page_of(hostile(), title=HOSTILE).decode()
    assert page.count("</script>") == 7
    page = re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    assert page.count("<script") == 5
    assert "<img" not in page


def test_nothing_is_loaded_from_elsewhere() -> None:
    page = page_of(sample()).decode()
    head = re.sub(r"<script.*?</script>|<style>.*?</style>", "", page, flags=re.DOTALL)
    assert not re.search(r"<(?:link|img|iframe|script)\b|\bsrc=|@import|url\(", head)


def test_an_actor_as_a_node_and_a_link_as_an_edge() -> None:
    actor = {"id": "MLI", "en": "Mali", "shape": "group", "i": 0.25, "at": [1.0, 2.0]}
    assert vis_node(3, actor) == {
        "n_id": 3, "label": "Mali", "shape": "triangle", "size": 24.0, "x": 1.0, "y": 2.0,
    }  # fmt: skip
    assert vis_edge(5, {"s": 1, "t": 2}) == {"source": 1, "to": 2, "id": 5, "arrows": "to"}


def test_pyvis_is_imported_only_where_a_page_is_made() -> None:
    code = "import sys, influence_graph.exports.html; print('pyvis' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"
