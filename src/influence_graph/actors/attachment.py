"""Find the names and phrases that say for whom an agent noun acts."""

from __future__ import annotations

from influence_graph.actors.agents import AgentPhrase, Hit
from influence_graph.actors.folding import fold
from influence_graph.actors.lexicon import AgentLexicon
from influence_graph.actors.tree import Tree, base

__all__ = ["Attachment"]

_MODIFIER = frozenset({"amod", "nmod", "compound", "flat", "det", "acl", "dep", "nummod", "obl"})


def _is_hyphenated(tree: Tree, hit: Hit) -> bool:
    """Tell whether a name is the first half of a compound such as "Moscow-led"."""
    token = tree.tokens[hit.last]
    if token.text[hit.end - token.start :][:1] in ("-", "‑"):
        return True
    following = tree.tokens[hit.last + 1 : hit.last + 3]
    return (
        len(following) == 2
        and following[0].text in ("-", "‑")
        and following[0].start == token.end
        and following[1].upos in ("VERB", "ADJ")
    )


class Attachment:
    """Reads the tree first, and the neighbouring words where it gives nothing.

    Parameters
    ----------
    lexicon : AgentLexicon
        The language's complements and places.
    """

    def __init__(self, lexicon: AgentLexicon) -> None:
        self._lexicon = lexicon

    def attach(self, tree: Tree, phrases: list[AgentPhrase], hits: list[Hit]) -> None:
        """Find for each phrase the names and phrases that say for whom it acts."""
        by_token: dict[int, Hit] = {}
        for hit in hits:
            for i in range(hit.first, hit.last + 1):
                by_token[i] = hit
        by_head = {p.head: p for p in phrases}
        for phrase in phrases:
            self._attach_tree(tree, phrase, by_token, by_head)
            if not phrase.sources:
                self._attach_above(tree, phrase, by_token)
            if not phrase.sources and not phrase.owners and phrase.noun.role in ("GOV", "MIL"):
                self._attach_relative(tree, phrase, by_token)
            if not phrase.sources and not phrase.owners:
                self._attach_line(tree, phrase, by_token, by_head)
            phrase.sources.sort(key=lambda hit: hit.first)
        for phrase in phrases:
            above = by_head.get(tree.tokens[phrase.head].head)
            if above is not None and above is not phrase:
                self._share(tree, above, phrase)

    def _share(self, tree: Tree, first: AgentPhrase, second: AgentPhrase) -> None:
        """Let coordinated nouns share who owns them: "its embassy and consulate"."""
        tokens = tree.tokens
        if base(tokens[second.head].deprel) != "conj":
            return
        free = second.sources or second.owners or second.possessive is not None
        determined = any(base(tokens[c].deprel) == "det" for c in tree.children[second.head])
        if not free and not determined:
            second.possessive = first.possessive
            modified = any(base(tokens[c].deprel) == "nmod" for c in tree.children[second.head])
            before = [h for h in first.sources if h.last < first.first and h.kind != "person"]
            second.sources.extend(before if not modified else ())
        plural = [
            h
            for h in second.sources
            if h.kind == "demonym"
            and h.first > second.last
            and (not determined or tokens[h.head].feats.get("Number") == "Plur")
        ]
        held = first.sources or first.owners or first.possessive is not None
        if plural and not held and (not determined or not second.plural):
            first.sources.extend(plural)

    def _attach_tree(
        self,
        tree: Tree,
        phrase: AgentPhrase,
        by_token: dict[int, Hit],
        by_head: dict[int, AgentPhrase],
    ) -> None:
        for i in range(phrase.first, phrase.last + 1):
            for child in tree.children[i]:
                if not phrase.first <= child <= phrase.last:
                    self._take(tree, phrase, child, by_token, by_head)
                self._take_leader(tree, phrase, child, by_token)

    def _take_leader(
        self, tree: Tree, phrase: AgentPhrase, child: int, by_token: dict[int, Hit]
    ) -> None:
        """Read "Saudi-led warplanes": who leads forces acts through them."""
        hit = by_token.get(child - 2)
        if (
            hit is not None
            and phrase.noun.role == "MIL"
            and tree.tokens[child].upos in ("VERB", "ADJ")
            and self._lexicon.word("leading", fold(tree.tokens[child].lemma))
            and _is_hyphenated(tree, hit)
            and hit not in phrase.sources
        ):
            phrase.sources.append(hit)

    def _attach_relative(self, tree: Tree, phrase: AgentPhrase, by_token: dict[int, Hit]) -> None:
        """Read "les généraux qui ont renversé Bazoum", "the colonels who rule Mali"."""
        for child in tree.children[phrase.head]:
            token = tree.tokens[child]
            if base(token.deprel) != "acl" or not self._lexicon.word("rules", fold(token.lemma)):
                continue
            for below in tree.children[child]:
                hit = by_token.get(below)
                if hit is not None and base(tree.tokens[below].deprel) == "obj":
                    phrase.sources.append(hit)

    def _attach_above(self, tree: Tree, phrase: AgentPhrase, by_token: dict[int, Hit]) -> None:
        """Read "le Burkina Faso du capitaine Traoré": the title belongs to the state."""
        head = tree.head(phrase.head)
        hit = by_token.get(head) if head is not None else None
        if (
            hit is not None
            and phrase.noun.title
            and not phrase.plural
            and hit.kind in ("name", "capital")
            and hit.last < phrase.first
            and self._of(tree, phrase.head)
            and hit not in phrase.sources
        ):
            phrase.sources.append(hit)
        if (
            hit is not None
            and hit.kind == "person"
            and phrase.last + 1 == hit.first
            and not phrase.plural
        ):
            phrase.names.append(hit)

    def _take(
        self,
        tree: Tree,
        phrase: AgentPhrase,
        child: int,
        by_token: dict[int, Hit],
        by_head: dict[int, AgentPhrase],
    ) -> None:
        token = tree.tokens[child]
        relation = base(token.deprel)
        hit = by_token.get(child)
        if hit is not None and hit.head != child and tree.within(hit.head, child):
            hit = None
        if hit is not None and hit.kind == "person" and relation in ("appos", "flat", "nmod"):
            if self._of(tree, child) and relation == "nmod" and token.deprel != "nmod:desc":
                phrase.sources.append(hit)
            elif hit not in phrase.names:
                phrase.names.append(hit)
            return
        if relation not in _MODIFIER and token.deprel != "nmod:poss":
            return
        if abs(child - phrase.head) > 12:
            return
        if hit is not None:
            if self._broken(tree, phrase, child) or self._is_prefixed(tree, hit):
                return
            if not phrase.noun.demonym_only and _is_hyphenated(tree, hit):
                return  # "the Moscow-led alliance"
            case = tree.case_of(child)
            adjective = hit.kind in ("demonym", "combining")
            if adjective or not case or self._of(tree, child):
                if hit not in phrase.sources and (adjective or not phrase.noun.demonym_only):
                    phrase.sources.append(hit)
                    self._coordinated(tree, phrase, child, by_token)
            elif self._lexicon.word("origin", fold(case)) and (
                phrase.definite or base(tree.tokens[phrase.head].deprel) == "nsubj"
            ):
                if hit not in phrase.sources and not phrase.noun.demonym_only:
                    phrase.sources.append(hit)
                    self._coordinated(tree, phrase, child, by_token)
            elif self._lexicon.word("located", fold(case)) and not phrase.noun.demonym_only:
                phrase.weak.append(hit)
            return
        owner = by_head.get(child)
        if (
            owner is not None
            and owner is not phrase
            and not phrase.noun.demonym_only
            and (
                self._of(tree, child)
                or relation == "compound"
                or self._lexicon.word("origin", fold(tree.case_of(child)))
            )
            and not self._broken(tree, phrase, child)
        ):
            phrase.owners.append(owner)

    def _is_prefixed(self, tree: Tree, hit: Hit) -> bool:
        """Tell whether a name follows "anti-" or "pro-"."""
        token = tree.tokens[hit.first]
        inside = fold(token.text[: hit.start - token.start]).rstrip("-‑")
        if inside:
            return self._lexicon.word("prefixes", inside)
        before = tree.tokens[max(0, hit.first - 2) : hit.first]
        return (
            len(before) == 2
            and before[1].text in ("-", "‑")
            and self._lexicon.word("prefixes", fold(before[0].text))
        )

    @staticmethod
    def _broken(tree: Tree, phrase: AgentPhrase, child: int) -> bool:
        """Tell whether a verb stands between a phrase and a word that should modify it."""
        between = (
            range(child + 1, phrase.first)
            if child < phrase.first
            else range(phrase.last + 1, child)
        )
        return any(
            tree.tokens[i].upos in ("VERB", "AUX", "SCONJ")
            and tree.tokens[i].feats.get("VerbForm") != "Part"
            for i in between
        )

    def _coordinated(
        self, tree: Tree, phrase: AgentPhrase, child: int, by_token: dict[int, Hit]
    ) -> None:
        for other in tree.children[child]:
            hit = by_token.get(other)
            if (
                hit is not None
                and base(tree.tokens[other].deprel) == "conj"
                and hit not in phrase.sources
                and not phrase.first <= other <= phrase.last
            ):
                phrase.sources.append(hit)
                self._coordinated(tree, phrase, other, by_token)

    def _of(self, tree: Tree, i: int) -> bool:
        """Tell whether a nominal is a complement that says whose."""
        if tree.tokens[i].deprel == "nmod:poss":
            return True
        for child in tree.children[i]:
            token = tree.tokens[child]
            if base(token.deprel) == "case" and (
                self._lexicon.word("of", fold(token.text).strip("'’") or token.text)
                or self._lexicon.word("of", fold(token.text))
                or self._lexicon.word("of", fold(token.lemma))
            ):
                return True
        return False

    def _attach_line(
        self,
        tree: Tree,
        phrase: AgentPhrase,
        by_token: dict[int, Hit],
        by_head: dict[int, AgentPhrase],
    ) -> None:
        """Look at the neighbouring words, for where the parse attaches the name elsewhere."""
        lexicon = self._lexicon
        tokens = tree.tokens
        only = phrase.noun.demonym_only
        j = phrase.first - 1
        for _ in range(3):
            if lexicon.head_first or j < 0:
                break
            hit = by_token.get(j)
            if hit is not None:
                apart = self._is_prefixed(tree, hit) or (not only and _is_hyphenated(tree, hit))
                if (hit.kind == "demonym" or not only) and not apart:
                    phrase.sources.append(hit)
                return
            token = tokens[j]
            if token.upos not in ("ADJ", "NOUN", "PROPN", "PUNCT", "PART", "NUM") or (
                token.upos == "PUNCT" and token.text not in ("-", "‑", '"', "“", "”")
            ):
                break
            j -= 1
        j = phrase.last + 1
        while j < len(tokens) and tokens[j].upos in ("ADJ", "ADV") and j not in by_token:
            j += 1
        if j >= len(tokens):
            return
        hit = by_token.get(j)
        if hit is not None and hit.kind in ("demonym", "combining"):
            if lexicon.head_first:
                phrase.sources.append(hit)
            return
        if only:
            return
        if lexicon.word("of", fold(tokens[j].text).strip("'’") or "'"):
            j += 1
            while j < len(tokens) and tokens[j].upos in ("DET", "ADJ") and j not in by_token:
                j += 1
            hit = by_token.get(j)
            if hit is not None and hit.kind != "demonym":
                phrase.sources.append(hit)
            else:
                owner = next(
                    (by_head[k] for k in range(j, j + 4) if k in by_head and by_head[k].first == j),
                    None,
                )
                if owner is not None and owner is not phrase:
                    phrase.owners.append(owner)
        elif lexicon.word("located", fold(tokens[j].text)):
            j += 1
            while j < len(tokens) and tokens[j].upos in ("DET", "ADJ") and j not in by_token:
                j += 1
            hit = by_token.get(j)
            if hit is not None and hit not in phrase.weak and hit.kind != "demonym":
                phrase.weak.append(hit)
        elif (
            hit is not None
            and j == phrase.last + 1
            and (hit.kind == "person" or lexicon.head_first)
        ):
            if hit.kind == "person":
                phrase.names.append(hit)
            else:
                phrase.sources.append(hit)
