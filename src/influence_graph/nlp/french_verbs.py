"""Conjugation of French verbs, by rule and from principal parts.

The principal parts below were written for this project from the general rules of French
grammar (as any school grammar, such as Grevisse's "Le bon usage", gives them); no table of
another project was used. Regular verbs in -er are not listed: `influence_graph.nlp.lemmas`
takes their endings off.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Tag = str
"""Mood and tense of a form: ``Inf``, ``PresPart``, ``PastPart``, ``Ind.Pres``, ``Ind.Imp``,
``Ind.Past``, ``Ind.Fut``, ``Cnd.Pres``, ``Sub.Pres``, ``Sub.Imp``, ``Imp.Pres``."""

# One line a verb: infinitive | present indicative, six forms | future stem | stem of the past
# historic with its vowel | past participle. A dash where the form does not exist; a line may go
# on in the next one.
_PARTS = """
être | suis es est sommes êtes sont | ser | fu | été
avoir | ai as a avons avez ont | aur | eu | eu
aller | vais vas va allons allez vont | ir | alla | allé
faire | fais fais fait faisons faites font | fer | fi | fait
pouvoir | peux peux peut pouvons pouvez peuvent | pourr | pu | pu
vouloir | veux veux veut voulons voulez veulent | voudr | voulu | voulu
savoir | sais sais sait savons savez savent | saur | su | su
falloir | - - faut - - - | faudr | fallu | fallu
valoir | vaux vaux vaut valons valez valent | vaudr | valu | valu
devoir | dois dois doit devons devez doivent | devr | du | dû
pleuvoir | - - pleut - - pleuvent | pleuvr | plu | plu
recevoir | reçois reçois reçoit recevons recevez reçoivent | recevr | reçu | reçu
mouvoir | meus meus meut mouvons mouvez meuvent | mouvr | mu | mû
émouvoir | émeus émeus émeut émouvons émouvez émeuvent | émouvr | ému | ému
voir | vois vois voit voyons voyez voient | verr | vi | vu
prévoir | prévois prévois prévoit prévoyons prévoyez prévoient | prévoir | prévi | prévu
pourvoir | pourvois pourvois pourvoit pourvoyons pourvoyez pourvoient | pourvoir | pourvu | pourvu
asseoir | assieds assieds assied asseyons asseyez asseyent | assiér | assi | assis
asseoir | assois assois assoit assoyons assoyez assoient | assoir | assi | assis
surseoir | sursois sursois sursoit sursoyons sursoyez sursoient | surseoir | sursi | sursis
échoir | - - échoit - - échoient | échoir | échu | échu
déchoir | déchois déchois déchoit - - déchoient | déchoir | déchu | déchu
boire | bois bois boit buvons buvez boivent | boir | bu | bu
croire | crois crois croit croyons croyez croient | croir | cru | cru
venir | viens viens vient venons venez viennent | viendr | vin | venu
quérir | quiers quiers quiert quérons quérez quièrent | querr | qui | quis
prendre | prends prends prend prenons prenez prennent | prendr | pri | pris
rendre | rends rends rend rendons rendez rendent | rendr | rendi | rendu
rompre | romps romps rompt rompons rompez rompent | rompr | rompi | rompu
battre | bats bats bat battons battez battent | battr | batti | battu
mettre | mets mets met mettons mettez mettent | mettr | mi | mis
craindre | crains crains craint craignons craignez craignent | craindr | craigni | craint
conduire | conduis conduis conduit conduisons conduisez conduisent | conduir | conduisi | conduit
nuire | nuis nuis nuit nuisons nuisez nuisent | nuir | nuisi | nui
luire | luis luis luit luisons luisez luisent | luir | luisi | lui
dire | dis dis dit disons dites disent | dir | di | dit
interdire | interdis interdis interdit interdisons interdisez interdisent | interdir
  | interdi | interdit
