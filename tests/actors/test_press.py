"""How the press takes up actors: each test one rule of the resolver."""

from __future__ import annotations

from datetime import date

import pytest

from influence_graph.actors import ActorResolver, load_agents
from influence_graph.model import Actor, ActorName, Article, Office, TimeSpan

from .conftest import ACTORS, Read, igo, sentences, state

FRENCH_MALI = """
Le le DET 2 det Definite=Def|Gender=Masc
Mali Mali PROPN 3 nsubj
proteste protester VERB 0 root
"""


def says(name: str, verb: str = "protested") -> str:
    """Make "NAME protested"."""
    return f"{name} {name} PROPN 2 nsubj\n{verb} protest VERB 0 root"


class TestSpeakers:
    """Who speaks, after and around quoted words."""

    def test_who_quotes_does_not_take_up_a_word_of_the_quotation(self, read: Read) -> None:
        first = """
        Emmanuel Emmanuel PROPN 3 nsubj
        Macron Macron PROPN 1 flat
        proteste protester VERB 0 root
        """
        quote = """
        « « PUNCT 4 punct
        Ramtane Ramtane PROPN 4 nsubj
        Lamamra Lamamra PROPN 2 flat
        ment mentir VERB 0 root
        toujours toujours ADV 4 advmod
        » » PUNCT 4 punct
        , , PUNCT 10 punct
        a avoir AUX 10 aux
        -t-il il PRON 10 nsubj Gender=Masc|Number=Sing
        dit dire VERB 4 parataxis
        """
        assert read("fr", first, quote).at("-t-il").via == "PERSON:EMMANUEL-MACRON"

    def test_a_pronoun_after_its_verb_is_no_filler(self, read: Read) -> None:
        """The parse calls it expletive, but the verb has no other subject."""
        table = """
        Elle elle PRON 2 nsubj Gender=Fem|Number=Sing
        partira partir VERB 0 root
        , , PUNCT 4 punct
        dit dire VERB 2 parataxis
        -il il PRON 4 expl:subj Gender=Masc|Number=Sing
        """
        assert read("fr", FRENCH_MALI, table).codes("-il") == ("MLI",)

    def test_with_a_noun_it_is_one(self, read: Read) -> None:
        table = """
        Paris Paris PROPN 2 nsubj
        doit devoir VERB 0 root
        -il il PRON 2 expl:subj Gender=Masc|Number=Sing
        partir partir VERB 2 xcomp
        """
        assert "-il" not in read("fr", FRENCH_MALI, table).words()

    def test_after_a_preposition_lui_may_be_the_subject_before(self, read: Read) -> None:
        table = """
        Selon selon ADP 2 case
        lui lui PRON 4 obl Gender=Masc|Number=Sing
        Alger Alger PROPN 4 nsubj
        ment mentir VERB 0 root
        """
        assert read("fr", FRENCH_MALI, table).codes("lui") == ("MLI",)

    def test_a_spokesman_says_it_of_his_body(self, read: Read) -> None:
        table = """
        A a DET 4 det Definite=Ind
        French French ADJ 4 amod
        ministry ministry NOUN 4 compound
        spokesman spokesman NOUN 5 nsubj
        said say VERB 0 root
        it it PRON 7 nsubj Number=Sing
        agreed agree VERB 5 ccomp
        """
        assert read("en", says("Mali"), table).codes("it") == ("FRA:GOV",)

    def test_an_official_without_a_name_gets_it_in_the_next_sentence(self, read: Read) -> None:
        first = """
        The the DET 3 det Definite=Def
        Malian Malian ADJ 3 amod
        minister minister NOUN 4 nsubj Number=Sing
        resigned resign VERB 0 root
        """
        second = """
        Yaya Yaya PROPN 3 nsubj
        Kante Kante PROPN 1 flat
        said say VERB 0 root
        no no INTJ 3 obj
        """
        third = """
        Kante Kante PROPN 2 nsubj
        left leave VERB 0 root
        """
        found = read("en", first, second, third)
        assert found.codes("Yaya Kante") == ("MLI:GOV",)
        assert found.codes("Kante") == ("MLI:GOV",)

    def test_somebody_else_introduced_is_somebody_else(self, read: Read) -> None:
        first = """
        The the DET 3 det Definite=Def
        Malian Malian ADJ 3 amod
        minister minister NOUN 4 nsubj Number=Sing
        resigned resign VERB 0 root
        """
        second = """
        Yaya Yaya PROPN 7 nsubj
        Kante Kante PROPN 1 flat
        , , PUNCT 5 punct
        an a DET 5 det
        analyst analyst NOUN 1 appos
        , , PUNCT 5 punct
        said say VERB 0 root
        """
        assert read("en", first, second).codes("Yaya Kante") == ("PERSON:KANTE",)


