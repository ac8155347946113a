"""What was read in an article is kept as one file, and comes back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from influence_graph.errors import RecordError, WorkspaceError
from influence_graph.model import Actor, Article, Attribution, Claim, Evidence, TimeSpan
from influence_graph.pipeline.corrections import apply_corrections, read_corrections
from influence_graph.pipeline.ledger import LedgerEntry, write_atomically

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
maybe = st.none() | text.filter(bool)


@given(body=text.filter(bool), title=maybe, said=maybe, because=maybe, label=text)
def test_entry_comes_back_as_it_was(
    body: str, title: str | None, said: str | None, because: str | None, label: str
) -> None:
    article = Article(text=body, title=title, published=TimeSpan.parse("2023-02"), language="fr")
    claim = Claim(
        subject="MLI:MIL",
        relation="distancesFrom",
        object="DZA:GOV",
        evidence=(Evidence(article=article.id, start=0, end=len(body), quote=body),),
        modality="reported",
        attribution=Attribution(text=said, actor="FRA") if said else None,
        time=TimeSpan.parse("2023-01-09"),
        because=because,
        confidence=0.75,
        reasons=("entry x: 0.75",),
    )
    entry = LedgerEntry(
        article=article,
        claims=(claim,),
        provisional=(
            Actor(code="ORG:X", kind="Organization", labels={"fr": label}, provisional=True),
        ),
        signature="s",
    )
    assert LedgerEntry.loads(entry.dumps(), "here") == entry


def test_broken_entry_is_named() -> None:
    with pytest.raises(WorkspaceError, match=r"articles/x\.json is broken"):
        LedgerEntry.loads(b"{}", "articles/x.json")


def test_writing_the_same_again_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a"
    assert write_atomically(path, b"one")
    before = path.stat().st_mtime_ns
    assert not write_atomically(path, b"one")
    assert path.stat().st_mtime_ns == before
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


CLAIM = Claim(
    subject="MLI",
    relation="accuses",
    object="DZA",
    evidence=(Evidence(article="a", start=0, end=3, quote="abc"),),
)


def corrections(tmp_path: Path, line: str) -> list[Claim]:
    path = tmp_path / "corrections.jsonl"
    path.write_text(line + "\n", "utf-8")
    return apply_corrections([CLAIM], read_corrections(path, ["accuses", "supports"]))


def test_correction_changes_the_claim_and_says_so(tmp_path: Path) -> None:
    (claim,) = corrections(
        tmp_path, f'{{"claim": "{CLAIM.id}", "review": "corrected", "relation": "supports"}}'
    )
    assert (claim.relation, claim.review) == ("supports", "corrected")


def test_correction_of_another_claim_changes_nothing(tmp_path: Path) -> None:
    assert corrections(tmp_path, '{"claim": "other", "review": "rejected"}') == [CLAIM]


@pytest.mark.parametrize(
    "line",
    [
        "no json",
        '{"claim": "x"}',
        '{"claim": "x", "review": "maybe"}',
        '{"claim": "x", "review": "corrected", "relation": "likes"}',
        '{"claim": "x", "review": "corrected", "modality": "perhaps"}',
    ],
)
def test_wrong_correction_is_named_with_its_line(tmp_path: Path, line: str) -> None:
    with pytest.raises(RecordError, match=r"corrections\.jsonl:1"):
        corrections(tmp_path, line)


def test_claim_corrected_to_equal_another_becomes_one_with_it(tmp_path: Path) -> None:
    other = Claim(
        subject="MLI",
        relation="supports",
        object="DZA",
        evidence=(Evidence(article="a", start=5, end=8, quote="xyz"),),
        because_claim=CLAIM.id,
    )
    row = {"claim": CLAIM.id, "review": "corrected", "relation": "supports"}
    (claim,) = apply_corrections([CLAIM, other], {CLAIM.id: row})
    assert [e.quote for e in claim.evidence] == ["abc", "xyz"]
    assert (claim.review, claim.because_claim) == ("corrected", None)


def test_cause_follows_the_claim_that_was_corrected() -> None:
    effect = Claim(
        subject="MLI",
        relation="sanctions",
        object="DZA",
        evidence=(Evidence(article="a", start=9, end=12, quote="def"),),
        because_claim=CLAIM.id,
    )
    row = {"claim": CLAIM.id, "review": "corrected", "relation": "supports"}
    cause, result = apply_corrections([CLAIM, effect], {CLAIM.id: row})
    assert result.because_claim == cause.id != CLAIM.id
