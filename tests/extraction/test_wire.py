"""What agency reports put briefly: places for victims, agents left out, acts announced."""

from __future__ import annotations

from tests.extraction.reading import claims


def test_a_passive_without_agent_is_done_by_the_state_where_it_happens() -> None:
    """ "A Pole was arrested in Chad": only states arrest, and only an entry that says so fires."""
    entry = '[[entry]]\nid = "a"\nverb = ["arrest"]\nagentless = true\nX = ["in"]\n'
    table = """
    Pole      Pole    PROPN 3  nsubj:pass
    was       be      AUX   3  aux:pass    VerbForm=Fin
    arrested  arrest  VERB  0  root        Tense=Past|VerbForm=Part
    {0}       {0}     ADP   5  case
    Chad      Chad    PROPN 3  obl
    """
    actors: dict[int, str | tuple[str, ...]] = {1: "POL", 5: "TCD"}
    found = claims(table.format("in"), actors, entry, relation="coerces")
    assert found == ["TCD coerces POL asserted"]
    assert claims(table.format("by"), actors, entry, relation="coerces") == []


SAY = """
Iran     Iran     PROPN 2  nsubj
said     say      VERB  0  root   Tense=Past|VerbForm=Fin
{0}      {0}      PROPN 5  nsubj
would    would    AUX   5  aux
boycott  boycott  VERB  2  ccomp  VerbForm=Inf
Peru     Peru     PROPN 5  obj
unless   unless   SCONJ 9  mark
Cuba     Cuba     PROPN 9  nsubj
left     leave    VERB  5  advcl  Tense=Past|VerbForm=Fin
"""


def test_an_announced_act_is_the_speakers_own() -> None:
    """ "Iran said it would boycott Peru" threatens Peru; that Mali would does not."""
    entry = (
        '[[entry]]\nid = "s"\nverb = ["say"]\nown = true\n'
        'with = { clause = ["boycott"], "clause.condition" = ["unless"] }\nY = ["clause.obj"]\n'
    )
    own = claims(SAY.format("it"), {1: "IRN", 3: "IRN", 6: "PER"}, entry, relation="threatens")
    other = claims(SAY.format("Mali"), {1: "IRN", 3: "MLI", 6: "PER"}, entry, relation="threatens")
    assert (own, other) == (["IRN threatens PER asserted"], [])


def test_a_threat_is_to_whom_its_condition_names() -> None:
    """ "Iran threatened to leave if Peru stays" threatens Peru."""
    found = claims(
        """
        Iran        Iran      PROPN 2  nsubj
        threatened  threaten  VERB  0  root   Tense=Past|VerbForm=Fin
        to          to        PART  4  mark
        leave       leave     VERB  2  xcomp  VerbForm=Inf
        if          if        SCONJ 7  mark
        Peru        Peru      PROPN 7  nsubj
        stays       stay      VERB  4  advcl  Tense=Pres|VerbForm=Fin
        """,
        {1: "IRN", 6: "PER"},
        '[[entry]]\nid = "t"\nverb = ["threaten"]\nY = ["obj", "provided"]\n',
        relation="threatens",
    )
    assert found == ["IRN threatens PER asserted"]


KILLED = """
Israel   Israel   PROPN 2  nsubj
killed   kill     VERB  0  root   Tense=Past|VerbForm=Fin
three    three    NUM   4  nummod
people   people   NOUN  2  obj
{0}      {0}      ADP   6  case
Lebanon  Lebanon  PROPN 2  obl
"""


def test_force_on_somebody_unnamed_is_on_the_state_where_it_is_used() -> None:
    """ "killed three people in Lebanon", but not "killed three people for Lebanon"."""
    entry = '[[entry]]\nid = "k"\nverb = ["kill"]\n'
    actors: dict[int, str | tuple[str, ...]] = {1: "ISR", 6: "LBN"}
    assert claims(KILLED.format("in"), actors, entry, relation="assaults") == [
        "ISR assaults LBN asserted"
    ]
    assert claims(KILLED.format("for"), actors, entry, relation="assaults") == []


