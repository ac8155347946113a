"""What a reader does with the page, in a real browser."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from axe_playwright_python.sync_playwright import Axe

from influence_graph.exports.html import framed

from .sample import HOSTILE, hostile, large, page_of, sample, shifting

pytestmark = pytest.mark.browser


def expect(locator: Any) -> Any:
    """Return playwright's assertions, which wait."""
    from playwright.sync_api import expect as waiting

    return waiting(locator)


Open: TypeAlias = Callable[..., Any]


def counts(page: Any) -> str:
    return str(page.inner_text("#counts"))


def heading(page: Any) -> str:
    return str(page.inner_text("#panel h2"))


def labels_overlap(page: Any) -> list[tuple[int, int]]:
    found = page.evaluate("influenceGraph.onScreen().labels")
    pairs = []
    for i, one in enumerate(found):
        for other in found[i + 1 :]:
            a, b = one["box"], other["box"]
            if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]:
                pairs.append((one["id"], other["id"]))
    return pairs


def test_the_page_opens_with_its_counts(open_page: Open, sample_page: bytes) -> None:
    page = open_page(sample_page)
    assert page.inner_text("#title") == "Who moved toward whom"
    assert counts(page) == "7 actors · 11 links · 15 of 15 claims"
    assert heading(page) == "Overview"
    assert page.locator("#map canvas").count() == 1


def test_a_notebook_shows_the_page_in_a_frame(
    browser: Any, tmp_path: Path, sample_page: bytes
) -> None:
    notebook = tmp_path / "notebook.html"
    notebook.write_text(
        "<!doctype html><title>notebook</title><p id=own>own</p>" + framed(sample_page)
    )
    page = browser.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: heard.append(request.url))
    page.goto(notebook.as_uri())
    frame = page.frame_locator("iframe")
    expect(frame.locator("html[data-ready]")).to_have_count(1)
    expect(frame.locator("#counts")).to_contain_text("7")
    frame.locator("#tabs button").nth(1).click()
    expect(frame.locator("#view-matrix")).to_be_visible()
    page.close()
    assert heard == [notebook.as_uri()]


def test_click_on_an_edge_shows_the_quotes(open_page: Open, sample_page: bytes) -> None:
    page = open_page(sample_page)
    links = page.evaluate("influenceGraph.onScreen().links")
    where = next(link for link in links if (link["s"], link["t"]) == ("RUS", "MLI"))
    page.mouse.click(
        where["x"] + page.locator("#map").bounding_box()["x"],
        where["y"] + page.locator("#map").bounding_box()["y"],
    )
    assert heading(page) == "Russia → Mali"
    quotes = page.locator("#panel blockquote").all_inner_texts()
    assert quotes == ["“Moscow delivered four helicopters.”", "“Wheat arrived in March.”"]


def test_a_link_explains_its_score(open_page: Open, sample_page: bytes) -> None:
    page = open_page(sample_page, "lang=en&sel=DZA,MLI")
    # supports 0.4 x 0.8 = 0.32, accuses 0.5 x 0.8 = 0.40; the minority has 44 % of the sum
    assert page.locator("#panel .chip").all_inner_texts()[:2] == ["± contested", "net −0.08"]
    assert "+0.32 supportive, −0.40 adverse" in page.inner_text("#panel .box")
    assert page.inner_text("#reverse") == "⇄ Mali → Algeria (1)"
    page.click("#reverse")
    assert heading(page) == "Mali → Algeria"


def test_alignment_over_time_is_drawn_with_its_intervals(open_page: Open) -> None:
    near = {("MLI", "RUS"): [("2022", -0.4, -1.2, 0.3), ("2023", 0.6, None, None)]}
    page = open_page(page_of(sample(), alignments=near), "lang=en&sel=RUS,MLI")
    chart = page.get_by_role("img", name="Alignment at the end of each year: 2022 −0.40")
    assert chart.locator("circle").count() == 2
    assert chart.locator("text").all_text_contents()[:3] == ["+2", "0", "−2"]
    assert page.locator("#panel").get_by_text("compared with the other pairs").count() == 1


