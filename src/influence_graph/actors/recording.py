"""What a reader of sentences keeps: mentions, referents, coordinations."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from influence_graph.actors.agents import AgentPhrase
from influence_graph.actors.anaphora import Anaphora
from influence_graph.actors.descriptions import Descriptions
from influence_graph.actors.discourse import Found, Memory, Referent, function_of
from influence_graph.actors.folding import fold
from influence_graph.actors.introductions import SentenceNames
from influence_graph.actors.lexicon import AgentLexicon
from influence_graph.actors.naming import Names
from influence_graph.actors.phrases import PhraseFinder
from influence_graph.actors.tree import base
from influence_graph.model import Article, Mention, roll_up

__all__ = ["ArticleState", "Recorder"]


@dataclass(frozen=True, slots=True)
class ArticleState:
    """What the sentences of an article share.

    Attributes
    ----------
    article : Article
        The article.
    lexicon : AgentLexicon
        Of its language.
    finder : PhraseFinder
        Knows the forms of a word.
    names : Names
        What the first pass has learned.
    memory : Memory
        What has been named so far.
    anaphora : Anaphora
        Resolves pronouns.
    descriptions : Descriptions
        Resolves descriptions.
    """

    article: Article
    lexicon: AgentLexicon
    finder: PhraseFinder
    names: Names
    memory: Memory
    anaphora: Anaphora
    descriptions: Descriptions


class Recorder:
    """Records the mentions of one sentence.

    Parameters
    ----------
    state : ArticleState
        What the sentences share.
    names : SentenceNames
        What the first pass found in this one.
    """

    def __init__(self, state: ArticleState, names: SentenceNames) -> None:
        # Offsets of the headline count in the headline.
        title = names.tree.sentence.is_title and state.article.title
        self._text: str = title or state.article.text
        self._lexicon = state.lexicon
        self._finder = state.finder
        self._names = state.names
        self._memory = state.memory
        self._anaphora = state.anaphora
        self._descriptions = state.descriptions
        self._found = names
        self._tree = names.tree
        self._tokens = names.tree.tokens
        self._mentions: dict[int, Mention] = {}
        self._referents: dict[int, Referent] = {}
        self._possessives: dict[int, Found] = {}
        self._hit_heads = {h.head for h in names.hits}
        self._phrases = {p.head: p for p in names.phrases}
        self._covering = {i: p for p in names.phrases for i in range(p.first, p.last + 1)}
        self._resolved: dict[int, tuple[tuple[str, ...], float, str, str | None]] = {}

    def _mention(
        self,
        head: int,
        first: int,
        last: int,
        codes: tuple[str, ...],
        kind: str,
        score: float,
        reasons: tuple[str, ...],
        *,
        via: str | None = None,
        start: int | None = None,
        end: int | None = None,
    ) -> Mention:
        if start is None:
            start = self._tokens[first].start
        if end is None:
            end = self._tokens[last].end
        mention = Mention(
            sentence=self._tree.sentence.index,
            head=head,
            first=first,
            last=last,
            start=start,
            end=end,
            text=self._text[start:end],
            codes=codes,
            kind=kind,
            score=round(score, 3),
            reasons=reasons,
            via=via,
        )
        known = self._mentions.get(head)
        if known is None or known.score < mention.score:
            self._mentions[head] = mention
        return mention

    def _refer(
        self,
        i: int,
        codes: tuple[str, ...],
        kind: str,
        text: str,
        *,
        gender: str = "",
        number: str = "Sing",
        human: bool = False,
        collective: bool = False,
        phrase: AgentPhrase | None = None,
        via: str | None = None,
        predicate: bool = False,
    ) -> None:
        referent = Referent(
            codes=codes,
            sentence=self._tree.sentence.index,
            token=i,
            clause=i if predicate else self._tree.clause_of(i),
            function="subject" if predicate else function_of(self._tree, i),
            gender=gender,
            number=number,
            human=human,
            collective=collective,
            kind=kind,
            text=text,
            noun=phrase.noun if phrase is not None else None,
            via=via,
            title=self._tree.sentence.is_title,
            quoted=i in self._found.quoted,
            embedded=any(
                base(self._tokens[up].deprel) == "acl" for up in (i, *self._tree.ancestors(i))
            ),
        )
        self._memory.add(referent)
        self._referents[i] = referent
        self._coordinate(i)

    def _coordinate(self, i: int) -> None:
        """Add what a coordination names together: "Mali and Niger"."""
        root = self._conjunct_root(i)
        if root is None or root == i or root not in self._referents:
            return
        if self._continues(i, root):
            return
        members = [
            r
            for j, r in reversed([*islice(reversed(self._referents.items()), 30)])
            if r.codes and r.kind != "group" and (j == root or self._conjunct_root(j) == root)
        ]
        # States with states, persons with persons: the parse joins clauses by their subjects.
        members = [r for r in members if r.human == self._referents[root].human]
        codes = tuple(dict.fromkeys(c for r in members for c in r.codes))
        if (
            self._referents[i] not in members
            or len(members) < 2
            or len({roll_up(c) for c in codes}) < 2
        ):
            return
        first = self._referents[root]
        if first.kind in ("demonym", "combining"):
            return
        genders = {r.gender for r in members if r.gender}
        case = fold(self._tree.case_of(root))
        self._memory.add(
            Referent(
                paired=self._lexicon.word("between", case),
                codes=codes,
                sentence=first.sentence,
                token=i,
                clause=first.clause,
                function=first.function,
                gender="Fem" if genders == {"Fem"} else "Masc" if "Masc" in genders else "",
                number="Plur",
                human=all(r.human for r in members),
                kind="group",
                text=" + ".join(r.text for r in members),
                title=first.title,
                quoted=first.quoted,
                members=len(members),
            )
        )

    def _continues(self, i: int, root: int) -> bool:
        """Tell whether a coordination has further members after a token."""
        later = {child for child in self._tree.children[root] if child > i}
        return any(
            base(self._tokens[child].deprel) == "conj"
            and (child in self._hit_heads or child in self._phrases)
            for child in later
        )  # fmt: skip

    def _conjunct_root(self, i: int) -> int | None:
        node = i
        seen = {i}
        while base(self._tokens[node].deprel) == "conj":
            head = self._tree.head(node)
            if head is None or head in seen or len(seen) > 40:
                break
            seen.add(head)
            node = head
        if node != i and node in self._referents and self._referents[node].codes:
            return node
        # The parse may miss it: "X et Y", "X and Y" side by side.
        j = i - 1
        while j > 0 and self._tokens[j].upos in ("DET", "ADP", "ADJ") and i - j < 3:
            j -= 1
        if j > 0 and self._tokens[j].upos == "CCONJ":
            for head in islice(reversed(self._mentions), 3):
                if (
                    self._mentions[head].last == j - 1
                    and head in self._referents
                    and self._tokens[head].upos == self._tokens[i].upos
                ):
                    return head
        return None

    def _words(self, first: int, last: int) -> str:
        return self._text[self._tokens[first].start : self._tokens[last].end]

    def _competitor(self, i: int) -> None:
        """Remember a noun that is no actor: a pronoun may mean it."""
        token = self._tokens[i]
        if token.upos not in ("NOUN", "PROPN") or i in self._referents:
            return
        function = function_of(self._tree, i)
        if function in ("modifier", "oblique"):
            return
        self._memory.add(
            Referent(
                codes=(),
                sentence=self._tree.sentence.index,
                token=i,
                clause=self._tree.clause_of(i),
                function=function,
                gender=token.feats.get("Gender", ""),
                number=token.feats.get("Number", "Sing"),
                human=token.upos == "PROPN",
                kind="other",
                text=token.text,
                title=self._tree.sentence.is_title,
                quoted=i in self._found.quoted,
            )
        )