maudire | maudis maudis maudit maudissons maudissez maudissent | maudir | maudi | maudit
lire | lis lis lit lisons lisez lisent | lir | lu | lu
écrire | écris écris écrit écrivons écrivez écrivent | écrir | écrivi | écrit
rire | ris ris rit rions riez rient | rir | ri | ri
suffire | suffis suffis suffit suffisons suffisez suffisent | suffir | suffi | suffi
vivre | vis vis vit vivons vivez vivent | vivr | vécu | vécu
suivre | suis suis suit suivons suivez suivent | suivr | suivi | suivi
plaire | plais plais plaît plaisons plaisez plaisent | plair | plu | plu
taire | tais tais tait taisons taisez taisent | tair | tu | tu
traire | trais trais trait trayons trayez traient | trair | - | trait
connaître | connais connais connaît connaissons connaissez connaissent | connaîtr | connu | connu
naître | nais nais naît naissons naissez naissent | naîtr | naqui | né
croître | croîs croîs croît croissons croissez croissent | croîtr | crû | crû
accroître | accrois accrois accroît accroissons accroissez accroissent | accroîtr | accru | accru
vaincre | vaincs vaincs vainc vainquons vainquez vainquent | vaincr | vainqui | vaincu
coudre | couds couds coud cousons cousez cousent | coudr | cousi | cousu
moudre | mouds mouds moud moulons moulez moulent | moudr | moulu | moulu
résoudre | résous résous résout résolvons résolvez résolvent | résoudr | résolu | résolu
dissoudre | dissous dissous dissout dissolvons dissolvez dissolvent | dissoudr | - | dissous
absoudre | absous absous absout absolvons absolvez absolvent | absoudr | - | absous
clore | clos clos clôt - - closent | clor | - | clos
conclure | conclus conclus conclut concluons concluez concluent | conclur | conclu | conclu
inclure | inclus inclus inclut incluons incluez incluent | inclur | inclu | inclus
courir | cours cours court courons courez courent | courr | couru | couru
mourir | meurs meurs meurt mourons mourez meurent | mourr | mouru | mort
ouvrir | ouvre ouvres ouvre ouvrons ouvrez ouvrent | ouvrir | ouvri | ouvert
cueillir | cueille cueilles cueille cueillons cueillez cueillent | cueiller | cueilli | cueilli
assaillir | assaille assailles assaille assaillons assaillez assaillent | assaillir
  | assailli | assailli