def test_a_card_says_when_who_and_why(open_page: Open, sample_page: bytes) -> None:
    page = open_page(sample_page, "lang=en&sel=MLI,FRA")
    card = page.locator("#panel .card").nth(1)
    text = card.inner_text()
    for part in ("2022-08-15", "accuses", "Paris Quotidien", "the foreign minister",
                 "the airspace was violated", "asserted", "80%"):  # fmt: skip
        assert part in text
    link = card.locator("a")
    assert link.get_attribute("href") == "https://example.org/1"
    assert link.get_attribute("rel") == "noopener noreferrer"
    card.locator("button", has_text="Cite").click()
    assert "A letter accused France" in card.locator("textarea").input_value()


def test_click_on_an_actor_shows_its_links(open_page: Open, sample_page: bytes) -> None:
    page = open_page(sample_page)
    nodes = page.evaluate("influenceGraph.onScreen().nodes")
    box = page.locator("#map").bounding_box()
    page.mouse.click(box["x"] + nodes[0]["x"], box["y"] + nodes[0]["y"])
    assert heading(page) == "Mali"
    titles = page.locator("#panel h3").all_inner_texts()
    assert "Adverse links (5)" in titles
    assert "Contested links (1)" in titles


def test_filters_count_and_hide(open_page: Open, sample_page: bytes) -> None:
    page = open_page(sample_page)
    words = page.locator(".check", has_text="words")
    assert words.locator(".n").inner_text() == "6"
    words.locator("input").uncheck()
    assert counts(page) == "6 actors · 7 links · 9 of 15 claims"
    page.locator("#show-contested").check()
    assert page.evaluate("influenceGraph.view().links") == 0
    page.click("#reset")
    assert counts(page) == "7 actors · 11 links · 15 of 15 claims"


def test_the_window_keeps_the_claims_of_its_months(open_page: Open, sample_page: bytes) -> None:
    page = open_page(sample_page, "lang=en&from=2022-01&to=2022-12")
    # the claim without a date is out; 2022 has five, one of them denied
    assert page.evaluate("influenceGraph.view().claims") == 4
    assert "12 months of 44" in page.inner_text(".when")
    assert "1 claim without date left out" in page.inner_text(".when")
    page.focus("#handle-to")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("influenceGraph.view().claims") == 5


def test_a_selection_outside_the_window_says_so(open_page: Open, sample_page: bytes) -> None:
    page = open_page(sample_page, "lang=en&from=2022-01&to=2022-12&sel=NSAG%3AJNIM,MLI")
    assert "1 claim outside the chosen period" in page.inner_text("#panel")
    page.click("text=Show the whole period")
    assert page.locator("#panel blockquote").all_inner_texts() == ["“Gunmen attacked the airport.”"]


def test_play_moves_the_window_and_comes_back(open_page: Open, sample_page: bytes) -> None:
    page = open_page(sample_page)
    page.click("#play")
    assert "12 months of 44" in page.inner_text(".when")
    before = page.inner_text(".when strong")
    expect(page.locator(".when strong")).not_to_have_text(before)
    page.keyboard.press("Escape")
    held = page.inner_text(".when strong")
    page.wait_for_timeout(900)
    assert page.inner_text(".when strong") == held


def distance(page: Any) -> float:
    """How far the only two actors stand from each other, in the units of the map."""
    one, other = page.evaluate("influenceGraph.onScreen().nodes")
    scale = page.evaluate("influenceGraph.onScreen().scale")
    return math.dist((one["x"], one["y"]), (other["x"], other["y"])) / float(scale)


def test_friends_come_nearer_while_the_window_plays_and_go_home_after(open_page: Open) -> None:
    # friends until 2022, then not
    page = open_page(page_of(shifting()))
    home = distance(page)
    page.click("#play")
    assert distance(page) < 0.9 * home
    page.keyboard.press("Escape")
    held = distance(page)
    page.keyboard.press("n")
    assert distance(page) == pytest.approx(held)
    page.click("#panel >> text=Show the whole period")
    assert distance(page) == pytest.approx(home)


