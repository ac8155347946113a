"""Hand-made parses and a small gazetteer for the specification of the actors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from influence_graph.actors import ActorResolver, Resolution, load_agents
from influence_graph.model import (
    Actor,
    ActorName,
    Article,
    Mention,
    Office,
    Sentence,
    TimeSpan,
    Token,
)

Read = Callable[..., "Reading"]


def sentences(*tables: str, titles: Sequence[int] = ()) -> tuple[str, tuple[Sentence, ...]]:
    """Build an article from tables with one word a line: ``form lemma UPOS head deprel [feats]``.

    Heads count from 1 within their sentence, 0 is the root, as in CoNLL-U.
    """
    text = ""
    found = []
    for index, table in enumerate(tables):
        rows = [line.split() for line in table.strip().splitlines()]
        tokens = []
        start = len(text) + (1 if text else 0)
        for i, row in enumerate(rows):
            form, lemma, upos, head, deprel = row[:5]
            glued = form in {",", ".", ")", "'s", "’s", ":"} or text[-1:] in {"'", "’", "("}
            glued |= i > 0 and "SpaceAfter=No" in rows[i - 1][-1]
            if text and not (glued and i > 0):
                text += " "
            feats = dict(pair.split("=") for pair in row[5].split("|")) if len(row) > 5 else {}
            tokens.append(
                Token(
                    i=i, text=form, start=len(text), end=len(text) + len(form), lemma=lemma,
                    upos=upos, head=int(head) - 1 if head != "0" else i, deprel=deprel, feats=feats,
                )
            )  # fmt: skip
            text += form
        found.append(
            Sentence(
                index=index, paragraph=index, start=start, end=len(text), tokens=tuple(tokens),
                is_title=index in titles,
            )
        )  # fmt: skip
    return text, tuple(found)


class Reading:
    """The mentions of a text, asked for by the word that is their head."""

    def __init__(self, article: Article, resolution: Resolution) -> None:
        self.article = article
        self.mentions = resolution.mentions
        self.provisional = resolution.provisional

    def at(self, word: str, nth: int = 0) -> Mention:
        """Return the nth mention whose head is a word."""
        found = [
            m for m in self.mentions if word in m.text.replace("'", "' ").replace("’", "’ ").split()
            or m.text == word
        ]  # fmt: skip
        exact = [m for m in found if m.text == word]
        return (exact or found)[nth]

    def codes(self, word: str, nth: int = 0) -> tuple[str, ...]:
        """Return the codes of the nth mention at a word."""
        return self.at(word, nth).codes

    def words(self) -> list[str]:
        """Return the words of all mentions."""
        return [m.text for m in self.mentions]


def state(code: str, en: str, fr: str, capitals: str, demonyms: str, **more: object) -> Actor:
    """Make a state; ``demonyms`` are French adjectives, then English ones after a bar."""
    french, english = demonyms.split("|")
    names = [ActorName(text=en, language="en"), ActorName(text=fr, language="fr")]
    names += [ActorName(text=c, kind="capital") for c in capitals.split(",")]
    names += [ActorName(text=a, kind="demonym", language="fr") for a in french.split(",")]
    names += [
        ActorName(text=a.title(), kind="inhabitant", language="fr") for a in french.split(",")
    ]
    names += [ActorName(text=a, kind="demonym", language="en") for a in english.split(",")]
    names += [ActorName(text=f"{a}s", kind="inhabitant", language="en") for a in english.split(",")]
    names += more.pop("extra", [])  # type: ignore[arg-type]
    return Actor(
        code=code,
        kind="State",
        labels={"en": en, "fr": fr},
        names=tuple(names),
        **more,  # type: ignore[arg-type]
    )


def igo(code: str, en: str, fr: str, *acronyms: str, acts_for: str | None = None) -> Actor:
    """Make an international organisation."""
    names = [ActorName(text=en, language="en"), ActorName(text=fr, language="fr")]
    names += [ActorName(text=a, kind="acronym") for a in acronyms]
    return Actor(
        code=code, kind="InternationalOrganization", labels={"en": en, "fr": fr},
        names=tuple(names), acts_for=acts_for,
    )  # fmt: skip


def person(code: str, name: str, *offices: Office, gender: str = "m") -> Actor:
    """Make a person."""
    return Actor(
        code=code, kind="Person", labels={"en": name, "fr": name}, names=(ActorName(text=name),),
        offices=offices, gender=gender,
    )  # fmt: skip


ACTORS = (
    state("DZA", "Algeria", "Algérie", "Alger,Algiers",
          "algérien,algérienne,algériens,algériennes|Algerian",
          neighbours={"MLI": "S", "MAR": "W", "NER": "S"}),
    state("MLI", "Mali", "Mali", "Bamako", "malien,malienne,maliens,maliennes|Malian",
          neighbours={"DZA": "N", "NER": "E", "BFA": "S"},
          extra=[ActorName(text="Koulouba", kind="seat")]),
    state("NER", "Niger", "Niger", "Niamey", "nigérien,nigérienne,nigériens|Nigerien"),
    state("NGA", "Nigeria", "Nigeria", "Abuja", "nigérian,nigériane,nigérians|Nigerian"),
    state("BFA", "Burkina Faso", "Burkina Faso", "Ouagadougou", "burkinabè,burkinabés|Burkinabe"),
    state("FRA", "France", "France", "Paris", "français,française,françaises|French",
          extra=[ActorName(text="Élysée", kind="seat"), ActorName(text="Quai d'Orsay", kind="seat"),
                 ActorName(text="franco", kind="combining", language="fr"),
                 ActorName(text="Franco", kind="combining", language="en")]),
    state("RUS", "Russia", "Russie", "Moscou,Moscow", "russe,russes|Russian",
          extra=[ActorName(text="Kremlin", kind="seat")]),
    state("MAR", "Morocco", "Maroc", "Rabat", "marocain,marocaine,marocains|Moroccan",
          neighbours={"DZA": "E"}),
    state("USA", "United States", "États-Unis", "Washington", "américain,américaine|American",
          extra=[ActorName(text="US", kind="acronym", language="en")]),
    state("GIN", "Guinea", "Guinée", "Conakry", "guinéen,guinéenne|Guinean"),
    state("GNB", "Guinea-Bissau", "Guinée-Bissau", "Bissau", "bissau-guinéen|Bissau-Guinean"),
    state("SDN", "Sudan", "Soudan", "Khartoum", "soudanais,soudanaise|Sudanese"),
    state("SSD", "South Sudan", "Soudan du Sud", "Juba", "sud-soudanais|South-Sudanese"),
    state("COD", "Congo", "Congo", "Kinshasa", "congolais,congolaise|Congolese"),
    state("COG", "Congo", "Congo", "Brazzaville", "congolais,congolaise|Congolese"),
    state("BEL", "Belgium", "Belgique", "Bruxelles,Brussels", "belge,belges|Belgian"),
    state("GEO", "Georgia", "Géorgie", "Tbilissi,Tbilisi", "géorgien,géorgienne|Georgian"),
    state("TUR", "Turkey", "Turquie", "Ankara", "turc,turque,turcs|Turkish"),
    state("ISR", "Israel", "Israël", "Jérusalem,Jerusalem", "israélien,israélienne|Israeli"),
    igo("IGO:UN", "United Nations", "Nations unies", "UN", "ONU"),
    igo("IGO:UNIFIL", "United Nations Interim Force", "Force intérimaire", "UNIFIL", "FINUL",
        acts_for="IGO:UN"),
    igo("IGO:ECOWAS", "Economic Community of West African States",
        "Communauté économique des États de l'Afrique de l'Ouest", "ECOWAS", "CEDEAO"),
    Actor(code="IGO:EU", kind="InternationalOrganization", labels={"en": "European Union"},
          names=(ActorName(text="European Union", language="en"),
                 ActorName(text="Union européenne", language="fr"),
                 ActorName(text="Bruxelles", kind="city", language="fr"),
                 ActorName(text="Brussels", kind="city", language="en"))),
    igo("IGO:NATO", "Atlantic Alliance", "Alliance atlantique", "NATO", "OTAN"),
    Actor(code="NSAG:WAGNER", kind="NonStateArmedGroup", labels={"en": "Wagner"},
          names=(ActorName(text="Wagner"), ActorName(text="Wagner Group", language="en"))),
    Actor(code="NSAG:M23", kind="NonStateArmedGroup", labels={"en": "M23"},
          names=(ActorName(text="M23", kind="acronym"),)),
    person("PERSON:EMMANUEL-MACRON", "Emmanuel Macron",
           Office(organization="FRA", role="HeadOfState", start=date(2017, 5, 14))),
    person("PERSON:RAMTANE-LAMAMRA", "Ramtane Lamamra",
           Office(organization="DZA", role="ForeignMinister", start=date(2021, 7, 7),
                  end=date(2023, 3, 16))),
    person("PERSON:VLADIMIR-PUTIN", "Vladimir Putin",
           Office(organization="RUS", role="HeadOfState", start=date(2012, 5, 7))),
    person("PERSON:OUSMANE-SONKO", "Ousmane Sonko",
           Office(organization="SEN", role="OppositionLeader", end=date(2024, 4, 1)),
           Office(organization="SEN", role="HeadOfGovernment", start=date(2024, 4, 2))),
    person("PERSON:KAJA-KALLAS", "Kaja Kallas",
           Office(organization="IGO:EU", role="Head", start=date(2024, 12, 1)), gender="f"),
    person("PERSON:ASSIMI-GOITA", "Assimi Goïta",
           Office(organization="MLI", role="HeadOfState", start=date(2021, 5, 24))),
    person("PERSON:ISRAEL-KATZ", "Israel Katz",
           Office(organization="ISR", role="ForeignMinister", start=date(2024, 1, 1))),
)  # fmt: skip
"""A gazetteer small enough to foresee every answer."""

REGIONS = {
    "Western Africa": ("BFA", "GIN", "GNB", "MLI", "NER", "NGA"),
    "Maghreb": ("DZA", "MAR"),
    "Caucasus": ("GEO",),
}
EXCLUDED = {"fr": ("fleuve Niger", "golfe de Guinée"), "en": ("Niger River", "Washington Post")}


@pytest.fixture(scope="session")
def resolver() -> ActorResolver:
    """A resolver over the small gazetteer, with the shipped lexicons."""
    agents = {language: load_agents(language) for language in ("fr", "en")}
    return ActorResolver(ACTORS, agents, EXCLUDED, REGIONS)


@pytest.fixture(scope="session")
def read(resolver: ActorResolver) -> Read:
    """Read tables as one article: ``read("fr", table, …, published="2023-02")``."""

    def function(
        language: str, *tables: str, published: str | None = "2023-02", titles: Sequence[int] = ()
    ) -> Reading:
        text, parsed = sentences(*tables, titles=titles)
        article = Article(
            text=text,
            language=language,
            published=TimeSpan.parse(published) if published else None,
        )
        return Reading(article, resolver.resolve(article, parsed))

    return function
