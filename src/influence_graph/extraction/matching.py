"""Matches lexicon entries on a sentence: which words say a relation between which actors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from influence_graph.extraction.arguments import Argument, Arguments, actor_kind
from influence_graph.extraction.conditions import (
    Usage,
    is_adjectival,
    is_intended,
    is_made_into,
    is_named,
    is_negated,
    is_verbal_noun,
    particle_fits,
    usage_of,
)
from influence_graph.extraction.filling import Filler
from influence_graph.extraction.grammar import Grammar
from influence_graph.extraction.hits import Hit, best_of, dyad, without_shadowed
from influence_graph.extraction.lexicon import Entry, Lexicon
from influence_graph.extraction.pairing import Pairer, described
from influence_graph.extraction.tree import Tree
from influence_graph.model import Relation, roll_up

__all__ = ["Matcher"]

_PREFIXABLE = ("demonym", "inhabitant", "combining")
"""Kinds of mention that take a prefix without hyphen ("proaméricain"), unlike names."""


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
        self._filler = Filler(lexicon)
        self._pairer = Pairer(self._filler, relations, grammar)
        self._prefixes = [(prefix.rstrip("-"), prefix) for prefix in lexicon.lemmas("prefix")]
        self._any_prefix = tuple(bare for bare, _ in self._prefixes)
        self._adverbials = frozenset(lexicon.lemmas("adv"))
        self._words = frozenset(
            lemma
            for entry in lexicon.entries
            if entry.kind not in ("adv", "prefix")
            for lemma in entry.lemmas
        )
        self._denials = frozenset(
            lemma
            for entry in lexicon.entries
            if entry.kind == "verb" and "accuser" in entry.y
            for lemma in entry.lemmas
        )

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
            if not self._is_known(head, tree):
                continue
            found.extend(best_of(self._at(head, tree, arguments), self.relations))
            if tree.upos(head) == "VERB" and tree.lemma[head] in self._denials:
                denials.append(head)
        arguments.accusations = [
            (hit.subject, hit.object.code)
            for hit in found
            if hit.entry.relation in ("accuses", "distrusts")
        ]
        done = {hit.head for hit in found}
        for head in denials:  # who denies answers who accuses
            if head not in done:
                found.extend(best_of(self._at(head, tree, arguments), self.relations))
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
                    if roll_up(x.code) not in dyad(hit):
                        found.append(replace(hit, head=k, fixed=(), subject=x))
        return found

    def _is_known(self, head: int, tree: Tree) -> bool:
        """Tell whether any entry has a word for its head."""
        low = tree.low[head]
        return (
            tree.lemma[head] in self._words
            or low in self._words
            or tree.case[head] in self._adverbials
            or low.startswith(self._any_prefix)
        )

    def _at(self, head: int, tree: Tree, arguments: Arguments) -> list[Hit]:
        upos, lemma, low = tree.upos(head), tree.lemma[head], tree.low[head]
        find, words = self.lexicon.fitting, tree.vocabulary
        hits: list[Hit] = []
        if upos in ("VERB", "AUX"):
            entries = find("verb", lemma, words)
            if entries:
                usage = usage_of(head, tree)
                for entry in entries:
                    hits += self._verb(entry, head, usage, arguments)
            if is_verbal_noun(head, tree):
                for entry in find("noun", low, words):
                    hits += self._noun(entry, head, tree, arguments)
        if upos in ("NOUN", "PROPN"):
            for entry in find("noun", lemma, words):
                hits += self._noun(entry, head, tree, arguments)
        if upos in ("NOUN", "ADJ", "PROPN") or (upos == "VERB" and is_named(head, tree)):
            for entry in find("role", lemma, words):
                hits += self._plain(entry, head, tree, arguments)
        if upos in ("ADJ", "NOUN") or (upos == "VERB" and is_adjectival(head, tree)):
            for entry in find("adj", lemma, words):
                hits += self._plain(entry, head, tree, arguments)
        case = tree.case[head]
        if case in self._adverbials:
            for entry in find("adv", case, words):
                hits += self._adverbial(entry, head, tree, arguments)
        if low.startswith(self._any_prefix):
            for bare, prefix in self._prefixes:
                if low.startswith(bare):
                    for entry in find("prefix", prefix, words):
                        hits += self._prefixed(entry, bare, head, tree, arguments)
        return hits

    # -- kinds of entry ------------------------------------------------------------------------

    def _verb(self, entry: Entry, head: int, usage: Usage, arguments: Arguments) -> list[Hit]:
        tree = arguments.tree
        if not particle_fits(entry, usage):
            return []
        if entry.reflexive and not usage.reflexive:
            return []
        if entry.negated and not is_negated(head, tree):
            return []
        if entry.agentless and (not tree.is_passive(head) or arguments.places.subjects(head)):
            return []
        fixed = self._filler.fixed(entry, head, arguments)
        if fixed is None:
            return []
        xs = arguments.of(
            k for p in entry.x for k in self._filler.find(entry, head, p, fixed, arguments)
        )
        xs = described(xs, head, tree)
        if entry.own:
            xs = self._own(xs, head, fixed, entry, arguments)
        if (usage.reflexive and not entry.reflexive) or usage.reciprocal:
            if "obj" not in entry.y or len(xs) < 2:
                return []
            return [
                hit
                for x in xs
                for y in xs
                if x.code != y.code
                for hit in self._pairer.hit(entry, head, fixed, x, y, mutual=True)
            ]
        if not xs and arguments.places.trail is None:
            return []  # where others stand is asked for explanations alone
        return self._pairer.pairs(
            entry, head, fixed, xs, self._pairer.objects(entry, head, fixed, xs, arguments)
        )

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
        fixed = self._filler.fixed(entry, head, arguments)
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
                    return self._pairer.pairs(entry, head, fixed, third, linked)
                return self._pairer.mutual(entry, head, fixed, linked)
        ys = self._pairer.objects(entry, head, fixed, xs, arguments)
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
                is_made_into(head, tree)
                or (head in places.objects(verb) and is_intended(verb, tree))
            )
        ):
            xs = arguments.of(places.noted(head, "subj", places.subjects(verb), verb))
        return self._pairer.pairs(entry, head, fixed, xs, ys)

    def _plain(self, entry: Entry, head: int, tree: Tree, arguments: Arguments) -> list[Hit]:
        fixed = self._filler.fixed(entry, head, arguments)
        if fixed is None:
            return []
        xs = arguments.of(k for p in entry.x for k in arguments.places.find(head, p, fixed))
        xs = described(xs, head, tree)
        if not xs and arguments.places.trail is None:
            return []  # where others stand is asked for explanations alone
        return self._pairer.pairs(
            entry, head, fixed, xs, self._pairer.objects(entry, head, fixed, xs, arguments)
        )

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

        return self._pairer.pairs(entry, verb, (head,), standing(entry.x), standing(entry.y))

    def _prefixed(
        self, entry: Entry, bare: str, head: int, tree: Tree, arguments: Arguments
    ) -> list[Hit]:
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
                        *places.noted(described, "loc", _place_of_clause(noun, arguments), noun),
                    ]
                )
                if x.code not in {y.code for y in ys}
            ]
        return self._pairer.pairs(entry, described, (), xs, ys)

    # -- pairs ---------------------------------------------------------------------------------


def _place_of_clause(noun: int, arguments: Arguments) -> list[int]:
    """Return where the clause of a noun says it is, after the noun."""
    tree, places = arguments.tree, arguments.places
    for parent in tree.ancestors(noun):
        if tree.is_predicate(parent):
            locative = tree.grammar.words("locative")
            return [k for k in places.obliques(parent, locative, ()) if k > noun]
    return []