def test_play_begins_with_everybody_in_the_picture(open_page: Open, sample_page: bytes) -> None:
    page = open_page(sample_page, "lang=en&from=2025-01&to=2025-12")
    page.click("#play")
    page.wait_for_timeout(500)
    page.keyboard.press("Escape")
    page.click("#reset")
    box = page.locator("#map").bounding_box()
    for node in page.evaluate("influenceGraph.onScreen().nodes"):
        assert 0 <= node["x"] <= box["width"]
        assert 0 <= node["y"] <= box["height"]


def test_nobody_moves_where_the_reader_wants_no_motion(open_page: Open) -> None:
    page = open_page(page_of(shifting()), reduced_motion="reduce")
    home = distance(page)
    page.click("#play")
    assert distance(page) == pytest.approx(home)


def test_search_finds_actors_in_both_languages_and_quotes(
    open_page: Open, sample_page: bytes
) -> None:
    page = open_page(sample_page)
    page.fill("#search", "algerie")
    assert page.locator("#results button").all_inner_texts() == ["Algeria"]
    page.keyboard.press("Enter")
    assert heading(page) == "Algeria"
    page.fill("#search", "helicopters")
    page.click("#results button")
    assert heading(page) == "Russia → Mali"
    assert page.locator(".card.marked blockquote").inner_text() == (
        "“Moscow delivered four helicopters.”"
    )


def test_every_view_opens(open_page: Open, sample_page: bytes) -> None:
    page = open_page(sample_page)
    page.click("#tab-matrix")
    assert page.locator(".matrix tbody tr").count() == 7
    page.click('.matrix button[aria-label^="Mali → France"]')
    assert heading(page) == "Mali → France"
    page.click("#tab-years")
    assert page.locator(".year strong").all_inner_texts() == [
        "2021", "2022", "2023", "2024", "2025",
    ]  # fmt: skip
    page.click("#tab-claims")
    assert page.locator(".claims tbody tr").count() == 15
    page.click(".claims th button >> text=Adds")
    first = page.locator(".claims tbody tr").first.locator("td.number").inner_text()
    assert first == "−0.72"
    page.click("#tab-balance")
    assert page.locator(".triad").count() > 0
    page.locator(".triad button").first.click()
    assert "→" in heading(page)


def test_open_a_year_on_the_map(open_page: Open, sample_page: bytes) -> None:
    page = open_page(sample_page, "lang=en&tab=years")
    page.click('[aria-label="Open 2024"]')
    assert page.get_attribute("#tab-map", "aria-selected") == "true"
    assert page.inner_text(".when strong") == "Jan 2024 – Dec 2024"


def test_the_keyboard_alone(open_page: Open, sample_page: bytes) -> None:
    page = open_page(sample_page)
    press = page.keyboard.press
    press("n")
    first = heading(page)
    assert "→" in first
    press("n")
    assert heading(page) != first
    press("p")
    assert heading(page) == first
    press("Escape")
    assert heading(page) == "Overview"
    press("a")
    assert heading(page) == "Mali"
    assert page.inner_text("#live") == "Mali"
    press("4")
    assert page.is_visible(".claims")
    press("1")
    press("]")
    assert "12 months of 44" in page.inner_text(".when")
    press("]")
    assert page.inner_text(".when strong") == "Oct 2021 – Sep 2022"
    press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    press("Escape")
    press("?")
    assert page.is_visible("#help")


def focused(page: Any) -> str:
    return str(
        page.evaluate(
            "document.activeElement.getAttribute('aria-label')"
            " ?? document.activeElement.id ?? document.activeElement.tagName"
        )
    )


