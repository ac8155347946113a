"""The tables of organisations, groups, offices and memberships hold what the gazetteer needs."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from influence_graph.rdf.gazetteer import load_actors

TABLES = Path(__file__).parents[2] / "graph" / "tables"
HEADERS = {
    "organisations": "code kind wikidata name_en name_fr acronym_en acronym_fr alias_en alias_fr"
    " seat_en seat_fr city_en city_fr part_of active_from active_to note",
    "groups": "code wikidata name_en name_fr acronym alias_en alias_fr members_en members_fr"
    " state people active_from active_to note",
    "offices": "person person_id alias gender code role start end note",
    "memberships": "organisation state start end",
}
ROLES = ("GOV", "MIL", "OPP", "CVL", "MED", "BUS", "JUD")
PERIOD = (date(2010, 1, 1), date(2026, 5, 31))
IN_THE_NEWS = re.findall(
    r"[A-Z]{3}",
    """
    AFG ARM AZE BEN BFA BLR BRA CAF CHN CIV CMR COD COL CUB DEU DZA EGY ESP ETH FRA GAB GBR GEO
    GHA GIN HUN IND IRN IRQ ISR ITA JOR JPN KEN KOR LBN LBY MAR MEX MLI MMR MRT NER NGA PAK POL
    PRK PSE QAT ROU RUS RWA SAU SDN SEN SOM SRB SYR TCD TGO TUN TUR TWN UGA UKR USA VEN XKX YEM
    ZAF
    """,
)
LONGEST_GAP = 183
LONGEST_OVERLAP = 31

Row = dict[str, str]


def read(table: str) -> list[Row]:
    """Return the rows of a table; comments are skipped."""
    text = (TABLES / f"{table}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


ORGANISATIONS = read("organisations")
GROUPS = read("groups")
OFFICES = read("offices")
MEMBERSHIPS = read("memberships")
STATES = {row["code"] for row in read("states")}
CODES = {row["code"] for row in (*ORGANISATIONS, *GROUPS)} | STATES


def values(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def earliest(text: str) -> date:
    """Return the first day that a date may mean; no date is long ago."""
    parts = [int(part) for part in text.split("-")] if text else [1]
    year, month, day = (*parts, 1, 1)[:3]
    return date(year, month, day)


def latest(text: str) -> date:
    """Return the last day that a date may mean; no date is the end of the period."""
    if not text:
        return PERIOD[1]
    parts = [int(part) for part in text.split("-")]
    month = parts[1] if len(parts) > 1 else 12
    return date(parts[0], month, parts[2] if len(parts) > 2 else monthrange(parts[0], month)[1])


def terms(code: str, role: str) -> list[Row]:
    rows = [row for row in OFFICES if (row["code"], row["role"]) == (code, role)]
    return sorted(rows, key=lambda row: (earliest(row["start"]), latest(row["end"])))


def gaps(code: str, role: str) -> list[int]:
    """Return the lengths, in days, of the times of the period when nobody held an office."""
    covered, out = PERIOD[0], []
    for row in terms(code, role):
        out.append((earliest(row["start"]) - covered).days)
        covered = max(covered, latest(row["end"]))
    out.append((PERIOD[1] - covered).days)
    return [gap for gap in out if gap > 0]


def is_complete(code: str) -> bool:
    """Tell whether head of state, of government and foreign minister are known throughout."""
    return all(max(gaps(code, role), default=0) <= LONGEST_GAP for role in ("HOS", "HOG", "FM"))


def holders(code: str, role: str, day: date) -> set[str]:
    return {
        row["person"]
        for row in terms(code, role)
        if earliest(row["start"]) <= day <= latest(row["end"])
    }


@pytest.mark.parametrize("table", HEADERS)
def test_a_table_has_its_header(table: str) -> None:
    lines = (TABLES / f"{table}.tsv").read_text(encoding="utf-8").split("\n")
    header = next(line for line in lines if not line.startswith("#"))
    assert header.split("\t") == HEADERS[table].split()


@pytest.mark.parametrize("table", HEADERS)
def test_cells_are_trimmed_composed_and_say_each_value_once(table: str) -> None:
    for row in read(table):
        for column, cell in row.items():
            where = f"{table}: {cell!r} in {column} of {row}"
            assert cell == unicodedata.normalize("NFC", cell), where
            assert not re.search(r"[\u2018\u2019\u00a0\u202f]|  ", cell), where
            if column != "note":
                assert all(v and v == v.strip() for v in values(cell)), where
                assert len(set(values(cell))) == len(values(cell)), where


def test_codes_of_organisations_are_well_formed() -> None:
    for row in ORGANISATIONS:
        assert re.fullmatch(r"(IGO|ORG):[A-Z0-9]+(-[A-Z0-9]+)*", row["code"]), row["code"]
        assert row["kind"] in ("igo", "ngo", "company", "party", "media", "organisation")
        assert (row["kind"] == "igo") == row["code"].startswith("IGO:"), row["code"]


def test_codes_of_groups_are_well_formed() -> None:
    for row in GROUPS:
        assert re.fullmatch(r"NSAG:[A-Z0-9]+(-[A-Z0-9]+)*", row["code"]), row["code"]


def test_no_two_actors_share_a_code_or_an_iri() -> None:
    codes = [row["code"] for row in (*ORGANISATIONS, *GROUPS)]
    names = [re.sub(r"^(IGO|NSAG):", "", code) for code in codes] + sorted(STATES)
    assert len(set(names)) == len(names)


def test_every_actor_has_a_name_in_both_languages() -> None:
    assert not [
        row["code"] for row in (*ORGANISATIONS, *GROUPS) if not row["name_en"] or not row["name_fr"]
    ]


def test_wikidata_items_are_well_formed_and_used_once() -> None:
    items = [row["wikidata"] for row in (*ORGANISATIONS, *GROUPS) if row["wikidata"]]
    assert all(re.fullmatch(r"Q[1-9]\d*", item) for item in items)
    assert len(set(items)) == len(items)


def test_a_branch_counts_for_a_known_actor_that_is_no_branch_itself() -> None:
    branch_of = {row["code"]: row["part_of"] for row in ORGANISATIONS if row["part_of"]}
    for branch, whole in branch_of.items():
        state, _, role = whole.partition(":")
        known = whole in CODES or (state in STATES and role in ROLES)
        assert known, f"{branch} counts for {whole}"
        assert whole not in branch_of, f"{branch} counts for the branch {whole}"


@pytest.mark.parametrize(
    ("branch", "whole"),
    [
        ("IGO:UNIFIL", "IGO:UN"),
        ("IGO:MINUSMA", "IGO:UN"),
        ("IGO:UNHCR", "IGO:UN"),
        ("IGO:WFP", "IGO:UN"),
        ("IGO:UNSC", "IGO:UN"),
        ("IGO:EUROPEAN-COMMISSION", "IGO:EU"),
        ("IGO:FRONTEX", "IGO:EU"),
        ("IGO:IAEA", ""),
        ("IGO:ICC", ""),
    ],
)
def test_missions_and_organs_are_branches_and_treaty_bodies_are_not(
    branch: str, whole: str
) -> None:
    assert [row["part_of"] for row in ORGANISATIONS if row["code"] == branch] == [whole]


def test_groups_act_in_known_states() -> None:
    for row in GROUPS:
        assert row["state"], row["code"]
        assert set(values(row["state"])) <= STATES, row["code"]


def test_there_are_60_international_organisations_and_120_groups() -> None:
    assert sum(row["kind"] == "igo" and not row["part_of"] for row in ORGANISATIONS) >= 60
    assert len(GROUPS) >= 120


@pytest.mark.parametrize(
    ("code", "column", "name"),
    [
        ("IGO:ECOWAS", "acronym_fr", "CEDEAO"),
        ("IGO:NATO", "acronym_fr", "OTAN"),
        ("IGO:NATO", "alias_fr", "Alliance atlantique"),
        ("IGO:EU", "alias_fr", "Vingt-Sept"),
        ("IGO:AU", "acronym_fr", "UA"),
        ("IGO:UN", "acronym_fr", "ONU"),
        ("IGO:AES", "name_fr", "Alliance des États du Sahel"),
        ("IGO:CSTO", "acronym_fr", "OTSC"),
        ("NSAG:JNIM", "acronym", "GSIM"),
        ("NSAG:TUAREG", "members_fr", "rebelles touaregs"),
        ("NSAG:HOUTHIS", "members_fr", "houthistes"),
        ("NSAG:HEZBOLLAH", "alias_fr", "mouvement chiite libanais"),
    ],
)
def test_names_of_both_languages_are_there(code: str, column: str, name: str) -> None:
    (row,) = (row for row in (*ORGANISATIONS, *GROUPS) if row["code"] == code)
    assert name in values(row[column])


@pytest.mark.parametrize(
    ("table", "first", "last"),
    [
        ("organisations", "active_from", "active_to"),
        ("groups", "active_from", "active_to"),
        ("offices", "start", "end"),
        ("memberships", "start", "end"),
    ],
)
def test_dates_are_dates_and_nothing_ends_before_it_starts(
    table: str, first: str, last: str
) -> None:
    for row in read(table):
        for cell in (row[first], row[last]):
            assert re.fullmatch(r"(\d{4}(-\d\d(-\d\d)?)?)?", cell), row
            latest(cell)  # a day that does not exist raises ValueError
        assert earliest(row[first]) <= latest(row[last]), row
        assert not row[last] or row[last] <= "2026-05-31", row


def test_a_person_has_one_id_one_name_one_gender_and_the_same_aliases() -> None:
    by_id = {row["person_id"]: row for row in OFFICES}
    by_name = {row["person"]: row["person_id"] for row in OFFICES}
    assert len(by_id) == len(by_name)
    for row in OFFICES:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["person_id"]), row
        assert row["gender"] in ("m", "f"), row
        for column in ("person", "gender", "alias"):
            assert row[column] == by_id[row["person_id"]][column], row


def test_the_name_is_not_among_the_aliases() -> None:
    for row in OFFICES:
        assert row["person"] not in [re.sub("^(en|fr):", "", v) for v in values(row["alias"])]


def test_offices_are_of_known_actors() -> None:
    for row in OFFICES:
        state, _, role = row["code"].partition(":")
        assert row["code"] in CODES or (state in STATES and role in ROLES), row
        assert row["role"] in ("HOS", "HOG", "FM", "DM", "OPP", "HEAD", "SPOX"), row
        assert row["start"], row


def test_offices_are_in_order() -> None:
    order = ("HOS", "HOG", "FM", "DM", "OPP", "HEAD", "SPOX")
    keys = [(row["code"], order.index(row["role"]), row["start"]) for row in OFFICES]
    assert keys == sorted(keys)


def test_two_persons_share_an_office_of_a_state_only_for_a_month_or_with_a_note() -> None:
    for code in sorted(STATES):
        for role in ("HOS", "HOG", "FM", "DM"):
            for before, after in combinations(terms(code, role), 2):
                end = min(
                    earliest(row["end"]) if row["end"] else PERIOD[1] for row in (before, after)
                )
                overlap = (end - latest(after["start"])).days
                noted = before["note"] or after["note"]
                assert overlap <= LONGEST_OVERLAP or noted, (before, after)


def test_a_person_does_not_hold_the_same_office_twice_at_once() -> None:
    for code in sorted({row["code"] for row in OFFICES}):
        for role in ("HOS", "HOG", "FM", "DM", "HEAD", "OPP", "SPOX"):
            for before, after in combinations(terms(code, role), 2):
                if before["person"] == after["person"] and before["note"] == after["note"]:
                    assert latest(before["end"]) <= latest(after["start"]), (before, after)


def test_heads_and_foreign_ministers_of_40_states_are_known_throughout() -> None:
    assert sum(is_complete(code) for code in STATES) >= 40


@pytest.mark.parametrize("code", IN_THE_NEWS)
def test_states_most_in_the_news_have_no_gap_of_half_a_year(code: str) -> None:
    assert is_complete(code), {role: gaps(code, role) for role in ("HOS", "HOG", "FM")}


@pytest.mark.parametrize(
    ("code", "role", "day", "person"),
    [
        ("MLI", "HOS", date(2013, 1, 11), "Dioncounda Traoré"),  # Serval begins
        ("MLI", "HOS", date(2024, 1, 25), "Assimi Goïta"),  # end of the Algiers agreement
        ("DZA", "FM", date(2024, 1, 26), "Ahmed Attaf"),
        ("NER", "HOS", date(2023, 7, 25), "Mohamed Bazoum"),  # the day before the coup
        ("NER", "HOS", date(2023, 7, 27), "Abdourahamane Tiani"),
        ("FRA", "HOG", date(2020, 7, 2), "Édouard Philippe"),
        ("RUS", "FM", date(2014, 3, 18), "Sergei Lavrov"),
        ("GBR", "HOG", date(2022, 10, 1), "Liz Truss"),
        ("ISR", "DM", date(2023, 10, 7), "Yoav Gallant"),
        ("USA", "FM", date(2015, 7, 14), "John Kerry"),
        ("SYR", "HOS", date(2024, 12, 9), "Ahmed al-Sharaa"),
        ("IGO:UN", "HEAD", date(2016, 12, 31), "Ban Ki-moon"),
        ("IGO:NATO", "HEAD", date(2024, 10, 2), "Mark Rutte"),
        ("NSAG:HEZBOLLAH", "HEAD", date(2020, 1, 1), "Hassan Nasrallah"),
    ],
)
def test_who_held_an_office_on_a_known_day(code: str, role: str, day: date, person: str) -> None:
    assert person in holders(code, role, day)


@pytest.mark.parametrize(
    ("person", "aliases"),
    [
        ("Vladimir Putin", {"Putin", "fr:Poutine", "fr:Vladimir Poutine"}),
        ("Volodymyr Zelensky", {"Zelensky", "Zelenskyy", "Zelenskiy"}),
        ("Sergei Lavrov", {"Lavrov", "fr:Sergueï Lavrov"}),
        ("Alexander Lukashenko", {"Lukashenko", "fr:Loukachenko"}),
        ("Mohammed bin Salman", {"MBS", "fr:Mohammed ben Salmane"}),
    ],
)
def test_spellings_of_both_languages_are_there(person: str, aliases: set[str]) -> None:
    row = next(row for row in OFFICES if row["person"] == person)
    assert aliases <= set(values(row["alias"]))


def test_common_words_and_places_are_nobody_s_short_name() -> None:
    forbidden = {"May", "Brown", "Hague", "Hollande", "Scotland", "Nepal", "Wagner", "Fall", "Pope"}
    for row in OFFICES:
        assert not forbidden & {re.sub("^(en|fr):", "", v) for v in values(row["alias"])}, row


def test_memberships_are_of_known_states_in_known_organisations() -> None:
    organisations = {row["code"] for row in ORGANISATIONS}
    for row in MEMBERSHIPS:
        assert row["organisation"] in organisations, row
        assert row["state"] in STATES, row


def test_memberships_of_one_state_follow_each_other() -> None:
    spells: dict[tuple[str, str], list[Row]] = {}
    for row in MEMBERSHIPS:
        spells.setdefault((row["organisation"], row["state"]), []).append(row)
    for rows in spells.values():
        rows.sort(key=lambda row: earliest(row["start"]))
        for before, after in pairwise(rows):
            assert before["end"], (before, after)
            assert latest(before["end"]) < earliest(after["start"]), (before, after)


@pytest.mark.parametrize(
    ("organisation", "day", "count"),
    [
        ("IGO:NATO", date(2024, 3, 7), 32),  # Sweden joins
        ("IGO:EU", date(2020, 1, 31), 28),  # the United Kingdom's last day
        ("IGO:EU", date(2020, 2, 1), 27),
        ("IGO:ECOWAS", date(2025, 1, 28), 15),
        ("IGO:ECOWAS", date(2025, 1, 30), 12),
        ("IGO:AES", date(2024, 7, 6), 3),
        ("IGO:AU", date(2017, 1, 30), 55),  # Morocco comes back
        ("IGO:LAS", date(2010, 1, 1), 22),
        ("IGO:GCC", date(2010, 1, 1), 6),
        ("IGO:G7", date(2010, 1, 1), 7),
        ("IGO:G20", date(2010, 1, 1), 19),  # states; the twentieth member is the EU
        ("IGO:BRICS", date(2012, 1, 1), 5),
        ("IGO:SCO", date(2024, 7, 4), 10),
        ("IGO:ASEAN", date(2025, 1, 1), 10),
        ("IGO:ASEAN", date(2025, 10, 26), 11),  # Timor-Leste joins
        ("IGO:CSTO", date(2020, 1, 1), 6),
        ("IGO:WAEMU", date(2010, 1, 1), 8),
        ("IGO:CEMAC", date(2010, 1, 1), 6),
        ("IGO:SADC", date(2020, 1, 1), 16),
        ("IGO:EAC", date(2024, 3, 4), 8),
        ("IGO:OPEC", date(2025, 1, 1), 12),
        ("IGO:CARICOM", date(2010, 1, 1), 14),  # the fifteenth is Montserrat, no state
        ("IGO:CELAC", date(2023, 6, 1), 33),
        ("IGO:CIS", date(2020, 1, 1), 9),
    ],
)
def test_an_organisation_has_its_known_number_of_states(
    organisation: str, day: date, count: int
) -> None:
    members = {
        row["state"]
        for row in MEMBERSHIPS
        if row["organisation"] == organisation
        and earliest(row["start"]) <= day <= latest(row["end"])
    }
    assert len(members) == count, sorted(members)


@pytest.mark.parametrize(
    ("code", "english", "french"),
    [
        ("IGO:ECOWAS", "ECOWAS", "CEDEAO"),
        ("IGO:NATO", "NATO", "OTAN"),
        ("IGO:EU", "EU", "UE"),
        ("IGO:UN", "UN", "ONU"),
        ("IGO:AU", "AU", "UA"),
        ("IGO:IAEA", "IAEA", "AIEA"),
        ("IGO:CSTO", "CSTO", "OTSC"),
        ("NSAG:JNIM", "JNIM", "JNIM"),
        ("COD", "DRC", "RDC"),
    ],
)
def test_readers_know_an_organisation_by_the_acronym_of_their_language(
    code: str, english: str, french: str
) -> None:
    actor = next(actor for actor in load_actors() if actor.code == code)
    assert (actor.acronym("en"), actor.acronym("fr")) == (english, french)