class TestPossessives:
    """Whose it is."""

    def test_the_agent_of_a_participle_owns_what_its_purpose_names(self, read: Read) -> None:
        table = """
        Alger Alger PROPN 2 nsubj
        dénonce dénoncer VERB 0 root
        un un DET 4 det
        prétexte prétexte NOUN 2 obj Gender=Masc|Number=Sing
        utilisé utiliser VERB 4 acl VerbForm=Part|Voice=Pass
        par par ADP 7 case
        Bamako Bamako PROPN 5 obl:agent
        pour pour ADP 9 mark
        justifier justifier VERB 5 advcl VerbForm=Inf
        son son DET 11 det Poss=Yes|Number=Sing
        attaque attaque NOUN 9 obj Gender=Fem|Number=Sing
        """
        assert read("fr", table).codes("son") == ("MLI:GOV",)

    @pytest.mark.parametrize(
        ("verb", "owner"), [("abattu abattre", "MLI:GOV"), ("vendu vendre", "DZA:GOV")]
    )
    def test_one_shoots_down_what_is_another_s(self, read: Read, verb: str, owner: str) -> None:
        table = f"""
        Bamako Bamako PROPN 2 nsubj
        affirme affirmer VERB 0 root
        qu' que SCONJ 6 mark
        Alger Alger PROPN 6 nsubj
        a avoir AUX 6 aux
        {verb} VERB 2 ccomp
        l' le DET 8 det
        un un PRON 6 obj
        de de ADP 11 case
        ses son DET 11 det Poss=Yes|Number=Plur
        drones drone NOUN 8 nmod Gender=Masc|Number=Plur
        """
        assert read("fr", table).codes("ses") == (owner,)

    def test_an_armed_group_has_no_territory(self, read: Read) -> None:
        table = """
        M23 M23 PROPN 2 nsubj
        struck strike VERB 0 root
        from from ADP 5 case
        its its PRON 5 nmod:poss Poss=Yes
        territory territory NOUN 2 obl
        """
        assert read("en", says("Mali"), table).codes("its") == ("MLI",)

    def test_coordinated_nouns_share_their_owner(self, read: Read) -> None:
        table = """
        Mali Mali PROPN 2 nsubj
        closed close VERB 0 root
        its its PRON 4 nmod:poss Poss=Yes
        embassy embassy NOUN 2 obj
        and and CCONJ 6 cc
        consulate consulate NOUN 4 conj
        """
        assert read("en", table).codes("consulate") == ("MLI:GOV",)

    def test_but_not_with_a_noun_that_has_its_own_place(self, read: Read) -> None:
        table = """
        Malian Malian ADJ 2 amod
        ministers minister NOUN 7 nsubj Number=Plur
        and and CCONJ 4 cc
        leaders leader NOUN 2 conj Number=Plur
        of of ADP 6 case
        Georgia Georgia PROPN 4 nmod
        met meet VERB 0 root
        """
        assert read("en", table).codes("leaders") == ("GEO:GOV",)

    def test_a_plural_adjective_belongs_to_both_nouns(self, read: Read) -> None:
        table = """
        L' le DET 2 det Definite=Def
        armée armée NOUN 7 nsubj Gender=Fem|Number=Sing
        et et CCONJ 5 cc
        le le DET 5 det Definite=Def
        gouvernement gouvernement NOUN 2 conj Gender=Masc|Number=Sing
        maliens malien ADJ 5 amod Gender=Masc|Number=Plur
        refusent refuser VERB 0 root
        """
        assert read("fr", table).codes("armée") == ("MLI:MIL",)

    def test_the_ambassadors_from(self, read: Read) -> None:
        table = """
        The the DET 2 det Definite=Def
        ambassadors ambassador NOUN 7 nsubj Number=Plur
        from from ADP 4 case
        Mali Mali PROPN 2 nmod
        and and CCONJ 6 cc
        Niger Niger PROPN 4 conj
        left leave VERB 0 root
        """
        assert read("en", table).codes("ambassadors") == ("MLI:GOV", "NER:GOV")


