"""Markdown from text that nobody vouches for."""

from __future__ import annotations

import pytest

from influence_graph.exports.markdown import escape, link, shortened


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, text.", "plain, text."),
        ("[a](b)", r"\[a\](b)"),
        ("<img src=x>", "&lt;img src=x&gt;"),
        ("*a* _b_ `c` ~~d~~", r"\*a\* \_b\_ \`c\` \~\~d\~\~"),
        ("a | b", r"a \| b"),
        ("a\n\n# b", r"a \# b"),
        ("https://a.b", r"https\://a.b"),
        ("www.a.b x@y.z", r"www\.a.b x\@y.z"),
        ("a\u202eb\u0000c\u200b", "abc"),
        ("&lt;", "&amp;lt;"),
    ],
)
def test_text_shows_as_it_is(text: str, shown: str) -> None:
    assert escape(text) == shown


@pytest.mark.parametrize(
    "url", [None, "", "javascript:alert(1)", "data:text/html,x", "//a.b", "http://", "http://[x"]
)
def test_only_web_addresses_are_linked(url: str | None) -> None:
    assert link("a", url) == "a"


def test_an_address_cannot_leave_its_brackets() -> None:
    assert link("a", "https://b.org/>)<x y\n") == "[a](<https://b.org/%3E)%3Cx%20y%0A>)"


def test_long_text_is_cut_at_a_word() -> None:
    assert shortened("one two three four", 12) == "one two …"
    assert shortened("x" * 20, 5) == "xxxx …"
