"""Records become triples and come back unchanged; only what is asserted becomes a direct triple."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, parse

from influence_graph.errors import RecordError
from influence_graph.model import (
    Actor,
    ActorName,
    Article,
    Attribution,
    Claim,
    Evidence,
    Modality,
    Office,
    Source,
)
from influence_graph.rdf.mapping import (
    actor_quads,
    article_quads,
    claim_quads,
    describe_actors,
    direct_quad,
    direct_quads,
    pack_reasons,
    source_quads,
    unpack_reasons,
)
from influence_graph.rdf.namespaces import (
    actor_iri,
    article_iri,
    claim_iri,
    compact,
    evidence_iri,
    expand,
    ig,
    source_iri,
)
from influence_graph.rdf.reading import (
    actors_from_quads,
    articles_from_quads,
    claims_from_quads,
    source_from,
)
from influence_graph.rdf.serialising import serialise, serialise_quads
from influence_graph.rdf.statements import Statements, nodes, texts
from influence_graph.rdf.validate import validate_quads

from .records import ARTICLE, CLAIMS, DISTANCE, PATIENT, STATES, TEXT, editions


def described(claims: tuple[Claim, ...]) -> list[Quad]:
    """Triples of claims with their actors."""
    quads = [quad for claim in claims for quad in claim_quads(claim, "en")]
    for actor in describe_actors(claims, STATES):
        quads += actor_quads(actor)
    return quads


@PATIENT
@given(editions())
def test_articles_and_claims_come_back_as_they_were(
    edition: tuple[Article, tuple[Claim, ...]],
) -> None:
    article, claims = edition
    quads = [*article_quads(article), *described(claims)]
    assert articles_from_quads(quads, lambda _: article.text) == {article.id: article}
    assert claims_from_quads(quads) == claims


@PATIENT
@given(editions())
def test_they_come_back_from_every_format(edition: tuple[Article, tuple[Claim, ...]]) -> None:
    article, claims = edition
    for name, parsed_as in (
        ("trig", RdfFormat.TRIG),
        ("turtle", RdfFormat.TURTLE),
        ("nquads", RdfFormat.N_QUADS),
        ("ntriples", RdfFormat.N_TRIPLES),
        ("jsonld", RdfFormat.JSON_LD),
    ):
        quads = list(
            parse(serialise(claims, {article.id: article}, STATES, name), format=parsed_as)
        )
        assert claims_from_quads(quads) == claims, name
        assert articles_from_quads(quads, lambda _: article.text) == {article.id: article}, name


@PATIENT
@given(editions())
def test_whatever_the_records_their_graph_is_valid(
    edition: tuple[Article, tuple[Claim, ...]],
) -> None:
    article, claims = edition
    claims = tuple(replace(claim, because_claim=None) for claim in claims)
    quads = [*article_quads(article), *described(claims)]
    assert validate_quads(quads, lambda _: article.text) == ()


def test_there_are_no_blank_nodes() -> None:
    for quad in [*article_quads(ARTICLE), *described(CLAIMS)]:
        assert not isinstance(quad.subject, BlankNode)
        assert not isinstance(quad.object, BlankNode)


def test_only_asserted_claims_make_direct_triples() -> None:
    direct = {
        (compact(quad.subject.value), quad.predicate.value.rpartition("#")[2])
        for quad in described(CLAIMS)
        if isinstance(quad.subject, NamedNode)
        and quad.subject.value.startswith(actor_iri("").value)
        and isinstance(quad.object, NamedNode)
        and quad.object.value.startswith(actor_iri("").value)
        and quad.predicate != expand("org:unitOf")
    }
    assert direct == {
        ("actor:MLI-MIL", "distancesFrom"),
        ("actor:MLI", "distancesFrom"),
        ("actor:DZA", "alignsWith"),
    }


@pytest.mark.parametrize(
    ("subject", "object_", "states"),
    [
        ("MLI:MIL", "DZA", ("MLI", "DZA")),
        ("MLI", "DZA:GOV", ("MLI", "DZA")),
        ("MLI:MIL", "DZA:GOV", ("MLI", "DZA")),
        ("IGO:ECOWAS", "MLI:MIL", ("IGO:ECOWAS", "MLI")),
    ],
)
def test_roles_also_make_the_triple_of_their_states(
    subject: str, object_: str, states: tuple[str, str]
) -> None:
    said = replace(DISTANCE, subject=subject, object=object_)
    rolled = Quad(actor_iri(states[0]), ig("distancesFrom"), actor_iri(states[1]))
    assert direct_quads(said) == (direct_quad(said), rolled)
    assert set(direct_quads(said)) <= set(claim_quads(said))


@pytest.mark.parametrize(
    ("subject", "object_"),
    [
        ("MLI", "DZA"),  # states already
        ("MLI:MIL", "MLI:OPP"),  # of one state: a state never relates to itself
        ("NSAG:JNIM", "IGO:UN"),  # no states
    ],
)
def test_there_is_one_triple_where_states_add_nothing(subject: str, object_: str) -> None:
    said = replace(DISTANCE, subject=subject, object=object_)
    assert direct_quads(said) == (direct_quad(said),)


@pytest.mark.parametrize("modality", ["reported", "planned", "possible", "denied"])
def test_what_is_not_asserted_makes_no_triple_of_states_either(modality: Modality) -> None:
    said = replace(DISTANCE, modality=modality)
    assert not set(direct_quads(said)) & set(claim_quads(said))
    rejected = replace(DISTANCE, review="rejected")
    assert not set(direct_quads(rejected)) & set(claim_quads(rejected))


def test_a_role_acts_for_its_state_even_where_the_gazetteer_forgets_it() -> None:
    forgetful = {**STATES, "MLI:MIL": Actor(code="MLI:MIL", kind="Military")}
    (junta,) = [a for a in describe_actors([DISTANCE], forgetful) if a.code == "MLI:MIL"]
    assert junta.acts_for == "MLI"


def test_a_reported_claim_makes_no_direct_triple() -> None:
    said = replace(
        DISTANCE, modality="reported", attribution=Attribution(text="Paris", actor="FRA")
    )
    assert direct_quad(said) not in list(claim_quads(said))


def test_a_claim_that_an_analyst_rejected_makes_no_direct_triple() -> None:
    assert direct_quad(DISTANCE) in list(claim_quads(DISTANCE))
    rejected = replace(DISTANCE, review="rejected")
    assert direct_quad(rejected) not in list(claim_quads(rejected))


def test_evidence_is_one_node_with_both_selectors_named_by_rfc_5147() -> None:
    statements = Statements(claim_quads(DISTANCE, "en"))
    (span,) = nodes(statements.about(claim_iri(DISTANCE.id).value), ig("evidence").value)
    said = statements.about(span)
    assert span == f"{article_iri(ARTICLE.id).value}#char=0,50"
    assert sorted(nodes(said, expand("rdf:type").value)) == [
        "http://www.w3.org/ns/oa#TextPositionSelector",
        "http://www.w3.org/ns/oa#TextQuoteSelector",
    ]
    assert texts(said, expand("oa:exact").value) == [TEXT[0:50]]


def test_a_role_of_a_state_is_a_unit_of_the_state_with_labels_in_its_languages() -> None:
    mali = Actor(code="MLI", kind="State", labels={"en": "Mali", "fr": "Mali"})
    actors = describe_actors([DISTANCE], {"MLI": mali})
    assert [actor.code for actor in actors] == ["DZA", "MLI", "MLI:MIL"]
    junta = actors[2]
    assert (junta.kind, junta.acts_for) == ("Military", "MLI")
    assert junta.labels == {"en": "Mali (military)", "fr": "Mali (forces armées)"}
    unit = Quad(actor_iri("MLI:MIL"), expand("org:unitOf"), actor_iri("MLI"))
    assert unit in list(actor_quads(junta))


def test_an_actor_outside_the_gazetteer_is_provisional() -> None:
    said = replace(DISTANCE, object="NSAG:NEW-FRONT")
    (found,) = [a for a in describe_actors([said], STATES) if a.code == "NSAG:NEW-FRONT"]
    assert found.provisional
    assert (found.kind, found.label()) == ("NonStateArmedGroup", "NEW-FRONT")


def test_nothing_in_the_graph_tells_the_time_of_day() -> None:
    for quad in described(CLAIMS):
        assert "dateTime" not in str(quad.object)
        assert not quad.predicate.value.endswith(("AtTime", "generatedAt"))


def test_a_cause_is_a_link_to_its_claim() -> None:
    caused = replace(DISTANCE, because_claim=CLAIMS[1].id)
    link = Quad(claim_iri(caused.id), ig("because"), claim_iri(CLAIMS[1].id))
    assert link in list(claim_quads(caused))


def test_a_relation_that_the_ontology_lacks_is_refused() -> None:
    with pytest.raises(RecordError, match=r"unknown relation 'likes'.*distancesFrom"):
        list(claim_quads(replace(DISTANCE, relation="likes")))


def test_evidence_from_a_second_article_is_refused() -> None:
    elsewhere = Evidence(article="other", start=0, end=3, quote="The")
    with pytest.raises(RecordError, match="one article"):
        list(claim_quads(DISTANCE.with_evidence([elsewhere])))


HOSTILE = [
    'a "quote" and \\ a backslash',
    "line\nbreak\r\tand tab",
    "<https://example.org/> . <x:a> <x:b> <x:c> .",
    '"@en ; ig:sign 7 . #',
    "</script><script>alert(1)</script>",
    "nul \x00 and bell \x07",
    "émoji 🜨 and ‮override",
    "}} DELETE WHERE { ?s ?p ?o } #",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_survives_the_round_trip(text: str) -> None:
    article = Article(
        text=text + " end", title=text, publisher=text, author=text, url=text, origin=text
    )
    piece = Evidence(article=article.id, start=0, end=len(text), quote=text, subject_text=text)
    claim = Claim(
        subject=f"PERSON:{text}",
        relation="supports",
        object="DZA",
        evidence=(piece,),
        because=text,
        reasons=(text, text),
        attribution=Attribution(text=text, actor=f"ORG:{text}"),
    )
    data = serialise([claim], {article.id: article}, {}, "trig")
    quads = list(parse(data, format=RdfFormat.TRIG))
    assert claims_from_quads(quads) == (claim,)
    assert articles_from_quads(quads, lambda _: article.text) == {article.id: article}


def test_a_lone_surrogate_becomes_the_replacement_character_and_offsets_stay() -> None:
    article = Article(text="a\ud800b supports", title="\udfff")
    piece = Evidence(article=article.id, start=0, end=3, quote="a\ud800b")
    claim = Claim(subject="MLI", relation="supports", object="DZA", evidence=(piece,))
    quads = [*article_quads(article), *described((claim,))]
    (found,) = claims_from_quads(quads)
    assert found.evidence[0].quote == "a\ufffdb"
    assert (found.evidence[0].start, found.evidence[0].end) == (0, 3)
    assert validate_quads(quads, lambda _: article.text) == ()


@pytest.mark.parametrize("reasons", [("",), ("", ""), ("a\nb", "c\\nd"), ("\\",), ("\\\n\\n",)])
def test_reasons_with_line_breaks_and_backslashes_come_back(reasons: tuple[str, ...]) -> None:
    assert unpack_reasons(pack_reasons(reasons)) == reasons


def test_the_same_triples_give_the_same_bytes_in_whatever_order() -> None:
    quads = described(CLAIMS)
    for name in ("trig", "turtle", "nquads", "ntriples", "jsonld"):
        assert serialise_quads(quads, name) == serialise_quads(quads[::-1] + quads, name)


def test_prefixes_are_sorted_and_only_those_in_use() -> None:
    lines = serialise([DISTANCE], {ARTICLE.id: ARTICLE}, STATES, "trig").decode().splitlines()
    prefixes = [line.split()[1] for line in lines if line.startswith("@prefix")]
    assert prefixes == sorted(prefixes)
    assert "actor:" in prefixes
    assert "wd:" not in prefixes


def test_a_source_keeps_its_grades() -> None:
    source = Source(name="Gazette", reliability="B", credibility=3)
    statements = Statements(source_quads(source))
    assert source_from(source_iri("Gazette").value, statements.about) == source


def test_an_actor_with_all_details_comes_back() -> None:
    ecowas = Actor(code="IGO:ECOWAS", kind="InternationalOrganization", labels={"en": "ECOWAS"})
    algeria = Actor(code="DZA", kind="State", labels={"en": "Algeria"})
    mali = Actor(
        code="MLI",
        kind="State",
        labels={"en": "Mali", "fr": "Mali"},
        names=(
            ActorName(text="Mali", kind="name", language="en"),
            ActorName(text="Mali", kind="name", language="fr", ambiguous=True),
            ActorName(text="Republic of Mali", kind="name", language="en"),
            ActorName(text="Bamako", kind="capital", language="fr"),
            ActorName(text="Koulouba", kind="seat", language="fr"),
            ActorName(text="malien", kind="demonym", language="fr"),
            ActorName(text="Malien", kind="inhabitant", language="fr"),
            ActorName(text="malo-", kind="combining", language="fr"),
        ),
        offices=(
            Office(
                organization="IGO:ECOWAS",
                role="Member",
                start=date(1975, 5, 28),
                end=date(2025, 1, 29),
            ),
        ),
        neighbours={"DZA": "NE"},
        region="Western Africa",
        start=date(1960, 9, 22),
    )
    person = Actor(
        code="PERSON:X",
        kind="Person",
        labels={"mul": "X"},
        names=(ActorName(text="X", kind="name", language="mul"),),
        gender="f",
        offices=(Office(organization="MLI", role="ForeignMinister", start=date(2020, 1, 1)),),
        provisional=True,
    )
    quads = [q for a in (ecowas, algeria, mali, person) for q in actor_quads(a, details=True)]
    found = {actor.code: actor for actor in actors_from_quads(quads)}
    assert found["MLI"] == mali
    assert found["PERSON:X"] == person


def test_the_iri_of_a_span_says_article_and_offsets() -> None:
    assert compact(evidence_iri("a1", 3, 9).value) == "article:a1#char=3,9"