def test_the_keyboard_stays_where_it_was(open_page: Open, sample_page: bytes) -> None:
    page = open_page(sample_page, "lang=en&sel=RUS,MLI")
    page.focus("#panel .actions button")
    page.keyboard.press("Enter")
    assert heading(page) == "Russia"
    assert focused(page) == "Details"
    page.keyboard.press("2")
    page.focus('.matrix button[aria-label^="Mali → France"]')
    page.keyboard.press("Enter")
    assert heading(page) == "Mali → France"
    assert focused(page).startswith("Mali → France")
    page.keyboard.press("4")
    page.focus(".claims th button")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Date ▲"


def test_a_deep_link_restores_the_view(open_page: Open, sample_page: bytes) -> None:
    page = open_page(
        sample_page, "lang=fr&theme=dark&tab=matrix&sel=RUS,MLI&from=2022-01&no-modality=denied"
    )
    assert heading(page) == "Russie → Mali"
    assert page.get_attribute("html", "data-theme") == "dark"
    assert page.get_attribute("#tab-matrix", "aria-selected") == "true"
    page.keyboard.press("1")
    fragment = page.evaluate("location.hash")
    assert "tab=" not in fragment
    for part in ("sel=RUS,MLI", "from=2022-01", "no-modality=denied", "theme=dark", "lang=fr"):
        assert part in fragment


def test_a_senseless_fragment_changes_nothing(open_page: Open, sample_page: bytes) -> None:
    page = open_page(
        sample_page, "lang=en&tab=x&sel=%ZZ>Q&from=9999-99&to=a&top=-3&theme=<b>&__proto__=1"
    )
    assert heading(page) == "Overview"
    assert page.evaluate("influenceGraph.view().actors.length") >= 1


def test_dark_theme_by_the_system_and_by_hand(open_page: Open, sample_page: bytes) -> None:
    page = open_page(sample_page, color_scheme="dark")
    assert page.get_attribute("html", "data-theme") == "dark"
    page.click("#theme")
    assert page.get_attribute("html", "data-theme") == "light"


def test_the_language_is_that_of_the_browser_and_switchable(
    open_page: Open, sample_page: bytes
) -> None:
    page = open_page(sample_page, "", locale="fr-FR")
    assert page.get_attribute("html", "lang") == "fr"
    assert counts(page) == "7 acteurs · 11 liens · 15 sur 15 énoncés"
    page.click("#language")
    assert counts(page) == "7 actors · 11 links · 15 of 15 claims"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", ["tab=map", "tab=matrix", "tab=years", "tab=claims",
                                   "tab=balance", "sel=DZA,MLI", "sel=MLI"])  # fmt: skip
def test_no_serious_barrier_for_anybody(
    open_page: Open, sample_page: bytes, theme: str, state: str
) -> None:
    page = open_page(sample_page, f"lang=en&{state}", color_scheme=theme)
    found = Axe().run(page)
    assert [
        f"{rule['impact']}: {rule['id']} at {rule['nodes'][0]['target']}"
        for rule in found.response["violations"]
        if rule["impact"] in ("serious", "critical")
    ] == []
    assert found.response["passes"]


@pytest.mark.parametrize("size", [(1500, 900), (1000, 700), (390, 844)])
def test_labels_do_not_overlap_at_the_opening(
    open_page: Open, sample_page: bytes, size: tuple[int, int]
) -> None:
    page = open_page(sample_page, size=size)
    assert labels_overlap(page) == []
    shown = page.evaluate("influenceGraph.onScreen().labels.length")
    assert shown == 7


def test_a_narrow_screen_has_one_column(open_page: Open, sample_page: bytes) -> None:
    page = open_page(sample_page, size=(390, 844))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    top = page.locator("#map").bounding_box()["y"]
    assert top < page.locator("#panel").bounding_box()["y"]
    assert page.locator("#panel").bounding_box()["width"] > 350