class TestShortForms:
    """Nouns that take up longer ones."""

    FIRST = """
    The the DET 4 det Definite=Def
    Malian Malian ADJ 4 amod
    {noun} NOUN 4 compound
    {head} NOUN 5 nsubj Number=Sing
    protested protest VERB 0 root
    """
    AGAIN = """
    The the DET 2 det Definite=Def
    {head} NOUN 3 nsubj Number=Sing
    said say VERB 0 root
    """

    def test_the_ministry_is_the_foreign_ministry_named(self, read: Read) -> None:
        first = self.FIRST.format(noun="foreign foreign", head="ministry ministry")
        again = self.AGAIN.format(head="ministry ministry")
        found = read("en", first, says("Algeria"), again)
        assert found.at("ministry", 1).codes == ("MLI:GOV",)
        assert "foreign ministry" in found.at("ministry", 1).reasons[0]

    def test_the_minister_is_no_prime_minister(self, read: Read) -> None:
        first = self.FIRST.format(noun="prime prime", head="minister minister")
        found = read("en", first, says("Algeria"), self.AGAIN.format(head="minister minister"))
        assert all("the one named" not in m.reasons[0] for m in found.mentions)


class TestDescriptions:
    """Nouns that stand for actors named elsewhere."""

    def test_the_nation_of_a_region_lies_there(self, read: Read) -> None:
        table = """
        The the DET 4 det Definite=Def
        West West PROPN 4 compound
        African African ADJ 4 amod
        nation nation NOUN 5 nsubj
        agreed agree VERB 0 root
        """
        found = read("en", says("Mali"), says("France"), says("France"), table)
        assert found.codes("nation") == ("MLI",)

    def test_two_countries_of_a_region_lie_there(self, read: Read) -> None:
        table = """
        les le DET 3 det Definite=Def
        deux deux NUM 3 nummod
        pays pays NOUN 6 nsubj Gender=Masc|Number=Plur
        du du ADP 5 case
        Maghreb Maghreb PROPN 3 nmod
        refusent refuser VERB 0 root
        """
        names = [f"{n} {n} PROPN 2 nsubj\nparle parler VERB 0 root"
                 for n in ("Alger", "Rabat", "Moscou", "Paris")]  # fmt: skip
        assert set(read("fr", *names, table).codes("pays")) == {"DZA", "MAR"}

    def test_a_region_of_few_states_acts_as_all_of_them(self, read: Read) -> None:
        table = """
        The the DET 3 det Definite=Def
        {region} {region} ADJ 3 amod
        states state NOUN 4 nsubj Number=Plur
        agreed agree VERB 0 root
        """
        few = read("en", says("Mali"), table.format(region="Maghreb"))
        assert few.codes("states") == ("DZA", "MAR")
        assert "states" not in " ".join(read("en", table.format(region="African")).words())

    def test_two_sides_may_be_a_state_and_an_armed_group(self, read: Read) -> None:
        first = """
        Mali Mali PROPN 4 nsubj
        and and CCONJ 3 cc
        Wagner Wagner PROPN 1 conj
        agreed agree VERB 0 root
        """
        second = """
        The the DET 3 det Definite=Def
        two two NUM 3 nummod
        {noun} NOUN 4 nsubj Number=Plur
        met meet VERB 0 root
        """
        sides = read("en", first, second.format(noun="sides side"))
        assert set(sides.codes("sides")) == {"MLI", "NSAG:WAGNER"}
        countries = read("en", first, second.format(noun="countries country"))
        assert "countries" not in countries.words()

    def test_the_three_states_are_the_members_of_an_organisation_of_three(self) -> None:
        joined = Office(organization="IGO:AES", role="Member", start=date(2023, 9, 16))
        actors = (
            igo("IGO:AES", "Alliance of Sahel States", "Alliance des États du Sahel", "AES"),
            state("MLI", "Mali", "Mali", "Bamako", "malien|Malian", offices=(joined,)),
            state("NER", "Niger", "Niger", "Niamey", "nigérien|Nigerien", offices=(joined,)),
            state("BFA", "Burkina", "Burkina", "Ouaga", "burkinabè|Burkinabe", offices=(joined,)),
            state("DZA", "Algeria", "Algérie", "Alger", "algérien|Algerian"),
        )
        resolver = ActorResolver(actors, {"en": load_agents("en")})
        table = """
        The the DET 3 det Definite=Def
        three three NUM 3 nummod
        countries country NOUN 4 nsubj Number=Plur
        agreed agree VERB 0 root
        """
        for day, codes in (("2024-02", {"MLI", "NER", "BFA"}), ("2022-02", None)):
            text, parsed = sentences(says("AES"), says("Algeria"), table)
            article = Article(text=text, language="en", published=TimeSpan.parse(day))
            last = [m for m in resolver.mentions(article, parsed) if m.sentence == 2]
            assert (set(last[0].codes) if last else None) == codes

    def test_allies_are_those_named_at_once(self, read: Read) -> None:
        table = """
        Mali Mali PROPN 3 nsubj
        thanked thank VERB 0 root
        its its PRON 4 nmod:poss Poss=Yes
        allies ally NOUN 2 obj Number=Plur
        Niger Niger PROPN 4 appos
        and and CCONJ 7 cc
        Georgia Georgia PROPN 5 conj
        """
        assert read("en", says("France"), table).codes("allies") == ("NER", "GEO")

    def test_a_name_set_beside_a_description_says_which(self, read: Read) -> None:
        table = """
        Its its PRON 4 nmod:poss Poss=Yes
        former former ADJ 4 amod
        colonial colonial ADJ 4 amod
        power power NOUN 8 nsubj
        , , PUNCT 6 punct
        France France PROPN 4 appos
        , , PUNCT 6 punct
        left leave VERB 0 root
        """
        assert read("en", says("Belgium"), says("Mali"), table).codes("power") == ("FRA",)

    def test_a_capital_with_its_name_is_that_of_its_state(self, read: Read) -> None:
        table = """
        Georgia Georgia PROPN 2 nsubj
        shelled shell VERB 0 root
        the the DET 4 det Definite=Def
        capital capital NOUN 2 obj
        Moscow Moscow PROPN 4 appos
        """
        assert read("en", says("Mali"), table).codes("capital") == ("RUS",)

    def test_one_accuses_another_country(self, read: Read) -> None:
        table = """
        Mali Mali PROPN 2 nsubj
        {verb} VERB 0 root
        the the DET 4 det Definite=Def
        country country NOUN 2 obj
        """
        accused = read("en", says("Algeria"), table.format(verb="accused accuse"))
        assert accused.codes("country") == ("DZA",)
        closed = read("en", says("Algeria"), table.format(verb="closed close"))
        assert closed.codes("country") == ("MLI",)

    def test_envoys_of_somebody_unknown_are_nobody_s(self, read: Read) -> None:
        table = """
        Les le DET 2 det Definite=Def
        ambassadeurs ambassadeur NOUN 6 nsubj Gender=Masc|Number=Plur
        des de ADP 4 case
        États État NOUN 2 nmod Gender=Masc|Number=Plur
        membres membre NOUN 4 nmod Gender=Masc|Number=Plur
        partent partir VERB 0 root
        """
        assert "ambassadeurs" not in " ".join(read("fr", FRENCH_MALI, table).words())

    def test_the_press_is_nobody(self, read: Read) -> None:
        table = """
        Il il PRON 2 nsubj Gender=Masc|Number=Sing
        parle parler VERB 0 root
        à à ADP 5 case
        la le DET 5 det Definite=Def
        presse presse NOUN 2 obl Gender=Fem|Number=Sing
        """
        assert read("fr", FRENCH_MALI, table).words() == ["Mali", "Il"]

    def test_the_ousted_government_may_be_that_of_the_accuser(self, read: Read) -> None:
        table = """
        Mali Mali PROPN 2 nsubj
        accused accuse VERB 0 root
        the the DET 5 det Definite=Def
        {adjective} ADJ 5 amod
        government government NOUN 2 obj
        """
        ousted = read("en", says("Mali"), table.format(adjective="ousted ousted"))
        assert ousted.codes("government") == ("MLI:GOV",)
        french = read("en", says("Georgia"), table.format(adjective="new new"))
        assert french.codes("government") == ("GEO:GOV",)

    def test_there_is_no_place_in_il_y_a(self, read: Read) -> None:
        table = """
        Il il PRON 3 expl:subj Gender=Masc
        y y PRON 3 expl:comp
        a avoir VERB 0 root
        crise crise NOUN 3 obj
        """
        assert read("fr", FRENCH_MALI, table).words() == ["Mali"]