bouillir | bous bous bout bouillons bouillez bouillent | bouillir | bouilli | bouilli
dormir | dors dors dort dormons dormez dorment | dormir | dormi | dormi
partir | pars pars part partons partez partent | partir | parti | parti
servir | sers sers sert servons servez servent | servir | servi | servi
vêtir | vêts vêts vêt vêtons vêtez vêtent | vêtir | vêti | vêtu
fuir | fuis fuis fuit fuyons fuyez fuient | fuir | fui | fui
haïr | hais hais hait haïssons haïssez haïssent | haïr | haï | haï
envoyer | envoie envoies envoie envoyons envoyez envoient | enverr | envoya | envoyé
"""

# model: (what to cut from its front, verbs that go like it with their own front).
_LIKE: dict[str, str] = {
    "pouvoir": "",
    "faire": "refaire défaire satisfaire contrefaire parfaire surfaire redéfaire",
    "valoir": "équivaloir prévaloir revaloir",
    "devoir": "redevoir",
    "recevoir": "apercevoir concevoir décevoir percevoir",
    "émouvoir": "promouvoir",
    "voir": "revoir entrevoir",
    "venir": (
        "tenir devenir revenir parvenir provenir intervenir survenir subvenir prévenir convenir "
        "contrevenir advenir circonvenir souvenir disconvenir redevenir contenir détenir "
        "entretenir maintenir obtenir retenir soutenir appartenir abstenir"
    ),
    "quérir": "acquérir conquérir requérir enquérir reconquérir",
    "prendre": (
        "apprendre comprendre entreprendre surprendre reprendre méprendre éprendre désapprendre "
        "réapprendre"
    ),
    "rendre": (
        "vendre tendre attendre entendre étendre descendre défendre dépendre suspendre fendre "
        "pendre répandre répondre correspondre fondre confondre pondre tondre perdre mordre "
        "tordre détendre prétendre pourfendre redescendre revendre sous-tendre épandre détordre "
        "démordre retordre condescendre reperdre retendre refondre morfondre "
        "sous-entendre réentendre distendre"
    ),
    "rompre": "interrompre corrompre",
    "battre": "combattre abattre débattre rabattre ébattre rebattre contrebattre",
    "mettre": (
        "permettre promettre admettre commettre compromettre remettre soumettre transmettre "
        "omettre démettre émettre entremettre retransmettre réadmettre"
    ),
    "craindre": (
        "contraindre plaindre peindre dépeindre repeindre atteindre éteindre teindre feindre "
        "enfreindre restreindre étreindre astreindre ceindre geindre empreindre joindre rejoindre "
        "adjoindre enjoindre disjoindre déteindre oindre"
    ),
    "conduire": (
        "produire traduire séduire construire détruire instruire réduire introduire reconduire "
        "déduire induire cuire enduire reproduire reconstruire autodétruire coproduire "
        "surproduire éconduire retraduire réintroduire recuire"
    ),
    "luire": "reluire",
    "dire": "redire",
    "interdire": "contredire médire prédire dédire",
    "lire": "élire relire réélire",
    "écrire": (
        "décrire inscrire prescrire proscrire souscrire transcrire réécrire circonscrire "
        "réinscrire récrire retranscrire"
    ),
    "rire": "sourire",
    "vivre": "survivre revivre",
    "suivre": "poursuivre ensuivre",
    "plaire": "déplaire complaire",
    "traire": "extraire soustraire distraire abstraire",
    "connaître": (
        "reconnaître méconnaître paraître apparaître disparaître comparaître transparaître "
        "réapparaître repaître paître"
    ),
    "naître": "renaître",
    "accroître": "décroître",
    "vaincre": "convaincre",
    "coudre": "découdre recoudre",
    "clore": "éclore enclore",
    "conclure": "exclure",
    "inclure": "occlure",
    "courir": "parcourir recourir secourir accourir concourir encourir discourir",
    "ouvrir": (
        "couvrir découvrir recouvrir offrir souffrir rouvrir entrouvrir redécouvrir réouvrir"
    ),
    "cueillir": "accueillir recueillir",
    "assaillir": "tressaillir défaillir",
    "dormir": "endormir rendormir",
    "partir": (
        "repartir sortir ressortir sentir consentir ressentir pressentir mentir démentir repentir "
        "départir"
    ),
    "servir": "desservir resservir",
    "vêtir": "revêtir dévêtir",
    "fuir": "enfuir",
    "envoyer": "renvoyer",
}

# Second group: finir, finissons.
_SECOND_GROUP = """
finir choisir réussir agir réagir interagir établir rétablir définir redéfinir fournir unir réunir
désunir subir saisir ressaisir dessaisir garantir grandir agrandir élargir réfléchir fléchir
infléchir investir désinvestir réinvestir nourrir punir bâtir rebâtir affaiblir durcir endurcir
ralentir avertir convertir reconvertir divertir pervertir invertir aboutir remplir accomplir emplir
obéir désobéir envahir trahir surgir rugir mugir vagir franchir affranchir blanchir enrichir
rafraîchir défraîchir enfouir éblouir évanouir épanouir réjouir jouir applaudir approfondir arrondir
bondir rebondir abasourdir alourdir assourdir étourdir brandir refroidir roidir raidir attiédir
verdir reverdir maigrir amaigrir aigrir amoindrir attendrir pourrir mûrir mourrir appauvrir guérir
chérir périr dépérir enchérir renchérir surenchérir aguerrir tarir ternir vernir brunir bénir bannir
honnir hennir rajeunir munir démunir prémunir garnir dégarnir regarnir jaunir agonir aplanir
affermir raffermir blêmir frémir gémir vomir endolorir fleurir refleurir défleurir adoucir radoucir
éclaircir obscurcir noircir rétrécir farcir épaissir grossir dégrossir réussir roussir moisir
choisir cramoisir vieillir jaillir rejaillir faillir salir pâlir polir abolir démolir ramollir
amollir embellir faiblir anoblir ennoblir assouplir avilir affaiblir ensevelir accueillir bouffir
répartir impartir assortir nantir sertir lotir amortir abrutir aplatir blottir engloutir catir
pressentir ravir gravir sévir asservir assouvir assagir élargir régir rougir mugir surgir vrombir
fourbir fourcir subir glapir clapir croupir déguerpir assoupir tapir vieillir abêtir anéantir
compatir pâtir pétrir meurtrir nourrir atterrir amerrir alunir équarrir saisir resurgir ressurgir
rosir désépaissir étrécir dégourdir engourdir ourdir enlaidir enhardir nordir cautérir bleuir
éclaircir emboutir départir mincir amincir durcir forcir chancir rancir transir gauchir rafraichir
fraîchir enrichir fléchir réfléchir avachir abasourdir crépir décrépir investir travestir revêtir
réassortir désassortir ralentir alentir aboutir rôtir
"""
_NOT_SECOND = {"accueillir", "pressentir", "départir", "revêtir", "mourrir", "cautérir", "nordir"}

# Subjunctive and present participle that the present does not give.
_SUBJUNCTIVE: dict[str, str] = {
    "être": "sois sois soit soyons soyez soient",
    "avoir": "aie aies ait ayons ayez aient",
    "aller": "aille ailles aille allions alliez aillent",
    "faire": "fasse fasses fasse fassions fassiez fassent",
    "pouvoir": "puisse puisses puisse puissions puissiez puissent",
    "vouloir": "veuille veuilles veuille voulions vouliez veuillent",
    "savoir": "sache saches sache sachions sachiez sachent",
    "falloir": "- - faille - - -",
    "valoir": "vaille vailles vaille valions valiez vaillent",
}
_EXTRA: dict[str, tuple[tuple[str, Tag], ...]] = {
    "être": (("étant", "PresPart"),),
    "avoir": (("ayant", "PresPart"), ("aie", "Imp.Pres"), ("ayons", "Imp.Pres")),
    "savoir": (("sachant", "PresPart"), ("sache", "Imp.Pres"), ("sachez", "Imp.Pres")),
    "vouloir": (("veuillez", "Imp.Pres"),),
    "pouvoir": (("puis", "Ind.Pres"),),
    "falloir": (("fallait", "Ind.Imp"),),
    "pleuvoir": (("pleuvait", "Ind.Imp"), ("pleuvant", "PresPart")),
    "échoir": (("échéant", "PresPart"),),
    "bénir": (("bénit", "PastPart"), ("bénite", "PastPart")),
    "plaire": (("plait", "Ind.Pres"),),
}
_IMPERFECT = ("ais", "ais", "ait", "ions", "iez", "aient")
_FUTURE = ("ai", "as", "a", "ons", "ez", "ont")
_HISTORIC = {
    "a": ("ai", "as", "a", "âmes", "âtes", "èrent"),
    "i": ("is", "is", "it", "îmes", "îtes", "irent"),
    "ï": ("ïs", "ïs", "ït", "ïmes", "ïtes", "ïrent"),
    "u": ("us", "us", "ut", "ûmes", "ûtes", "urent"),
    "û": ("ûs", "ûs", "ût", "ûmes", "ûtes", "ûrent"),
    "n": ("ins", "ins", "int", "înmes", "întes", "inrent"),
}
_SUB_IMPERFECT = {
    "a": ("asse", "asses", "ât", "assions", "assiez", "assent"),
    "i": ("isse", "isses", "ît", "issions", "issiez", "issent"),
    "ï": ("ïsse", "ïsses", "ït", "ïssions", "ïssiez", "ïssent"),
    "u": ("usse", "usses", "ût", "ussions", "ussiez", "ussent"),
    "û": ("ûsse", "ûsses", "ût", "ûssions", "ûssiez", "ûssent"),
    "n": ("insse", "insses", "înt", "inssions", "inssiez", "inssent"),
}


@dataclass(frozen=True, slots=True)
class PrincipalParts:
    """What the conjugation of one verb is built from; ``-`` or "" where a form lacks."""

    infinitive: str
    present: tuple[str, ...]
    future: str
    historic: str
    participle: str
    model: str = field(default="")

    def like(self, infinitive: str) -> PrincipalParts:
        """Return the parts of a verb that goes like this one, with another front."""
        shared = 0
        old, new = self.infinitive, infinitive
        while shared < min(len(old), len(new)) and old[-1 - shared] == new[-1 - shared]:
            shared += 1
        cut, front = old[: len(old) - shared], new[: len(new) - shared]

        def change(form: str) -> str:
            if form in {"", "-"}:
                return form
            if not form.startswith(cut):
                # quérir -> quiers, but acquérir -> acquiers: the front is only added
                raise ValueError(f"{infinitive} does not go like {old}: {form}")
            return front + form[len(cut) :]

        return PrincipalParts(
            infinitive,
            tuple(change(form) for form in self.present),
            change(self.future),
            change(self.historic),
            change(self.participle),
            self.model or old,
        )


def _read_parts() -> Iterator[PrincipalParts]:
    for line in _PARTS.replace("\n  |", " |").strip().splitlines():
        infinitive, present, future, historic, participle = (p.strip() for p in line.split("|"))
        yield PrincipalParts(
            infinitive, tuple(present.split()), future, historic, participle, infinitive
        )


def second_group(infinitive: str) -> PrincipalParts:
    """Return the parts of a verb that goes like *finir*."""
    stem = infinitive[:-1]
    endings = ("s", "s", "t", "ssons", "ssez", "ssent")
    present = tuple(stem + ending for ending in endings)
    return PrincipalParts(infinitive, present, infinitive, stem, stem, "finir")


def irregular_verbs() -> list[PrincipalParts]:
    """Return the parts of all listed verbs, models first."""
    verbs: list[PrincipalParts] = []
    for parts in _read_parts():
        verbs.append(parts)
        verbs.extend(parts.like(verb) for verb in _LIKE.get(parts.infinitive, "").split())
    for verb in dict.fromkeys(_SECOND_GROUP.split()):
        if verb not in _NOT_SECOND:
            verbs.append(second_group(verb))
    return verbs


def _subjunctive(parts: PrincipalParts) -> tuple[str, ...]:
    model = _SUBJUNCTIVE.get(parts.model)
    if model is not None and parts.infinitive != "prévaloir":
        forms = tuple(model.split())
        front = parts.infinitive.removesuffix(parts.model)
        return tuple(form if form == "-" else front + form for form in forms)
    plural, we = parts.present[5], parts.present[3]
    sing = plural.removesuffix("ent") if plural != "-" else ""
    first = we.removesuffix("ons") if we != "-" else ""
    return (
        *((sing + e if sing else "-") for e in ("e", "es", "e")),
        *((first + e if first else "-") for e in ("ions", "iez")),
        sing + "ent" if sing else "-",
    )


def participles(masculine: str) -> tuple[str, ...]:
    """Return a past participle in its four forms (dû, due, dus, dues)."""
    stem = {"dû": "du", "redû": "redu", "mû": "mu", "crû": "cru"}.get(masculine, masculine)
    feminine = {"dissous": "dissoute", "absous": "absoute"}.get(masculine, stem + "e")
    plural = stem if stem.endswith("s") else stem + "s"
    return (masculine, feminine, plural, feminine + "s")


def conjugate(parts: PrincipalParts) -> Iterator[tuple[str, Tag]]:
    """Yield each simple form of a verb with its mood and tense; forms may repeat."""
    yield parts.infinitive, "Inf"
    for form in parts.present:
        yield form, "Ind.Pres"
    for form in (parts.present[1], *parts.present[3:5]):
        yield form, "Imp.Pres"
    we = parts.present[3]
    if parts.model == "être":
        yield from ((f"ét{ending}", "Ind.Imp") for ending in _IMPERFECT)
    elif we != "-":
        stem = we.removesuffix("ons")
        yield from ((stem + ending, "Ind.Imp") for ending in _IMPERFECT)
        if parts.model not in {"savoir", "avoir"}:
            yield stem + "ant", "PresPart"
    yield from ((parts.future + ending, "Ind.Fut") for ending in _FUTURE)
    yield from ((parts.future + ending, "Cnd.Pres") for ending in _IMPERFECT)
    yield from ((form, "Sub.Pres") for form in _subjunctive(parts))
    if parts.historic not in {"", "-"}:
        stem, vowel = parts.historic[:-1], parts.historic[-1]
        stem = stem.removesuffix("i") if vowel == "n" else stem
        yield from ((stem + ending, "Ind.Past") for ending in _HISTORIC[vowel])
        yield from ((stem + ending, "Sub.Imp") for ending in _SUB_IMPERFECT[vowel])
    if parts.participle != "-":
        yield from ((form, "PastPart") for form in participles(parts.participle))
    yield from _EXTRA.get(parts.infinitive, ())


def _reformed(form: str) -> str:
    """Return the spelling of 1990, without circumflex on i and u: connait, paraitre."""
    return form.replace("î", "i")


def verb_forms() -> dict[str, list[tuple[str, list[Tag]]]]:
    """Return each form of the listed verbs with its lemmas and their moods and tenses.

    Lemmas stand in the order of the lists: a form of *être* before one of *suivre*.
    """
    forms: dict[str, dict[str, list[Tag]]] = {}
    for parts in irregular_verbs():
        for form, tag in conjugate(parts):
            if form.startswith("-") or form in {"", "-"}:
                continue
            for spelling in dict.fromkeys((form, _reformed(form))):
                tags = forms.setdefault(spelling, {}).setdefault(parts.infinitive, [])
                if tag not in tags:
                    tags.append(tag)
    return {form: list(lemmas.items()) for form, lemmas in sorted(forms.items())}