def test_where_help_is_given_is_not_whom_it_helps() -> None:
    """The same words of a friendly relation say nothing of the place."""
    entry = '[[entry]]\nid = "k"\nverb = ["kill"]\n'
    assert claims(KILLED.format("in"), {1: "ISR", 6: "LBN"}, entry, relation="aids") == []


def test_what_breaks_out_between_two_is_between_them() -> None:
    """ "Fighting erupted between X and Y": the two hang on the verb, the noun is a verb form."""
    found = claims(
        """
        Fighting  fight    VERB  2  nsubj  VerbForm=Ger
        erupted   erupt    VERB  0  root   Tense=Past|VerbForm=Fin
        between   between  ADP   4  case
        Mali      Mali     PROPN 2  obl
        and       and      CCONJ 6  cc
        Niger     Niger    PROPN 4  conj
        """,
        {4: "MLI", 6: "NER"},
        '[[entry]]\nid = "f"\nnoun = ["fighting"]\nY = ["with"]\nboth = true\n',
        relation="assaults",
    )
    assert sorted(found) == ["MLI assaults NER asserted", "NER assaults MLI asserted"]


def test_a_named_person_counts_where_the_entry_admits_one() -> None:
    """ "Kohl arrived in Mali" is a visit; "a cargo arrived in Mali" is not."""
    entry = '[[entry]]\nid = "a"\nverb = ["arrive"]\nwith = { subj = ["@person"] }\nY = ["in"]\n'
    table = """
    Kohl     Kohl    PROPN 2  nsubj
    arrived  arrive  VERB  0  root   Tense=Past|VerbForm=Fin
    in       in      ADP   4  case
    Mali     Mali    PROPN 2  obl
    """
    actors: dict[int, str | tuple[str, ...]] = {1: "DEU:GOV", 4: "MLI"}
    person = claims(table, actors, entry, relation="consultsWith", kinds={1: "person"})
    assert person == ["DEU:GOV consultsWith MLI asserted"]
    assert claims(table, actors, entry, relation="consultsWith") == []


def test_what_a_transport_carries_goes_where_it_goes() -> None:
    """ "sent a plane carrying rice to Mali"; the second of two objects counts as well."""
    entry = '[[entry]]\nid = "s"\nverb = ["send"]\nwith = { obj = ["plane"] }\nY = ["to"]\n'
    found = claims(
        """
        Cuba      Cuba   PROPN 2  nsubj
        sent      send   VERB  0  root   Tense=Past|VerbForm=Fin
        doctors   doctor NOUN  2  obj
        and       and    CCONJ 5  cc
        planes    plane  NOUN  3  conj
        carrying  carry  VERB  3  acl    VerbForm=Ger
        rice      rice   NOUN  6  obj
        to        to     ADP   9  case
        Mali      Mali   PROPN 6  obl
        """,
        {1: "CUB", 9: "MLI"},
        entry,
        relation="aids",
    )
    assert found == ["CUB aids MLI asserted"]


def test_what_vetoes_a_text_says_nothing_that_the_text_says() -> None:
    """ "Cuba vetoed a resolution condemning Peru" does not condemn Peru."""
    table = """
    Cuba        Cuba        PROPN 2  nsubj
    {0}         {1}         VERB  0  root   Tense=Past|VerbForm=Fin
    a           a           DET   4  det
    resolution  resolution  NOUN  2  obj
    condemning  condemn     VERB  4  acl    VerbForm=Ger
    Peru        Peru        PROPN 5  obj
    """
    entry = '[[entry]]\nid = "c"\nverb = ["condemn"]\n'
    actors: dict[int, str | tuple[str, ...]] = {1: "CUB", 6: "PER"}
    vetoed = claims(table.format("vetoed", "veto"), actors, entry, relation="accuses")
    tabled = claims(table.format("tabled", "table"), actors, entry, relation="accuses")
    assert (vetoed, tabled) == ([], ["CUB accuses PER asserted"])