class TestTheLatter:
    """The last one named who is not the subject."""

    TWO = """
    Le le DET 2 det Definite=Def|Gender=Masc
    Mali Mali PROPN 3 nsubj
    accuse accuser VERB 0 root
    la le DET 5 det Definite=Def|Gender=Fem
    France France PROPN 3 obj
    """

    def test_it_is_the_nearest(self, read: Read) -> None:
        table = """
        Cette ce DET 2 det Gender=Fem
        dernière dernier NOUN 3 nsubj Gender=Fem|Number=Sing
        dément démentir VERB 0 root
        """
        assert read("fr", self.TWO, table).codes("dernière") == ("FRA",)

    def test_it_is_not_the_subject(self, read: Read) -> None:
        table = """
        Alger Alger PROPN 2 nsubj
        répond répondre VERB 0 root
        à à ADP 5 case
        ce ce DET 5 det Gender=Masc
        dernier dernier NOUN 2 obl Gender=Masc|Number=Sing
        """
        assert read("fr", self.TWO, table).codes("dernier") == ("MLI",)

    def test_the_last_of_something_is_no_actor(self, read: Read) -> None:
        table = """
        Le le DET 2 det Gender=Masc
        dernier dernier NOUN 3 nsubj Gender=Masc|Number=Sing
        part partir VERB 0 root
        """
        assert read("fr", self.TWO, table).words() == ["Mali", "France"]

    def test_it_as_an_object_is_not_the_subject(self, read: Read) -> None:
        first = """
        Mali Mali PROPN 2 nsubj
        accused accuse VERB 0 root
        France France PROPN 2 obj
        """
        second = """
        France France PROPN 2 nsubj
        backed back VERB 0 root
        it it PRON 2 obj Number=Sing
        """
        assert read("en", first, second).codes("it") == ("MLI",)


