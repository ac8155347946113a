"""The words of the report, in English and French."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

__all__ = ["PHRASES", "counted", "decimal", "moment", "period"]

_MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
    ),
}  # fmt: skip

_NOUNS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "en": {
        "article": ("article", "articles"),
        "publisher": ("publisher", "publishers"),
        "claim": ("claim", "claims"),
        "actor": ("actor", "actors"),
        "event": ("event", "events"),
        "partner": ("partner", "partners"),
        "pair": ("pair", "pairs"),
        "triad": ("triad", "triads"),
    },
    "fr": {
        "article": ("article", "articles"),
        "publisher": ("éditeur", "éditeurs"),
        "claim": ("assertion", "assertions"),
        "actor": ("acteur", "acteurs"),
        "event": ("événement", "événements"),
        "partner": ("partenaire", "partenaires"),
        "pair": ("paire", "paires"),
        "triad": ("triade", "triades"),
    },
}

PHRASES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "title": "Who stands where, and since when",
        "made": "Made from {claims} in {articles} of {publishers}, about {actors}, {period}.",
        "made_no_publishers": "Made from {claims} in {articles}, about {actors}, {period}.",
        "from_to": "from {first} to {last}",
        "undated": "without dates",
        "modest": "Every number rests on these articles alone: it says what they tell, not what "
        "the world is. Several articles that tell one event count as one event with several "
        "sources.",
        "empty": "No claim was found, so there is nothing to say.",
        "influence": "Who is most influential, and why",
        "reach_why": "Influence here is reach: with how many others an actor deals. Of the "
        "measures tried, it agreed best with independent figures of power. Ranks that differ by "
        "one or two partners mean nothing.",
        "reach_row": "**{actor}**: {partners}, {events} ({positive} cooperative, {negative} "
        "conflictual). Most with: {most}.",
        "said": "What articles say of influence themselves:",
        "said_none": "No article speaks of influence itself.",
        "zones": "Whose cooperative ties are with whom, for actors with at least {least} such "
        "events (five ties with nobody are added, so that one tie is no zone):",
        "zone_row": "{over}: {share} with **{actor}** (between {low} and {high}; {n} ties).",
        "zones_none": "No actor has {least} cooperative events: too few to speak of zones of "
        "influence.",
        "trends": "Shares that changed for sure, before and since {day} (half of the events lie on "
        "either side):",
        "trends_none": "Of {shares} shares none changed for sure between the time before {day} and "
        "since then: to tell 15% from 10% takes about 690 ties on either side.",
        "trend_gains": "**{actor}** gained among the ties of {over}: {before}, then {after}.",
        "trend_loses": "**{actor}** lost among the ties of {over}: {before}, then {after}.",
        "few_mark": "few events, no finding",
        "blocs": "The blocs",
        "blocs_none": "Too few events with a sign ({n}) to find blocs.",
        "bloc_one": "All actors with signed events fall into one bloc: the articles draw no line.",
        "bloc_row": "**Bloc {number}**: {members}.",
        "bloc_alone": "In no bloc: {members}.",
        "bloc_quality": "Signed modularity {q} (0 = no structure, 1 = most).",
        "stable": "The blocs are firm: drawn again from resampled events they come out alike "
        "({score} of 1).",
        "loose": "The blocs hold in part: drawn again from resampled events they agree by {score} "
        "of 1.",
        "unstable": "The blocs are a hint at most: drawn again from resampled events they agree by "
        "only {score} of 1.",
        "balance": "Of {triads}, {balanced} fit two camps (a friend's friend is a friend). "
        "{frustrated} of {edges} signed pairs defy the best two camps.",
        "unbalanced": "What does not fit:",
        "triad_two": "**{hub}**: on good terms with {one} and {two}, which are at odds.",
        "triad_none": "**{one}**, **{two}**, **{hub}**: all at odds with each other.",
        "ties": "The strongest ties",
        "supportive": "Supportive",
        "adverse": "Adverse",
        "none": "None.",
        "tie_row": "**{source} → {target}** ({net}; {events}, {articles}):",
        "tie_why": "The score adds up sign × strength × confidence × how it is put, once for each "
        "event.",
        "tone": "Tone between two (−1 hostile, +1 friendly; at least {least} events). Alignment "
        "compares how near two stand with the other pairs of the table (0 = ordinary); it says "
        "another thing than tone, and less the fewer the pairs.",
        "tone_head": "| pair | tone | between | alignment | cooperative | conflictual |",
        "tone_none": "No two actors have {least} events with each other: too few for a score of "
        "tone.",
        "shifts": "What shifted, and when",
        "shift_row": "**{a} – {b}**: {before} cooperative of {n_before} until {until}, then "
        "{after} of {n_after} from {since}. The share of cooperative events was {share_before}, "
        "and became {share_after} (drawn toward what is usual).",
        "shift_before": "before",
        "shift_after": "after",
        "shifts_none": "No change that the number of events carries.",
        "shifts_few": "Too few events to say for {pairs}, such as {such}.",
        "shifts_steady": "Enough events and no change found: {pairs}.",
        "years": "Cooperative (+) and conflictual (−) events a year, of the pairs with the most; "
        "a description, no verdict:",
        "said_moves": "What articles themselves call a move toward or away:",
        "contested": "What is contested",
        "contested_why": "Links with both signs, the weaker at least a fifth of the whole: told "
        "in different ways, or changed over time.",
        "contested_none": "No link has both signs to a notable part, and nothing is denied.",
        "contested_row": "**{source} → {target}**: +{positive} against −{negative}.",
        "denied": "Denied:",
        "limits": "What the data cannot tell",
        "limit_programme": "A program found the claims in the words. Read the quote before you "
        "use a claim: {unreviewed} of {claims} were not checked by anybody.",
        "limit_modality": "{asserted} of {claims} are stated by an article in its own voice; the "
        "rest is reported, planned, possible or denied, and counts less or nothing.",
        "limit_pairs": "{enough} of {all} pairs that deal with each other have five events or "
        "more.",
        "limit_silence": "What no article here tells did not leave a trace: silence is no peace, "
        "and an actor that is missing is not weak.",
        "limit_publishers": "All articles are of one publisher: the picture may be its own.",
        "limit_undated": "{n} of {events} have no date and count in no period.",
        "limit_publication": "{n} of {claims} are dated by their article, not by the text.",
        "limit_provisional": "Not in the gazetteer, as named in the text: {actors}.",
        "limit_cause": "That one thing came after another does not make it the cause.",
        "and_more": "and {n} more",
        "reported_by": "said by {speaker}",
        "modality_reported": "reported",
        "modality_planned": "planned",
        "modality_possible": "possible",
        "modality_denied": "denied",
        "open": "“",
        "close": "”",
    },
    "fr": {
        "title": "Qui se tient où, et depuis quand",
        "made": "Établi sur {claims} dans {articles} de {publishers}, sur {actors}, {period}.",
        "made_no_publishers": "Établi sur {claims} dans {articles}, sur {actors}, {period}.",
        "from_to": "du {first} au {last}",
        "undated": "sans dates",
        "modest": "Chaque nombre ne repose que sur ces articles : il dit ce qu'ils racontent, non "
        "ce qu'est le monde. Un événement raconté par plusieurs articles compte pour un seul, à "
        "plusieurs sources.",
        "empty": "Aucune assertion n'a été trouvée : il n'y a rien à dire.",
        "influence": "Qui est le plus influent, et pourquoi",
        "reach_why": "L'influence est ici la portée : avec combien d'autres un acteur traite. "
        "Parmi les mesures essayées, c'est celle qui s'accorde le mieux avec des chiffres "
        "indépendants de la puissance. Un ou deux partenaires d'écart ne signifient rien.",
        "reach_row": "**{actor}** : {partners}, {events} ({positive} de coopération, {negative} de "
        "conflit). Surtout avec : {most}.",
        "said": "Ce que des articles disent eux-mêmes de l'influence :",
        "said_none": "Aucun article ne parle d'influence en ces termes.",
        "zones": "À qui vont les liens de coopération, pour les acteurs d'au moins {least} tels "
        "événements (cinq liens avec personne sont ajoutés : un seul lien ne fait pas une zone) :",
        "zone_row": "{over} : {share} avec **{actor}** (entre {low} et {high} ; {n} liens).",
        "zones_none": "Aucun acteur n'a {least} événements de coopération : trop peu pour parler "
        "de zones d'influence.",
        "trends": "Les parts qui ont changé à coup sûr, avant et depuis le {day} (la moitié des "
        "événements de chaque côté) :",
        "trends_none": "Des {shares} parts, aucune n'a changé à coup sûr entre avant le {day} et "
        "depuis : il faut environ 690 liens de chaque côté pour distinguer 15 % de 10 %.",
        "trend_gains": "**{actor}** a gagné parmi les liens de {over} : {before}, puis {after}.",
        "trend_loses": "**{actor}** a perdu parmi les liens de {over} : {before}, puis {after}.",
        "few_mark": "peu d'événements, aucune conclusion",
        "blocs": "Les blocs",
        "blocs_none": "Trop peu d'événements signés ({n}) pour trouver des blocs.",
        "bloc_one": "Tous les acteurs aux événements signés tombent dans un seul bloc : les "
        "articles ne tracent pas de ligne.",
        "bloc_row": "**Bloc {number}** : {members}.",
        "bloc_alone": "Dans aucun bloc : {members}.",
        "bloc_quality": "Modularité signée {q} (0 = aucune structure, 1 = le maximum).",
        "stable": "Les blocs sont solides : tirés de nouveau d'événements rééchantillonnés, ils "
        "ressortent semblables ({score} sur 1).",
        "loose": "Les blocs tiennent en partie : tirés de nouveau d'événements rééchantillonnés, "
        "ils s'accordent à {score} sur 1.",
        "unstable": "Les blocs ne sont qu'un indice : tirés de nouveau d'événements "
        "rééchantillonnés, ils ne s'accordent qu'à {score} sur 1.",
        "balance": "Sur {triads}, {balanced} s'accordent avec deux camps (l'ami d'un ami est un "
        "ami). {frustrated} paires signées sur {edges} contredisent les deux meilleurs camps.",
        "unbalanced": "Ce qui ne s'accorde pas :",
        "triad_two": "**{hub}** : bons termes avec {one} et {two}, mais non entre ces deux.",
        "triad_none": "**{one}**, **{two}**, **{hub}** : en désaccord les uns avec les autres.",
        "ties": "Les liens les plus forts",
        "supportive": "Favorables",
        "adverse": "Hostiles",
        "none": "Aucun.",
        "tie_row": "**{source} → {target}** ({net} ; {events}, {articles}) :",
        "tie_why": "Le score additionne signe × force × confiance × manière de le dire, une fois "
        "par événement.",
        "tone": "Ton entre deux acteurs (−1 hostile, +1 amical ; au moins {least} événements). "
        "L'alignement compare leur proximité à celle des autres paires du tableau (0 = "
        "ordinaire) ; il dit autre chose que le ton, et d'autant moins que les paires sont rares.",
        "tone_head": "| paire | ton | entre | alignement | coopération | conflit |",
        "tone_none": "Aucune paire d'acteurs n'a {least} événements en commun : trop peu pour un "
        "score de ton.",
        "shifts": "Ce qui a changé, et quand",
        "shift_row": "**{a} – {b}** : {before} de coopération sur {n_before} jusqu'au {until}, "
        "puis {after} sur {n_after} à partir du {since}. La part de coopération était de "
        "{share_before}, elle est devenue {share_after} (ramenée vers l'ordinaire).",
        "shift_before": "avant",
        "shift_after": "après",
        "shifts_none": "Aucun changement que le nombre d'événements permette d'affirmer.",
        "shifts_few": "Trop peu d'événements pour se prononcer sur {pairs}, dont {such}.",
        "shifts_steady": "Assez d'événements et aucun changement trouvé : {pairs}.",
        "years": "Événements de coopération (+) et de conflit (−) par an, pour les paires qui en "
        "ont le plus ; une description, aucun verdict :",
        "said_moves": "Ce que des articles appellent eux-mêmes un rapprochement ou une prise de "
        "distance :",
        "contested": "Ce qui est contesté",
        "contested_why": "Les liens aux deux signes, le plus faible valant au moins un cinquième : "
        "racontés différemment, ou changés avec le temps.",
        "contested_none": "Aucun lien n'a les deux signes en part notable, et rien n'est nié.",
        "contested_row": "**{source} → {target}** : +{positive} contre −{negative}.",
        "denied": "Nié :",
        "limits": "Ce que les données ne peuvent pas dire",
        "limit_programme": "Un programme a trouvé les assertions dans les mots. Lisez la citation "
        "avant de vous servir d'une assertion : {unreviewed} sur {claims} n'ont été vérifiées par "
        "personne.",
        "limit_modality": "{asserted} sur {claims} sont affirmées par un article en son nom ; le "
        "reste est rapporté, prévu, possible ou nié, et compte moins ou pas du tout.",
        "limit_pairs": "{enough} sur {all} paires qui traitent l'une avec l'autre ont cinq "
        "événements ou plus.",
        "limit_silence": "Ce qu'aucun article ici ne raconte n'a pas laissé de trace : le silence "
        "n'est pas la paix, et un acteur absent n'est pas faible.",
        "limit_publishers": "Tous les articles sont d'un même éditeur : l'image est peut-être la "
        "sienne.",
        "limit_undated": "{n} sur {events} n'ont pas de date et ne comptent dans aucune période.",
        "limit_publication": "{n} sur {claims} sont datées par leur article, non par le texte.",
        "limit_provisional": "Absents du répertoire, tels que le texte les nomme : {actors}.",
        "limit_cause": "Qu'une chose vienne après une autre n'en fait pas la cause.",
        "and_more": "et {n} de plus",
        "reported_by": "selon {speaker}",
        "modality_reported": "rapporté",
        "modality_planned": "prévu",
        "modality_possible": "possible",
        "modality_denied": "nié",
        "open": "« ",
        "close": " »",
    },
}
"""Sentences by language and name; French ones have the same names as English ones."""


def counted(number: int, noun: str, language: str) -> str:
    """Return a number with its noun.

    Examples
    --------
    >>> counted(1, "event", "en"), counted(0, "event", "fr"), counted(2, "claim", "fr")
    ('1 event', '0 événement', '2 assertions')
    """
    one, many = _NOUNS[language][noun]
    single = number == 1 or (language == "fr" and number == 0)
    return f"{number} {one if single else many}"


def decimal(number: float, language: str, *, signed: bool = False, digits: int = 2) -> str:
    """Return a number with two decimals and the sign of the language.

    Examples
    --------
    >>> decimal(-0.5, "fr"), decimal(0.5, "en", signed=True)
    ('−0,50', '+0.50')
    """
    text = format(round(number, digits) + 0.0, f"{'+' if signed else ''}.{digits}f")
    text = text.replace("-", "−")
    return text.replace(".", ",") if language == "fr" else text


def moment(day: date | str, language: str) -> str:
    """Return a day in words.

    Examples
    --------
    >>> moment("2023-02-01", "en"), moment("2023-02-01", "fr")
    ('1 February 2023', '1er février 2023')
    """
    at = date.fromisoformat(day) if isinstance(day, str) else day
    number = "1er" if language == "fr" and at.day == 1 else str(at.day)
    return f"{number} {_MONTHS[language][at.month - 1]} {at.year}"


def period(start: date | str, end: date | str, language: str) -> str:
    """Return a time in words: a day, a month, a year, or from one day to another.

    Examples
    --------
    >>> period("2023-02-01", "2023-02-28", "fr"), period("2022-01-01", "2022-12-31", "en")
    ('février 2023', '2022')
    """
    first, last = (date.fromisoformat(d) if isinstance(d, str) else d for d in (start, end))
    if first == last:
        return moment(first, language)
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1 if last < date.max else False
    if whole and first.year == last.year:
        if first.month == last.month:
            return f"{_MONTHS[language][first.month - 1]} {first.year}"
        if (first.month, last.month) == (1, 12):
            return str(first.year)
    return f"{moment(first, language)} – {moment(last, language)}"
