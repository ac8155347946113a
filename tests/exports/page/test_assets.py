"""The script joined from modules, and the words of both languages."""

from __future__ import annotations

import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from influence_graph.exports.page import script, style, words

MODULES = sorted(
    path.name
    for path in (files("influence_graph.exports.page") / "js").iterdir()
    if path.name.endswith(".js")
)


def source(name: str) -> str:
    return (files("influence_graph.exports.page") / "js" / name).read_text(encoding="utf-8")


def node() -> str:
    """Return a node: the one that playwright brings, or that of the machine."""
    try:
        import playwright

        brought = Path(str(playwright.__file__)).parent / "driver" / "node"
        if brought.exists():
            return str(brought)
    except ImportError:
        pass
    found = shutil.which("node")
    if found is None:
        pytest.skip("no node here")
    return found


def test_every_module_is_in_the_script() -> None:
    for name in MODULES:
        assert f"// {name}\n" in script()


def test_names_at_the_top_of_modules_are_unique() -> None:
    pattern = re.compile(
        r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)", re.MULTILINE
    )
    names = [found for name in MODULES for found in pattern.findall(source(name))]
    assert sorted(names) == sorted(set(names))


def test_no_import_or_export_is_left_in_the_script() -> None:
    assert not re.search(r"^\s*(?:import|export)\b", script(), re.MULTILINE)


@pytest.mark.parametrize("name", MODULES)
def test_no_module_makes_markup_or_code_of_text(name: str) -> None:
    forbidden = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|"
        r"\beval\(|new Function|fetch\(|XMLHttpRequest|WebSocket"
    )
    assert not re.search(forbidden, source(name))


def test_script_and_style_cannot_end_their_element() -> None:
    assert "</script" not in script().lower()
    assert "<!--" not in script()
    assert "</style" not in style().lower()


def test_both_languages_say_the_same_things() -> None:
    english, french = words()["en"], words()["fr"]
    assert english.keys() == french.keys()
    for name, text in english.items():
        if isinstance(text, str):
            holes = re.findall(r"\{\w+\}", text)
            assert sorted(holes) == sorted(re.findall(r"\{\w+\}", french[name]))
        elif isinstance(text, dict):
            assert text.keys() == french[name].keys()


def test_each_text_that_the_script_asks_for_exists() -> None:
    asked = set(re.findall(r'\bsay\("(\w+)"', script()))
    assert asked <= words()["en"].keys()


def test_the_joined_script_is_sound(tmp_path: Path) -> None:
    file = tmp_path / "page.cjs"
    file.write_text(script(), encoding="utf-8")
    done = subprocess.run(
        [node(), "--check", str(file)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_logic_that_needs_no_browser(tmp_path: Path) -> None:
    """Run the rules in js/*.test.js with the test runner of node."""
    folder = tmp_path / "page"
    folder.mkdir()
    (folder / "package.json").write_text('{"type": "module"}')
    for name in MODULES:
        (folder / name).write_text(source(name), encoding="utf-8")
    tests = sorted((Path(__file__).parent / "js").glob("*.test.js"))
    for path in tests:
        (folder / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    done = subprocess.run(
        [node(), "--test", *(path.name for path in tests)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