class TestNames:
    """Persons and names that need company."""

    INTRODUCED = """
    South South PROPN 2 compound
    Korea Korea PROPN 4 nmod:poss
    's 's PART 2 case
    minister minister NOUN 5 nmod:desc
    Kim Kim PROPN 9 nsubj
    Hong Hong PROPN 5 flat
    -kyun kyun PROPN 5 flat
    has have AUX 9 aux
    agreed agree VERB 0 root
    """
    KOREA = (
        state("KOR", "South Korea", "Corée du Sud", "Seoul", "sud-coréen|South-Korean",
              extra=[ActorName(text="South", language="en", ambiguous=True)]),
        state("PRK", "North Korea", "Corée du Nord", "Pyongyang", "nord-coréen|North-Korean",
              extra=[ActorName(text="North", language="en", ambiguous=True)]),
    )  # fmt: skip

    def korean(self, *tables: str) -> dict[str, tuple[str, ...]]:
        """Read with both Koreas known; the codes by word."""
        resolver = ActorResolver((*ACTORS, *self.KOREA), {"en": load_agents("en")})
        text, parsed = sentences(*tables)
        article = Article(text=text, language="en", published=TimeSpan.parse("2024-10"))
        return {m.text: m.codes for m in resolver.mentions(article, parsed)}

    def test_the_family_name_may_come_first(self) -> None:
        table = """
        Kim Kim PROPN 2 nsubj
        left leave VERB 0 root
        """
        assert self.korean(self.INTRODUCED, table)["Kim"] == ("KOR:GOV",)

    def test_a_surname_that_the_tagger_calls_a_noun(self, read: Read) -> None:
        first = """
        Russian Russian ADJ 2 amod
        ambassador ambassador NOUN 3 nmod:desc
        Georgy Georgy PROPN 5 nsubj
        Zinoviev Zinoviev PROPN 3 flat
        left leave VERB 0 root
        """
        second = """
        Zinoviev Zinoviev NOUN 2 nsubj
        agreed agree VERB 0 root
        """
        assert read("en", first, second).codes("Zinoviev") == ("RUS:GOV",)

    def test_an_ambassador_is_no_namesake_in_office(self, read: Read) -> None:
        table = """
        Ambassador Ambassador PROPN 2 compound
        Putin Putin PROPN 3 nsubj
        left leave VERB 0 root
        """
        assert read("en", says("Russia"), table).at("Putin").via != "PERSON:VLADIMIR-PUTIN"

    def test_a_treaty_is_nobody(self, read: Read) -> None:
        table = """
        Mutual Mutual PROPN 3 amod
        Defence Defence PROPN 3 compound
        Treaty Treaty PROPN 4 nsubj
        binds bind VERB 0 root
        """
        assert read("en", table).words() == []

    def test_the_north_is_a_state_beside_the_south(self) -> None:
        north = """
        the the DET 2 det Definite=Def
        North North PROPN 3 nsubj
        agreed agree VERB 0 root
        """
        left = "{0} {0} PROPN 2 compound\nKorea Korea PROPN 3 nsubj\nleft leave VERB 0 root"
        both = (left.format("North"), left.format("South"))
        assert self.korean(*both, north)["North"] == ("PRK",)
        assert "North" not in self.korean(both[0], north)
        part = north.replace("agreed agree VERB 0 root", "of of ADP 4 case\nMali Mali PROPN 0 root")
        assert "North" not in self.korean(*both, part)

    def test_a_usual_meaning_outweighs_what_is_named_once_later(self) -> None:
        """Brussels is the European Union, though NATO sits there too and is named below."""
        alliance = Actor(
            code="IGO:NATO", kind="InternationalOrganization", labels={"en": "NATO"},
            names=(ActorName(text="NATO", kind="acronym"),
                   ActorName(text="Brussels", kind="city", language="en", ambiguous=True)),
        )  # fmt: skip
        known = (*(a for a in ACTORS if a.code != "IGO:NATO"), alliance)
        resolver = ActorResolver(known, {"en": load_agents("en")})
        for later, code in ((1, "IGO:EU"), (4, "IGO:NATO")):
            text, parsed = sentences(says("Brussels"), *[says("NATO")] * later)
            article = Article(text=text, language="en", published=TimeSpan.parse("2024-06"))
            assert resolver.mentions(article, parsed)[0].codes == (code,)

    @pytest.mark.parametrize(("day", "code"), [("2019-06", "NSAG:TALIBAN"), ("2024-06", "AFG:GOV")])
    def test_a_name_means_who_bears_it_on_the_day(self, day: str, code: str) -> None:
        actors = (
            state("AFG", "Afghanistan", "Afghanistan", "Kabul", "afghan|Afghan"),
            Actor(code="NSAG:TALIBAN", kind="NonStateArmedGroup", labels={"en": "Taliban"},
                  names=(ActorName(text="Taliban", ambiguous=True),), end=date(2021, 8, 14)),
            Actor(code="ORG:TALIBAN-GOV", kind="Organization", labels={"en": "Taliban"},
                  names=(ActorName(text="Taliban", ambiguous=True),), acts_for="AFG:GOV",
                  start=date(2021, 8, 15)),
        )  # fmt: skip
        resolver = ActorResolver(actors, {"en": load_agents("en")})
        text, parsed = sentences(says("Taliban"))
        article = Article(text=text, language="en", published=TimeSpan.parse(day))
        (mention,) = resolver.mentions(article, parsed)
        assert mention.codes == (code,)
        assert mention.score > 0.8