def test_files_to_take_away(open_page: Open, sample_page: bytes, tmp_path: Path) -> None:
    page = open_page(sample_page)
    for name, start in (("png", b"\x89PNG"), ("svg", b"<svg"), ("csv", b"\xef\xbb\xbfdate")):
        with page.expect_download() as waiting:
            page.click(f"#save-{name}")
        file = tmp_path / f"saved.{name}"
        waiting.value.save_as(file)
        assert waiting.value.suggested_filename == f"who-moved-toward-whom.{name}"
        assert file.read_bytes().startswith(start)
    rows = list(csv.DictReader(io.StringIO((tmp_path / "saved.csv").read_text("utf-8-sig"))))
    assert len(rows) == 15
    assert rows[0]["quote"] == "Bamako accused Algiers of shielding terrorists."


def test_the_matrix_is_a_vector_picture_too(
    open_page: Open, sample_page: bytes, tmp_path: Path
) -> None:
    page = open_page(sample_page, "lang=en&tab=matrix")
    with page.expect_download() as waiting:
        page.click("#save-svg")
    file = tmp_path / "matrix.svg"
    waiting.value.save_as(file)
    glyphs = re.findall(r"<text[^>]*>([^<]*)</text>", file.read_text("utf-8"))
    assert glyphs.count("ECOWAS") == 2
    assert sorted(g for g in glyphs if g in ("+", "−", "±")) == sorted("++++±−−−−−−")


def test_the_printed_page_has_picture_legend_and_claims(
    open_page: Open, sample_page: bytes
) -> None:
    page = open_page(sample_page)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.is_visible("#print svg.picture")
    assert page.locator("#print .claims tbody tr").count() == 15
    assert not page.is_visible("#app")


def test_a_path_between_two_actors(open_page: Open, sample_page: bytes) -> None:
    page = open_page(sample_page)
    page.select_option("#path-from", label="France")
    page.select_option("#path-to", label="JNIM")
    page.click("#path-go")
    assert page.locator(".step").count() == 2
    assert heading(page) == "France … JNIM"
    assert page.inner_text("#path-way") == "France – Mali – JNIM"
    assert "path=FRA,NSAG%3AJNIM" in page.evaluate("location.hash")
    page.reload()
    expect(page.locator("#path-way")).to_have_text("France – Mali – JNIM")


def test_a_shift_is_marked_and_leads_to_its_claims(open_page: Open) -> None:
    page = open_page(page_of(shifting()))
    mark = page.locator(".marks button")
    assert mark.count() == 1
    assert mark.get_attribute("title") == "Shift between France and Mali, 2023-01-15"
    mark.click()
    assert "→" in heading(page)
    assert page.locator(".card.marked").inner_text().startswith("2023-01-15")


def test_articles_that_tell_the_same_event_are_named_on_its_card(open_page: Open) -> None:
    graph = sample()
    for key in ("c0", "c1"):
        graph.edges["MLI", "FRA", key]["event"] = "one"
    page = open_page(page_of(graph), "lang=en&sel=MLI,FRA")
    # 0.5 x 0.8, once
    assert "net −0.40" in page.locator("#panel .chip").all_inner_texts()
    texts = page.locator("#panel .card").all_inner_texts()
    assert "Also told by Paris Quotidien" in texts[0]
    assert "counted once" in texts[1]
    page.locator("#panel .card").nth(1).get_by_role("button", name="Sahel Wire").click()
    assert "Bamako accused Paris" in page.inner_text(".card.marked")


def test_a_claim_shows_every_passage_that_says_it(open_page: Open) -> None:
    graph = sample()
    data = graph.edges["RUS", "NER", "c5"]
    data |= {"quotes": json.dumps([data["quote"], "Russians came to Niger."]), "evidence": 2}
    page = open_page(page_of(graph), "lang=en&sel=RUS,NER")
    assert page.locator(".card blockquote").all_inner_texts() == [
        "“Instructors landed in Niamey.”", "“Russians came to Niger.”",
    ]  # fmt: skip


def test_no_card_shows_what_it_does_not_have(open_page: Open, sample_page: bytes) -> None:
    page = open_page(sample_page, "lang=en&sel=RUS,MLI")
    assert not re.search(r"null|undefined|\[object|NaN", page.inner_text("#panel"))


