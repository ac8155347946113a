"""Each kind of file gives its articles; each bad one gives one clear line, and the rest goes on."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from influence_graph.errors import InputError
from influence_graph.ingest import read_articles
from influence_graph.model import Article


def read(*inputs: object) -> tuple[list[Article], list[str]]:
    problems: list[str] = []
    articles = list(
        read_articles([str(i) for i in inputs], report=lambda error: problems.append(str(error)))
    )
    return articles, problems


def test_plain_text_is_kept_exactly_and_its_first_line_is_the_title(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Bamako s’éloigne\n\nLe Mali change de cap.\n", encoding="utf-8")
    (article,), problems = read(path)
    assert article.text == "Bamako s’éloigne\n\nLe Mali change de cap.\n"
    assert article.title == "Bamako s’éloigne"
    assert problems == []


def test_line_ends_of_windows_become_line_feeds(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"One.\r\nTwo.\r\n")
    assert read(path)[0][0].text == "One.\nTwo.\n"


def test_front_matter_gives_what_is_known_of_an_article(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "---\ntitle: A deal\ndate: 2024-03-01\nsource: The Paper\nauthor: [A, B]\nlang: en-GB\n"
        "url: https://example.org/a\n---\n\nFrance *signed* a [deal](https://x.y) with Chad.\n",
        encoding="utf-8",
    )
    (article,), problems = read(path)
    assert problems == []
    assert article.text == "France signed a deal with Chad.\n"
    assert (article.title, article.publisher, article.author) == ("A deal", "The Paper", "A, B")
    assert article.published is not None
    assert article.published.iso() == "2024-03-01"
    assert (article.language, article.url) == ("en", "https://example.org/a")


def test_first_heading_of_markdown_is_the_title(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# A deal\n\nFrance signed it.\n", encoding="utf-8")
    assert read(path)[0][0].title == "A deal"


def test_web_page_gives_the_article_without_menus(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    sentences = " ".join(f"Chad and France signed the agreement number {i}." for i in range(20))
    path.write_text(
        "<html lang='en'><head><title>A deal - The Paper</title>"
        "<meta property='article:published_time' content='2024-03-01'></head>"
        "<body><nav><a href='/'>Home</a><a href='/x'>Sport</a></nav>"
        f"<article><h1>A deal</h1><p>{sentences}</p></article>"
        "<script>alert(1)</script></body></html>",
        encoding="utf-8",
    )
    (article,), problems = read(path)
    assert problems == []
    assert "agreement number 7" in article.text
    assert "Sport" not in article.text
    assert "alert" not in article.text
    assert article.language == "en"
    assert article.published is not None


def test_json_lines_keep_their_id_and_name_the_line_of_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [
        json.dumps({"id": "x1", "text": "One.", "published": "2023-02", "lang": "fr"}),
        "{broken",
        json.dumps({"id": "x3"}),
        "[1]",
        "",
        json.dumps({"id": 4, "text": "Four."}),
    ]
    path.write_text("\n".join(rows), encoding="utf-8")
    articles, problems = read(path)
    assert [(a.key, a.text) for a in articles] == [("x1", "One."), ("4", "Four.")]
    assert [p.split(": ")[0].rsplit(":", 1)[1] for p in problems] == ["2", "3", "4"]


def test_feed_entries_are_articles_and_their_links_are_not_fetched(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(
        "<?xml version='1.0'?><rss version='2.0'><channel><title>The Paper</title>"
        "<item><title>A deal</title><link>http://127.0.0.1:9/x</link>"
        "<pubDate>Fri, 01 Mar 2024 10:00:00 GMT</pubDate>"
        "<description>&lt;p&gt;France signed.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;"
        "</description></item><item><title>Empty</title></item></channel></rss>",
        encoding="utf-8",
    )
    (article,), problems = read(path)
    assert article.text == "France signed.\n"
    assert (article.title, article.publisher) == ("A deal", "The Paper")
    assert article.published is not None
    assert article.published.iso() == "2024-03-01"
    assert len(problems) == 1


def test_feed_cannot_read_files_of_the_machine(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden words", encoding="utf-8")
    path = tmp_path / "feed.xml"
    path.write_text(
        f"<?xml version='1.0'?><!DOCTYPE r [<!ENTITY x SYSTEM '{secret.as_uri()}'>]>"
        "<rss version='2.0'><channel><item><title>T</title>"
        "<description>Text &x; end.</description></item></channel></rss>",
        encoding="utf-8",
    )
    articles, problems = read(path)
    assert "hidden" not in "".join(a.text for a in articles) + "".join(problems)


def test_pdf_gives_its_text(tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    path = tmp_path / "a.pdf"
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    with path.open("wb") as stream:
        writer.write(stream)
    articles, problems = read(path)
    assert articles == []
    assert problems == [f"{path}: the PDF holds no text (a scan?)"]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("spaces.txt", b" \n \n", "empty"),
        ("binary.txt", b"\x7fELF\0\0\0\1", "binary, not text"),
        ("latin.txt", "déjà vu".encode("latin-1"), "not UTF-8: byte 0xe9 at offset 1"),
        ("broken.pdf", b"%PDF-1.4 nothing", "the PDF cannot be read"),
        ("empty.html", b"<html></html>", "no article text found in the page"),
        ("bad.md", b"---\na: [\n---\ntext", "the front matter is no YAML"),
        ("front.md", b"---\na: b\n---\n", "empty below the front matter"),
        ("none.jsonl", b"\n", "empty"),
        ("feed.xml", b"<rss></rss>", "no entries in the feed"),
        ("odd.xyz", b"\0\0", "binary, not text"),
    ],
)
def test_bad_file_is_one_line_that_names_it(
    tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    bad, good = tmp_path / name, tmp_path / "zz-good.txt"
    bad.write_bytes(data)
    good.write_text("France signed a deal.", encoding="utf-8")
    articles, problems = read(bad, good)
    assert [a.origin for a in articles] == [str(good)]
    assert len(problems) == 1
    assert problems[0].startswith(f"{bad}: ")
    assert says in problems[0]
    assert "\n" not in problems[0]


def test_file_of_fifty_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    articles, problems = read(path)
    assert articles == []
    assert "too large for one article (50 MB, at most 20 MB)" in problems[0]


def test_folder_is_read_in_the_order_of_names_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a/one.txt", ".hidden.txt", "page_files/x.css", "odd.xyz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Text of {name}.", encoding="utf-8")
    articles, problems = read(tmp_path)
    assert [Path(a.origin).name for a in articles] == ["one.txt", "two.txt"]
    assert len(problems) == 1
    assert "unknown kind of file '.xyz'" in problems[0]


def test_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Text.", encoding="utf-8")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    assert len(read(tmp_path / "in")[0]) == 1


def test_missing_file_and_empty_folder_are_named(tmp_path: Path) -> None:
    _, problems = read(tmp_path / "no.txt", tmp_path)
    assert problems == [
        f"{tmp_path / 'no.txt'}: no such file",
        f"{tmp_path}: no article in this folder",
    ]


def test_without_a_reporter_the_first_error_is_raised(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        list(read_articles([tmp_path / "no.txt"]))


def test_standard_input_tells_its_kind_by_its_first_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(b'{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n')

    monkeypatch.setattr("sys.stdin", Stdin)
    assert [a.key for a in read("-")[0]] == ["a", "b"]
