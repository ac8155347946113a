"""Matches lexicon entries on a sentence: which words say a relation between which actors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from influence_graph.extraction.arguments import Argument, Arguments, actor_kind
from influence_graph.extraction.grammar import Grammar
from influence_graph.extraction.lexicon import Entry, Lexicon
from influence_graph.extraction.tree import Tree
from influence_graph.model import Relation, roll_up

__all__ = ["Hit", "Matcher", "without_shadowed"]


_PERSON = "@person"
"""Stands among the words of ``with`` for any person who is named."""

_PLACES = frozenset({"name", "capital", "city"})
_WHERE = 0.75
"""Factor for a state in which force is used on somebody unnamed."""

_PREFIXABLE = ("demonym", "inhabitant", "combining")
"""Kinds of mention that take a prefix without hyphen ("proaméricain"), unlike names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An entry that fired.

    Attributes
    ----------
    entry : Entry
        The lexicon entry.
    head : int
        Its head word.
    fixed : tuple of int
        Its fixed words.
    subject, object : Argument
        The actors.
    strength : float
        To choose between entries: what the entry and its actors are worth, 0 to 1.
    mutual : bool
        The actors do it to each other.
    by_order : bool
        The parse says nothing; it was read by the order of the words.
    """

    entry: Entry
    head: int
    fixed: tuple[int, ...]
    subject: Argument
    object: Argument
    strength: float
    mutual: bool = False
    by_order: bool = False

    @property
    def specificity(self) -> tuple[int, float]:
        """How much of the sentence the entry explains; more is better."""
        entry = self.entry
        return (
            2 * len(entry.having)
            + 2 * (entry.particle is not None)
            + entry.reflexive
            + 3 * entry.negated
            + any(" " in lemma for lemma in entry.lemmas),
            self.strength,
        )


class Matcher:
    """Matches a lexicon.

    Parameters
    ----------
    lexicon : Lexicon
        Entries of the language.
    relations : Mapping of str to Relation
        The ontology's relations by name: which ones are symmetric.
    grammar : Grammar
        Function words of the language.
    """

    def __init__(
        self, lexicon: Lexicon, relations: Mapping[str, Relation], grammar: Grammar
    ) -> None:
        self.lexicon = lexicon
        self.relations = relations
        self._prefixes = lexicon.lemmas("prefix")
        self._adverbials = frozenset(lexicon.lemmas("adv"))
        self._comitative = grammar.words("comitative") | grammar.words("between") | {"between"}

    def hits(
        self, tree: Tree, arguments: Arguments, heads: Iterable[int] | None = None
    ) -> list[Hit]:
        """Return what the entries find in a sentence, one relation per head word and pair.

        Parameters
        ----------
        tree : Tree
            The sentence.
        arguments : Arguments
            Its actors.
        heads : iterable of int, optional
            The head words to look at; all unless given.
        """
        found: list[Hit] = []
        looked_at = range(len(tree)) if heads is None else list(heads)
        denials: list[int] = []
        for head in looked_at:
            found.extend(self._select(self._at(head, tree, arguments)))
            if tree.upos(head) == "VERB" and any(
                "accuser" in entry.y for entry in self.lexicon.find("verb", tree.lemma[head])
            ):
                denials.append(head)
        arguments.accusations = [
            (hit.subject, hit.object.code)
            for hit in found
            if hit.entry.relation in ("accuses", "distrusts")
        ]
        done = {hit.head for hit in found}
        for head in denials:  # who denies answers who accuses
            if head not in done:
                found.extend(self._select(self._at(head, tree, arguments)))
        return [*without_shadowed(found), *self._likewise(found, tree, arguments)]

    def _likewise(self, hits: Sequence[Hit], tree: Tree, arguments: Arguments) -> list[Hit]:
        """Return what others did too: *X turned to Y, as Z and W have done*."""
        words = tree.grammar.words
        found = []
        for hit in hits:
            for k in tree.children(hit.head, "advcl"):
                marks = {tree.low[m] for m in tree.children(k, "mark", "advmod")}
                marks |= {tree.case[s] for s in tree.children(k, "nsubj")}  # read as its "as"
                if (
                    tree.lemma[k] not in words("likewise.verbs")
                    or not marks & words("likewise.marks")
                    or tree.children(k, "obj", "ccomp", "xcomp")
                ):
                    continue
                for x in arguments.of(tree.children(k, "nsubj")):
                    if roll_up(x.code) not in _dyad(hit):
                        found.append(replace(hit, head=k, fixed=(), subject=x))
        return found

    def _at(self, head: int, tree: Tree, arguments: Arguments) -> list[Hit]:
        upos, lemma = tree.upos(head), tree.lemma[head]
        hits: list[Hit] = []
        if upos in ("VERB", "AUX"):
            entries = self.lexicon.find("verb", lemma)
            reflexive = self._reflexive(head, tree) if entries else (False, False)
            for entry in entries:
                hits += self._verb(entry, head, reflexive, arguments)
            if self._is_verbal_noun(head, tree):
                for entry in self.lexicon.find("noun", tree.low[head]):
                    hits += self._noun(entry, head, tree, arguments)
        if upos in ("NOUN", "PROPN"):
            for entry in self.lexicon.find("noun", lemma):
                hits += self._noun(entry, head, tree, arguments)
        if upos in ("NOUN", "ADJ", "PROPN") or (upos == "VERB" and self._is_named(head, tree)):
            for entry in self.lexicon.find("role", lemma):
                hits += self._plain(entry, head, tree, arguments)
        if upos in ("ADJ", "NOUN") or (upos == "VERB" and self._is_adjectival(head, tree)):
            for entry in self.lexicon.find("adj", lemma):
                hits += self._plain(entry, head, tree, arguments)
        if tree.case[head] in self._adverbials:
            for entry in self.lexicon.find("adv", tree.case[head]):
                hits += self._adverbial(entry, head, tree, arguments)
        for prefix in self._prefixes:
            if tree.low[head].startswith(prefix.rstrip("-")):
                for entry in self.lexicon.find("prefix", prefix):
                    hits += self._prefixed(entry, prefix, head, tree, arguments)
        return hits

    @staticmethod
    def _is_verbal_noun(verb: int, tree: Tree) -> bool:
        """Tell whether a verb form in *-ing* stands as a noun: *fighting broke out*."""
        return tree.feat(verb, "VerbForm") == "Ger" and tree.base(verb) in ("nsubj", "obj", "obl")

    @staticmethod
    def _is_adjectival(verb: int, tree: Tree) -> bool:
        """Tell whether a participle describes like an adjective: *worried about Y*."""
        return tree.feat(verb, "VerbForm") == "Part" and not tree.has_child(verb, "obj", "ccomp")

    @staticmethod
    def _is_named(verb: int, tree: Tree) -> bool:
        """Tell whether a participle is used as a noun: *les derniers alliés de Y*."""
        return tree.has_child(verb, "det") or (
            tree.feat(verb, "VerbForm") == "Part" and tree.base(verb) in ("acl", "appos", "advcl")
        )

    # -- kinds of entry ------------------------------------------------------------------------

    def _verb(
        self, entry: Entry, head: int, used: tuple[bool, bool], arguments: Arguments
    ) -> list[Hit]:
        tree = arguments.tree
        reflexive, reciprocal = used
        if not self._particle_fits(entry, head, tree):
            return []
        if entry.reflexive and not reflexive:
            return []
        if entry.negated and not self._is_negated(head, tree):
            return []
        if entry.agentless and (not tree.is_passive(head) or arguments.places.subjects(head)):
            return []
        fixed = self._fixed(entry, head, arguments)
        if fixed is None:
            return []
        xs = arguments.of(k for p in entry.x for k in self._find(entry, head, p, fixed, arguments))
        if entry.own:
            xs = self._own(xs, head, fixed, entry, arguments)
        if (reflexive and not entry.reflexive) or reciprocal:
            if "obj" not in entry.y or len(xs) < 2:
                return []
            return [
                hit
                for x in xs
                for y in xs
                if x.code != y.code
                for hit in self._hit(entry, head, fixed, x, y, mutual=True)
            ]
        return self._pairs(entry, head, fixed, xs, self._ys(entry, head, fixed, xs, arguments))

    def _own(
        self,
        xs: list[Argument],
        head: int,
        fixed: tuple[int, ...],
        entry: Entry,
        arguments: Arguments,
    ) -> list[Argument]:
        """Return those who do what the clause says: *Iran said it would boycott the talks*."""
        places, lemma = arguments.places, arguments.tree.lemma
        wanted = entry.having.get("clause")
        doers = {
            argument.code
            for clause in places.clauses(head, fixed)
            if wanted is None or lemma[clause] in wanted
            for argument in arguments.of(places.subjects(clause))
        }
        return [x for x in xs if x.code in doers]

    def _noun(self, entry: Entry, head: int, tree: Tree, arguments: Arguments) -> list[Hit]:
        fixed = self._fixed(entry, head, arguments)
        if fixed is None:
            return []
        places, grammar = arguments.places, tree.grammar
        genitive = grammar.words("genitive")
        of_is_object = bool(genitive & set(entry.y))
        xs = arguments.of(
            k
            for p in entry.x
            for k in places.find(head, p, fixed)
            if not (of_is_object and p == "poss" and tree.case[k] in genitive)
        )
        symmetric = self.relations[entry.relation].symmetric or entry.both
        if symmetric or "between" in entry.y:
            linked = arguments.of(places.noted(head, "between", places.between(head)))
            if len(linked) >= 2:
                codes = {roll_up(y.code) for y in linked}
                third = [x for x in xs if roll_up(x.code) not in codes]
                if third and entry.y[0] == "between":  # the mediation of X between Y and Z
                    return self._pairs(entry, head, fixed, third, linked)
                return self._mutual(entry, head, fixed, linked)
        ys = self._ys(entry, head, fixed, xs, arguments)
        verb = tree.head[head]
        if (
            verb != head
            and tree.lemma[verb] in grammar.words("support.verbs")
            and head in places.objects(verb)
        ):
            if tree.lemma[verb] in grammar.words("support.passive_verbs"):
                ys = ys or arguments.of(places.noted(head, "subj", places.subjects(verb), verb))
                sources = (
                    grammar.words("genitive") | grammar.words("agentive") | grammar.words("origin")
                )
                given = places.obliques(verb, sources, ())
                xs = xs or arguments.of(places.noted(head, "source", given, verb))
            else:
                xs = xs or arguments.of(places.noted(head, "subj", places.subjects(verb), verb))
                taken = {x.code for x in xs}
                ys = ys or [
                    y
                    for p in entry.y
                    if p not in ("poss", "between")
                    for y in arguments.of(places.noted(head, p, places.find(verb, p), verb))
                    if y.code not in taken
                    and (not entry.require_y or actor_kind(y.code) in entry.require_y)
                ]
        elif (
            not xs
            and verb != head
            and (
                self._made_into(head, tree)
                or (head in places.objects(verb) and self._intended(verb, tree))
            )
        ):
            xs = arguments.of(places.noted(head, "subj", places.subjects(verb), verb))
        return self._pairs(entry, head, fixed, xs, ys)

    def _intended(self, verb: int, tree: Tree) -> bool:
        """Tell whether a verb plans or denies what its object names: *denies a quarrel with Y*."""
        return any(
            tree.lemma[verb] in tree.grammar.words(f"modality.{name}")
            for name in ("planned", "denied")
        )

    def _made_into(self, noun: int, tree: Tree) -> bool:
        """Tell whether somebody makes something of a noun: *faire de N un dogme*."""
        grammar = tree.grammar
        return (
            tree.lemma[tree.head[noun]] in grammar.words("support.making")
            and tree.case[noun] in grammar.words("genitive")
            and tree.base(noun) == "obl"
        )

    def _plain(self, entry: Entry, head: int, tree: Tree, arguments: Arguments) -> list[Hit]:
        del tree
        fixed = self._fixed(entry, head, arguments)
        if fixed is None:
            return []
        xs = arguments.of(k for p in entry.x for k in arguments.places.find(head, p, fixed))
        return self._pairs(entry, head, fixed, xs, self._ys(entry, head, fixed, xs, arguments))

    def _adverbial(self, entry: Entry, head: int, tree: Tree, arguments: Arguments) -> list[Hit]:
        """Match "with the help of Y"; "X is at odds with Y" has X below the complement."""
        places = arguments.places
        below = tree.children(head, "nsubj")
        verb = head if below else tree.head[head]
        if verb == head and not below:
            return []
        # "the two capitals, at odds since May": what it modifies is its subject
        nominal = tree.upos(verb) in ("NOUN", "PROPN") and not tree.is_predicate(verb)

        def standing(where: tuple[str, ...]) -> list[Argument]:
            tokens: list[int] = []
            for place in where:
                if place == "complement":
                    tokens.append(head)
                elif place == "subj" and nominal:
                    tokens += [verb, *places.selves(verb)]
                elif place == "subj":
                    agents = [] if below else places.subjects(verb)
                    tokens += agents or places.surface_subjects(verb)
                else:
                    tokens += places.find(verb, place)
                places.noted(verb, place, tokens)
            return arguments.of(tokens)

        return self._pairs(entry, verb, (head,), standing(entry.x), standing(entry.y))

    def _prefixed(
        self, entry: Entry, prefix: str, head: int, tree: Tree, arguments: Arguments
    ) -> list[Hit]:
        bare = prefix.rstrip("-")
        ys: list[Argument] = []
        described = head
        if tree.low[head] == bare:
            for k in range(head + 1, min(len(tree), head + 3)):
                if arguments.mention(k) is not None:
                    ys, described = arguments.at(k), k
                    arguments.places.noted(k, "demonym", [k])
                    break
        else:
            named = arguments.mention(head)
            if named is not None and named.kind in _PREFIXABLE:
                ys = arguments.at(head)
                arguments.places.noted(head, "demonym", [head])
        if not ys:
            return []
        places = arguments.places
        noun = tree.head[described]
        hosts = places.noted(described, "self", places.selves(described))
        xs = [x for x in arguments.of(hosts) if x.code not in {y.code for y in ys}]
        if not xs and noun != described:
            xs = [
                x
                for x in arguments.of(
                    [
                        *places.noted(described, "poss", places.owners(noun), noun),
                        *places.noted(described, "self", places.selves(noun), noun),
                        *places.noted(described, "loc", places.find(noun, "loc"), noun),
                        *places.noted(
                            described, "loc", self._place_of_clause(noun, arguments), noun
                        ),
                    ]
                )
                if x.code not in {y.code for y in ys}
            ]
        return self._pairs(entry, described, (), xs, ys)

    def _place_of_clause(self, noun: int, arguments: Arguments) -> list[int]:
        """Return where the clause of a noun says it is, after the noun."""
        tree, places = arguments.tree, arguments.places
        for parent in tree.ancestors(noun):
            if tree.is_predicate(parent):
                locative = tree.grammar.words("locative")
                return [k for k in places.obliques(parent, locative, ()) if k > noun]
        return []

    # -- conditions ----------------------------------------------------------------------------

    def _particle_fits(self, entry: Entry, head: int, tree: Tree) -> bool:
        particles = {
            tree.low[k]
            for k in tree.kids[head]
            if tree.rel[k] in ("compound:prt", "compound") and tree.upos(k) != "PROPN"
        }
        if entry.particle is not None:
            near = {tree.low[k] for k in tree.children(head, "advmod", "compound", "obl", "case")}
            cases = {tree.case[k] for k in tree.children(head, "obl")}
            return entry.particle in particles | near | cases
        places = {*entry.x, *entry.y, *entry.having}
        return not (particles - places)

    @staticmethod
    def _is_negated(head: int, tree: Tree) -> bool:
        words = tree.grammar.words
        marks = words("negation.particles") or words("negation.words")
        return any(tree.low[k] in marks for k in tree.kids[head])

    def _reflexive(self, head: int, tree: Tree) -> tuple[bool, bool]:
        """Tell whether a verb is used with *se*/*itself*, and with *each other*."""
        words = tree.grammar.words("reflexive")
        reflexive = any(
            tree.low[k] in words and tree.base(k) in ("obj", "iobj", "expl", "obl", "dep")
            for k in tree.kids[head]
        ) or (tree.enclitic(head) in words)
        low = tree.low
        reciprocal = any(
            " ".join(low[k : k + 2]) in tree.grammar.words("reciprocal")
            for k in tree.children(head, "obj", "obl", "iobj")
        ) or self._distributed(head, tree)
        return reflexive, reciprocal

    @staticmethod
    def _distributed(verb: int, tree: Tree) -> bool:
        """Tell whether *each* subject does it to *the other*."""
        grammar = tree.grammar
        other = any(
            tree.low[k] in grammar.words("distributive.objects")
            for k in tree.children(verb, "obj", "obl")
        )
        return other and any(
            tree.low[k] in grammar.words("distributive.subjects")
            for host in (verb, *tree.children(verb, "nsubj"))
            for k in (host, *tree.kids[host])
            if k < verb
        )

    def _find(
        self,
        entry: Entry,
        head: int,
        place: str,
        fixed: tuple[int, ...],
        arguments: Arguments,
    ) -> list[int]:
        """Return what stands at a place; what follows a particle may be read as its complement."""
        places = arguments.places
        first, _, rest = place.partition("/")
        if rest == "poss":  # "wary of France's allies" is not wary of France
            found = [
                k
                for o in places.find(head, first, fixed)
                if not self.lexicon.find("role", arguments.tree.lemma[o])
                for k in places.find(o, rest)
            ]
        else:
            found = places.find(head, place, fixed)
        if not found and entry.particle is not None and first == "obj":
            after = places.obliques(head, frozenset({entry.particle}), ())
            found = [k for o in after for k in places.find(o, rest)] if rest else after
        return places.noted(head, place, found)

    def _fixed(self, entry: Entry, head: int, arguments: Arguments) -> tuple[int, ...] | None:
        """Return the fixed words of an idiom, or None where one is missing or forbidden."""
        tree, places = arguments.tree, arguments.places
        if any(
            lemmas.isdisjoint(tree.vocabulary) and _PERSON not in lemmas
            for lemmas in entry.having.values()
        ):
            return None  # most entries of a frequent verb: their noun is not in the sentence
        fixed: list[int] = []
        for place, lemmas in entry.having.items():
            found = [
                k
                for outer in self._find(entry, head, place, tuple(fixed), arguments)
                for k in (outer, *tree.children(outer, "conj"))
                if tree.lemma[k] in lemmas
                or tree.low[k] in lemmas
                or (_PERSON in lemmas and self._is_person(k, arguments))
            ]
            if not found:
                return None
            fixed.append(found[0])
        for place, lemmas in entry.lacking.items():
            if any(tree.lemma[k] in lemmas for k in places.find(head, place)):
                return None
        return tuple(fixed)

    @staticmethod
    def _is_person(token: int, arguments: Arguments) -> bool:
        named = arguments.mention(token)
        return named is not None and named.kind == "person"

    # -- pairs ---------------------------------------------------------------------------------

    def _ys(
        self,
        entry: Entry,
        head: int,
        fixed: tuple[int, ...],
        xs: list[Argument],
        arguments: Arguments,
    ) -> list[Argument]:
        """Return the actors of the first place of Y that holds any beside X."""
        taken = {roll_up(x.code) for x in xs}
        places_of_x = {x.token for x in xs}
        material = self.relations[entry.relation].mode == "material"
        for place in entry.y:
            found = [
                y
                for y in (
                    arguments.accusers(head, taken)
                    if place == "accuser"
                    else arguments.of(
                        self._find(entry, head, place, fixed, arguments), located=material
                    )
                )
                if y.token not in places_of_x
                and roll_up(y.code) not in taken
                and (not entry.require_y or actor_kind(y.code) in entry.require_y)
            ]
            if found:
                return found
        return self._taken_up(entry, head, fixed, taken, arguments) or self._where(
            entry, head, taken, arguments
        )

    def _where(
        self, entry: Entry, head: int, taken: set[str], arguments: Arguments
    ) -> list[Argument]:
        """Return where force is used on somebody unnamed: *killed three people in Sidon*."""
        tree, relation = arguments.tree, self.relations[entry.relation]
        if (
            entry.kind != "verb"
            or "obj" not in entry.y
            or relation.mode != "material"
            or relation.sign >= 0
            or not any(tree.upos(k) == "NOUN" for k in arguments.places.objects(head))
        ):
            return []
        inside = tree.grammar.words("inside")
        return [
            replace(y, score=y.score * _WHERE, reasons=(*y.reasons, "the place where it is done"))
            for y in arguments.of(arguments.places.find(head, "loc"))
            if tree.case[y.token] in inside
            and y.mention.kind in _PLACES
            and actor_kind(y.code) == "state"
            and roll_up(y.code) not in taken
        ]

    def _taken_up(
        self,
        entry: Entry,
        head: int,
        fixed: tuple[int, ...],
        taken: set[str],
        arguments: Arguments,
    ) -> list[Argument]:
        """Return who did what the object takes up: *condemned the strikes*."""
        if entry.kind != "verb":
            return []
        words = arguments.places.find(head, "obj", fixed)
        acts = [
            y
            for y in arguments.taken_up([*words, *fixed], taken)
            if roll_up(y.code) not in taken
            and (not entry.require_y or actor_kind(y.code) in entry.require_y)
        ]
        against_us = [y for y in acts if y.against and roll_up(y.against) in taken]
        if self.relations[entry.relation].sign > 0:  # nobody applauds what is done to oneself
            return [y for y in acts if y not in against_us][:1]
        return (against_us or acts)[:1]

    def _pairs(
        self,
        entry: Entry,
        head: int,
        fixed: tuple[int, ...],
        xs: list[Argument],
        ys: list[Argument],
    ) -> list[Hit]:
        if not ys and len(xs) >= 2 and self._is_mutual(entry):
            return self._mutual(entry, head, fixed, xs)
        hits = []
        for x in xs:
            for y in ys:
                hits += self._hit(entry, head, fixed, x, y)
                if entry.both:
                    hits += self._hit(entry, head, fixed, y, x)
        return hits

    def _is_mutual(self, entry: Entry) -> bool:
        """Tell whether a plural subject alone makes the claim: *X and Y signed a deal*."""
        if entry.both:
            return True
        last = {place.rpartition("/")[2] for place in entry.y}
        return self.relations[entry.relation].symmetric and bool(last & self._comitative)

    def _mutual(
        self, entry: Entry, head: int, fixed: tuple[int, ...], actors: list[Argument]
    ) -> list[Hit]:
        hits = []
        for i, x in enumerate(actors):
            for y in actors[i + 1 :]:
                hits += self._hit(entry, head, fixed, x, y)
                if not self.relations[entry.relation].symmetric:
                    hits += self._hit(entry, head, fixed, y, x)
        return hits

    def _hit(
        self,
        entry: Entry,
        head: int,
        fixed: tuple[int, ...],
        x: Argument,
        y: Argument,
        *,
        mutual: bool = False,
    ) -> list[Hit]:
        if roll_up(x.code) == roll_up(y.code):
            return []
        return [
            Hit(
                entry=entry,
                head=head,
                fixed=fixed,
                subject=x,
                object=y,
                strength=entry.confidence * x.score * y.score,
                mutual=mutual,
            )
        ]

    def _select(self, hits: list[Hit]) -> list[Hit]:
        """Keep, per pair of actors, the entry that explains most."""
        best: dict[tuple[str, ...], Hit] = {}
        acting = {hit.subject.token for hit in hits}
        to_others = {
            hit.entry.relation
            for hit in hits
            if hit.entry.kind == "verb" and hit.object.token not in acting
        }
        # "X and Y met to oppose Z": what they do to Z they do not do to each other
        hits = [
            hit
            for hit in hits
            if hit.entry.kind != "verb"
            or not hit.entry.both
            or hit.object.token not in acting
            or hit.entry.relation not in to_others
        ]
        for hit in hits:
            ends = (hit.subject.code, hit.object.code)
            key = tuple(sorted(ends))
            if hit.entry.both or not self.relations[hit.entry.relation].symmetric:
                key = ends
            old = best.get(key)
            if old is None or hit.specificity > old.specificity:
                best[key] = hit
        return list(best.values())


def without_shadowed(hits: Sequence[Hit], others: Sequence[Hit] = ()) -> list[Hit]:
    """Drop what a word says alone of two actors where an idiom of theirs uses that word.

    The idiom may be one of the hits, or one of the others.
    """
    using: dict[tuple[int, frozenset[str]], list[Hit]] = {}
    for hit in (*hits, *others):
        if hit.entry.kind != "adv":
            for k in hit.fixed:
                using.setdefault((k, _dyad(hit)), []).append(hit)
    return [
        hit
        for hit in hits
        if not any(
            idiom.head not in hit.fixed or idiom.specificity > hit.specificity  # uses the other
            for idiom in using.get((hit.head, _dyad(hit)), ())
        )
    ]


def _dyad(hit: Hit) -> frozenset[str]:
    return frozenset({roll_up(hit.subject.code), roll_up(hit.object.code)})