def test_a_relation_that_counts_against_its_name_says_why(open_page: Open) -> None:
    notes = {"aids": {"en": "Help helps.", "fr": "Aider aide."}}
    page = open_page(page_of(sample(), notes=notes), "lang=en&sel=RUS,MLI")
    assert page.locator("#panel .remark").all_inner_texts() == ["aids · Help helps."]
    page.click("#language")
    assert page.locator("#panel .remark").all_inner_texts() == ["aide · Aider aide."]
    page.evaluate("location.hash = 'lang=en&sel=MLI,FRA'")
    expect(page.locator("#panel h2")).to_have_text("Mali → France")
    assert page.locator("#panel .remark").count() == 0


def test_a_cause_that_is_a_claim_leads_to_it(open_page: Open) -> None:
    graph = sample()
    graph.edges["MLI", "FRA", "c1"]["because_claim"] = "c12"
    page = open_page(page_of(graph), "lang=en&sel=MLI,FRA")
    page.click("text=Because of France → Niger")
    assert heading(page) == "France → Niger"
    assert "Paris denied backing Niamey." in page.inner_text(".card.marked")


def test_acronyms_follow_the_language(open_page: Open) -> None:
    graph = sample()
    graph.nodes["IGO:ECOWAS"].update(short_en="ECOWAS", short_fr="CEDEAO")
    page = open_page(page_of(graph), "lang=fr&tab=matrix")
    assert page.locator(".matrix th", has_text="CEDEAO").count() == 2
    page.fill("#search", "ecowas")
    page.keyboard.press("Enter")
    assert heading(page).startswith("Communauté économique")
    page.click("#language")
    assert page.locator(".matrix th", has_text="ECOWAS").count() == 2


def test_bars_of_rough_dates_are_lighter_and_counted(open_page: Open) -> None:
    graph = sample()
    graph.edges["RUS", "NER", "c5"]["dated"] = "publication"
    page = open_page(page_of(graph))
    assert "1 claim only roughly dated (lighter)" in page.inner_text(".when")
    faint = page.locator(".track svg rect[opacity='0.45']")
    assert faint.count() == 1
    assert faint.get_attribute("fill") == "var(--plus)"


def test_blocs_fold_into_one_node_and_open_again(open_page: Open) -> None:
    page = open_page(page_of(large()))
    page.check("#show-folded")
    nodes = page.evaluate("influenceGraph.onScreen().nodes")
    assert nodes[0]["id"] == "b0"
    assert all(isinstance(node["id"], str) for node in nodes)
    box = page.locator("#map").bounding_box()
    links = page.evaluate("influenceGraph.onScreen().links")
    assert all(link["s"].startswith("b") for link in links)
    page.mouse.click(box["x"] + links[0]["x"], box["y"] + links[0]["y"])
    assert "→" in heading(page)
    assert page.locator("#panel li .row").count() > 1
    page.mouse.click(box["x"] + nodes[0]["x"], box["y"] + nodes[0]["y"])
    opened = page.evaluate("influenceGraph.onScreen().nodes")
    assert len(opened) > len(nodes)
    assert "b0" not in [node["id"] for node in opened]


def test_notes_go_out_and_come_back(open_page: Open, sample_page: bytes, tmp_path: Path) -> None:
    page = open_page(sample_page, "lang=en&sel=MLI")
    page.click("#panel .note summary")
    page.fill("#panel .note textarea", "watch <this>")
    with page.expect_download() as waiting:
        page.locator("#filters .actions button").first.click()
    file = tmp_path / "notes.json"
    waiting.value.save_as(file)
    assert json.loads(file.read_text())["notes"] == {"actor MLI": "watch <this>"}
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert heading(page) == "Overview"
    page.locator("#filters").get_by_role("button", name="Mali").click()
    assert heading(page) == "Mali"
    fresh = open_page(sample_page, "lang=en&sel=MLI")
    fresh.set_input_files("#notes-file", file)
    expect(fresh.locator("#panel .note textarea")).to_have_value("watch <this>")


