"""Whose a noun is, and who is described by it."""

from __future__ import annotations

from influence_graph.extraction.searches import DEPTH, Searches, unique

__all__ = ["Possessors"]


class Possessors(Searches):
    """Finds possessors and bearers; see `Searches` for the parameters."""

    def owners(self, noun: int, depth: int = 0) -> list[int]:
        """Return whose a noun is: its possessor, else the subject of its verb."""
        own = self.possessors(noun)
        if own or depth > DEPTH:
            return own
        if self.tree.children(noun, "nsubj"):  # "X est en train de", "X is in the process of"
            return self.surface_subjects(noun, depth + 1)
        head = self.tree.head[noun]
        if head != noun and self.tree.base(noun) in ("obj", "xcomp", "obl"):
            return self.subjects(head, depth + 1)
        return []

    def possessors(self, noun: int, *, genitive: bool = True) -> list[int]:
        """Return whose a noun is: agent, genitive, demonym, possessive, *de*/*of*.

        Parameters
        ----------
        noun : int
            The noun.
        genitive : bool, optional
            Count *de*/*of* too; without it "the invasion of Ukraine" is nobody's.
        """
        tree, grammar = self.tree, self.grammar
        agent, of = grammar.words("agentive"), grammar.words("genitive")
        authors = grammar.words("support.authoring")  # any participle where the list is empty
        authors = authors and authors | grammar.words("support.verbs")
        determiners = grammar.words("possessive_determiners")
        agents, strong, weak = [], [], []
        for k in tree.kids[noun]:
            base = tree.base(k)
            if base in ("nmod", "obl") and tree.case[k] in agent:
                agents += [] if self.is_reason(k) else [self.bound(k)]
            elif base == "acl" and tree.is_passive(k) and (not authors or tree.lemma[k] in authors):
                agents += [a for a in self.obliques(k, agent, ()) if tree.head[a] == k]
            elif tree.rel[k] == "nmod:poss" or tree.low[k] in determiners or self.is_demonym(k):
                strong.append(self.bound(k))
            elif base in ("nmod", "obl", "appos") and tree.case[k] in of:
                weak += [self.bound(k)] * genitive
            elif base in ("compound", "nmod") and not tree.case[k] and k < noun:
                strong.append(k)
        # The surest kind of owner that is an actor: "the Russian invasion of Ukraine" is Russia's.
        for group in (agents, strong, weak):
            if any(self.is_actor(k) for k in group):
                return unique(group)
        return unique([*agents, *strong, *weak])

    def between(self, head: int) -> list[int]:
        """Return what *entre*/*between* links, and demonyms that name two actors."""
        words = self.grammar.words("between")
        found = self.obliques(head, words, ())
        verb = self.tree.head[head]
        if not found and verb != head and self.tree.base(head) == "nsubj":
            found = self.direct(verb, words)  # "clashes broke out between"
        found += [k for k in self.tree.kids[head] if self.is_demonym(k)]
        return unique(found)

    def selves(self, word: int, depth: int = 0) -> list[int]:
        """Return who is described by a noun or an adjective."""
        tree = self.tree
        if depth > DEPTH:
            return []
        subjects = tree.children(word, "nsubj")
        if subjects:
            return [self.bound(k) for k in subjects]
        head, base = tree.head[word], tree.base(word)
        named = [k for k in tree.children(word, "appos", "flat") if tree.upos(k) == "PROPN"]
        if named:
            return named
        if head == word:
            return []
        if base in ("appos", "amod", "flat", "compound") or (
            base == "nmod" and not tree.case[word] and tree.upos(head) == "PROPN"
        ):
            return [head]
        if base == "acl":
            bound = any(tree.antecedent.get(k) == head for k in tree.subtree(word))
            return [head] if bound or tree.rel[word] != "acl:relcl" else []
        if base == "conj":
            return self.selves(head, depth + 1)
        if base in ("xcomp", "obj") and (
            base == "xcomp" or tree.lemma[head] in self.grammar.words("support.copular")
        ):
            if tree.is_passive(head):
                return self.objects(head)
            objects = [k for k in tree.children(head, "obj") if k != word]
            return [self.bound(k) for k in objects] or self.surface_subjects(head)
        if base in ("obl", "xcomp") and (  # « qualifie X de rival », "sees X as a rival"
            tree.case[word] in self.grammar.words("predicative")
            and tree.lemma[head] in self.grammar.words("support.naming")
        ):
            return self.objects(head)
        if base in ("advcl", "dislocated", "parataxis", "advmod") or (
            base in ("obl", "nmod") and not tree.case[word] and word < head
        ):
            return self.surface_subjects(head)
        return []