def test_hostile_texts_execute_nothing_and_create_nothing(open_page: Open) -> None:
    page = open_page(page_of(hostile(), title=HOSTILE))
    for tab in ("matrix", "years", "claims", "balance", "map"):
        page.click(f"#tab-{tab}")
    for key in ("n", "n", "n", "a", "a"):
        page.keyboard.press(key)
    page.fill("#search", "window")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("window.pwned") is None
    assert page.locator("img, iframe, object, embed").count() == 0
    assert page.locator("script").count() == 7
    hrefs = page.evaluate("[...document.querySelectorAll('a')].map((a) => a.protocol)")
    assert set(hrefs) <= {"https:", "http:"}
    assert page.inner_text("#title").startswith("</script><script>window.pwned=1")
    rows = list(csv.reader(io.StringIO(page.evaluate("influenceGraph.csv()").lstrip("\ufeff"))))
    assert all(not cell.startswith(("=", "+", "@")) for row in rows for cell in row)


def test_very_long_texts_keep_the_page_in_its_frame(open_page: Open) -> None:
    page = open_page(page_of(hostile("x" * 10_000), title="y" * 10_000))
    page.keyboard.press("n")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1500
    assert page.locator("#map").bounding_box()["height"] > 300


def test_an_empty_graph_says_so(open_page: Open) -> None:
    import networkx as nx

    page = open_page(page_of(nx.MultiDiGraph()))
    assert "nothing to draw" in page.inner_text("#map-empty")
    for tab in ("matrix", "years", "claims", "balance"):
        page.click(f"#tab-{tab}")
    assert counts(page) == "0 actors · 0 links · 0 of 0 claims"


def test_a_large_graph_opens_on_its_top_and_says_what_it_left_out(open_page: Open) -> None:
    page = open_page(page_of(large()))
    assert counts(page).startswith("40 actors · ")
    assert page.evaluate("influenceGraph.view().links") <= 150
    assert "Not on this map" in page.inner_text("#left-out")
    assert labels_overlap(page) == []
    page.fill("#search", "Actor number 250")
    page.keyboard.press("Enter")
    assert heading(page) == "Actor number 250"
    assert "ORG:A250" in page.evaluate("influenceGraph.view().actors")
    page.wait_for_timeout(500)
    box = page.locator("#map").bounding_box()
    for node in page.evaluate("influenceGraph.onScreen().nodes"):
        assert 0 <= node["x"] <= box["width"]
        assert 0 <= node["y"] <= box["height"]


def test_a_large_map_follows_the_hand_and_is_drawn_again(open_page: Open) -> None:
    page = open_page(page_of(large()))
    place = page.locator("#map").bounding_box()
    x, y = place["x"] + 8, place["y"] + place["height"] - 8
    before = page.evaluate("influenceGraph.onScreen().nodes[0]")
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, 21):
        page.mouse.move(x + 15 * step, y - 5 * step)
    assert page.locator("#map canvas").count() == 2
    page.mouse.up()
    after = page.evaluate("influenceGraph.onScreen().nodes[0]")
    assert (after["x"] - before["x"], after["y"] - before["y"]) == pytest.approx((300, -100), abs=1)
    assert page.locator("#map canvas").count() == 1
    assert page.locator("#map canvas").is_visible()
    page.mouse.click(place["x"] + after["x"], place["y"] + after["y"])
    assert heading(page) != "Overview"


def test_a_notebook_frame_without_origin(open_page: Open, browser: Any, sample_page: bytes) -> None:
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.set_content("<iframe sandbox='allow-scripts' style='width:1200px;height:800px'></iframe>")
    page.evaluate(
        "(html) => { document.querySelector('iframe').srcdoc = html }", sample_page.decode()
    )
    frame = page.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for(timeout=8000)
    frame.locator("#tab-claims").click()
    assert frame.locator(".claims tbody tr").count() == 15
    context.close()
    assert complaints == []
