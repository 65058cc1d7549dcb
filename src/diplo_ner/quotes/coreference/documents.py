"""Documents told again: "le communiqué", "le texte", "la même note" speak for those whose they are."""

from __future__ import annotations

from ...entity_types import types_that
from ...schema import Entity
from ..grammar.coordination import conjuncts
from ..grammar.inverted import right_subject
from ..grammar.nominals import Nominal
from ..grammar.sentence import Sentence
from ..grammar.subjects import agent_of, subject
from ..grammar.syntax import Syntax, syntax_of
from ..verbs.tokens import NAME, Token, token_at
from ..vocabulary.word_classes import CONTRACTED, DEFINITE, DEMONSTRATIVE, NUMBER, OF, tag
from ..vocabulary.word_sets import word_set
from .body_classes import is_outlet
from .discourse import only
from .referents import UNNAMED, Finder, Referent, group_of, names_topic, plain_words

_REACH = 7
"""Sentences back in which a document may have been told."""
_LINES_BACK = 3
"""Lines back in which the noun may have led to somebody."""
_BESIDE = 2
"""Sentences behind which a missive may still be that of who spoke last."""


class Documents(Finder):
    """Finds whose a document of an article is."""

    def resolve(self, phrase: Nominal, sentence: Sentence) -> Referent | None:
        """« le communiqué du Kremlin », « le texte »: the one whose words they are; None where nobody's is told."""
        if not phrase.speech:
            return None
        made = self._made(phrase, sentence) if "text" in phrase.speech else None
        if made is not None:
            return made
        if phrase.owner >= 0 and _is_draft(phrase):
            return None
        if phrase.owner >= 0:
            entity = phrase.tokens[phrase.owner].entity
            if "text" in phrase.speech and entity is not None and entity.type in types_that("speak"):
                return self._issuer(phrase, sentence) or Referent(entity, "title")
            return None
        if not phrase.determiner & (DEFINITE | DEMONSTRATIVE):
            return None
        again = self._spoken_again(phrase, sentence) or self._spoken_in(phrase, sentence)
        if again is not None or not _is_document(phrase.low, phrase.speech):
            return again
        if phrase.has_complement and not _is_measured(phrase):
            return None
        prose = self.discourse.prose
        near = prose.back(sentence, _REACH + 1, own=True)
        if phrase.low in word_set("any-text") and any(_is_ownerless(token) for one in near for token in one.tokens):
            return None
        for before in prose.back(sentence, _REACH, own=True):
            tokens = before.tokens
            end = phrase.first if before is sentence and phrase.tokens is tokens else len(tokens)
            for i in range(end - 1, -1, -1):
                if not _may_be(phrase.low, tokens[i]):
                    continue
                if _is_ownerless(tokens[i]):
                    return None
                owner = self._owner(before, i)
                if owner is not None:
                    return Referent(owner, "title")
        return self._of_who_spoke(phrase, sentence)

    def _made(self, phrase: Nominal, sentence: Sentence) -> Referent | None:
        """Whose a document is by the words beside it: who issued it, or the body that it is of."""
        syntax = syntax_of(sentence)
        makers = _makers(syntax, phrase)
        if makers is not None:
            return Referent(makers[0], "title", tuple(makers[1:])) if makers else UNNAMED
        alone = phrase.owner < 0 and syntax.tokens is phrase.tokens and _is_document(phrase.low, phrase.speech)
        body = _complement(syntax, phrase.head) if alone else None
        if body is not None and body.entity is not None and body.first == phrase.head + 1:
            return Referent(body.entity, "title")
        if body is None or body.entity is not None or body.people_kind not in ("body", "person"):
            return None
        entity = self._resolve(body, sentence, None).entity
        return Referent(entity, "title") if entity is not None else UNNAMED

    def _issuer(self, phrase: Nominal, sentence: Sentence) -> Referent | None:
        """Whose a document is where a body stands between it and a name: "un communiqué de la présidence du [pays]"."""
        body = _complement(syntax_of(sentence), phrase.head) if syntax_of(sentence).tokens is phrase.tokens else None
        if body is None or body.entity is not None or body.people_kind != "body":
            return None
        return Referent(self._resolve(body, sentence, None).entity, "title")

    def author(self, sentence: Sentence) -> Entity | None:
        """The person whose book, article or other document was told last ("Le livre de [X] … . L'auteur …")."""
        for before in self.discourse.prose.back(sentence, _REACH):
            syntax = syntax_of(before)
            for i in range(len(syntax.tokens) - 1, -1, -1):
                if "text" in syntax.tokens[i].tag.speech:
                    named = _complement(syntax, i)
                    if named is not None and named.names_person:
                        return named.entity
        return None

    def _of_who_spoke(self, phrase: Nominal, sentence: Sentence) -> Referent | None:
        """A document of which no noun told: that of the source, or of who spoke right before."""
        if any(t.low in word_set("same") for t in phrase.tokens[phrase.first : phrase.head]):
            return self._same(sentence)
        # "… », a-t-elle dit. « … », ajoute le communiqué", and nothing is told of it
        bare = phrase.low in word_set("missive") and phrase.head == phrase.last
        last = self.discourse.last_speaker(sentence, most=_BESIDE) if bare else None
        return Referent(last, "title") if last is not None else None

    def _same(self, sentence: Sentence) -> Referent | None:
        """« Selon [X], … . La même note explique … »: the source of the sentence before, or who reports in it."""
        for before in self.discourse.prose.back(sentence, 1):
            syntax = syntax_of(before)
            sources = (i for i, t in enumerate(syntax.tokens) if t.low in word_set("topic-preposition"))
            told = [syntax.nominal(i + 1) for i in sources if names_topic(syntax.tokens, i)]
            told += [subject(syntax, g) for g in syntax.finite if g.reports and not g.negated]
            named = only(e for p in told if p is not None and (e := p.entity) is not None)
            if named is not None and named.type in types_that("speak"):
                return Referent(named, "title")
        return None

    def _spoken_again(self, phrase: Nominal, sentence: Sentence) -> Referent | None:
        """The one to whom the same noun has led in the sentences before."""
        for _, where, speaker in reversed(self.discourse.spoken):
            if sentence.line - where.line > _LINES_BACK:
                break
            if speaker.entity is not None and phrase.low in plain_words(speaker.text):
                return Referent(self.discourse.entities[speaker.entity], "title")
        return None

    def _spoken_in(self, phrase: Nominal, sentence: Sentence) -> Referent | None:
        """Who has spoken in a document that the noun takes up ("… », écrit X dans une résolution")."""
        for _, where, speaker in reversed(self.discourse.spoken):
            if where.number < sentence.number - _REACH:
                break
            entity = self.discourse.entities.get(speaker.entity or "")
            if entity is not None and _holds_words(where.tokens, phrase.low):
                return Referent(entity, "title")
        return None

    def _owner(self, sentence: Sentence, i: int) -> Entity | None:
        """Whose the document at a token is: its complement's, else the one who speaks or acts in the sentence.

        Who is "visé par une affiche" has not written it.
        """
        syntax = syntax_of(sentence)
        tokens = syntax.tokens
        named = _complement(syntax, i)
        if named is not None:
            entity = named.entity or self._resolve(named, sentence, None).entity
            return entity if entity is not None and entity.type in types_that("speak") else None
        if i > 1 and tokens[i - 1].low in word_set("one") and tokens[i - 2].low in word_set("by"):
            return None
        at = tokens[i].start
        speakers = [s for _, where, s in self.discourse.spoken if where is sentence and s.entity is not None]
        if speakers:
            return self.discourse.entities[speakers[-1].entity or ""]
        agent = _issued_by(syntax, i)
        if agent is not None:
            return agent.entity
        issuer = _reports_in(syntax, i)
        if issuer is not None:
            return self._resolve(issuer, sentence, None).entity
        main = self.discourse.main_subject(sentence)
        if main is None or main.tokens[main.first].start <= at <= main.tokens[main.last].end:
            return None
        verb = group_of(sentence, main)
        if verb is None or verb.lemma in word_set("of-others-text"):
            return None
        return self._resolve(main, sentence, verb).entity


def _holds_words(tokens: list[Token], noun: str) -> bool:
    """Whether somebody writes or speaks in a document that is told by a noun ("dans une résolution")."""
    return any(
        token.low == noun
        and "text" in token.tag.speech
        and tokens[i - 1].low in word_set("one")
        and tokens[i - 2].low in word_set("in-or-on")
        for i, token in enumerate(tokens[2:], 2)
    )


def _issued_by(syntax: Syntax, i: int) -> Nominal | None:
    """The name of who issued a document, by the participle behind it: "une pétition lancée par [X]"."""
    group = syntax.at.get(i + 1)
    if group is None or group.mood not in ("past", "participle") or group.lemma not in word_set("issue"):
        return None
    agent = agent_of(syntax, group, len(syntax.tokens))
    entity = agent.entity if agent is not None and agent.names_speaker else None
    return agent if entity is not None and not is_outlet(entity) else None


def _reports_in(syntax: Syntax, i: int) -> Nominal | None:
    """Who reports behind the words in a document ("…, indique le ministère dans un communiqué")."""
    if syntax.tokens[max(0, i - 2)].low not in word_set("in-or-on"):
        return None
    group = next((g for g in reversed(syntax.finite) if g.last < i), None)
    told = right_subject(syntax, group) if group is not None and group.reports and not group.pronoun else None
    return told if told is not None and told.last < i else None


def _is_document(noun: str, speech: frozenset[str]) -> bool:
    """Whether a noun is one of a document that somebody speaks in."""
    return noun in word_set("missive") or ("text" in speech and noun not in word_set("ownerless-text"))


def _makers(syntax: Syntax, phrase: Nominal) -> list[Entity] | None:
    """Who issued a document, by the participle in front of it: "portée par [X] et [Y], la pétition".

    Empty where they are told without a name, None where nothing tells. Names may stand behind what counts them ("par
    quatre associations, [X], [Y], …").
    """
    if syntax.tokens is not phrase.tokens or token_at(syntax.tokens, phrase.first - 1).low != ",":
        return None
    for group in syntax.groups:
        if group.mood not in ("past", "participle") or group.lemma not in word_set("issue"):
            continue
        fronted = group.last < phrase.first and syntax.segment_start(group.first) == group.first
        agent = agent_of(syntax, group, len(syntax.tokens)) if fronted else None
        if agent is None:
            continue
        row = [p.entity for p in conjuncts(syntax, agent)] or [agent.entity]
        if agent.entity is None and agent.number == "p":
            row = [t.entity for t in syntax.tokens[agent.last + 1 : phrase.first] if t.classes & NAME]
        return [e for e in row if e is not None and e.type in types_that("speak") and not is_outlet(e)]
    return None


def _is_measured(phrase: Nominal) -> bool:
    """Whether only its length or date is told behind a document: "le rapport de 50 pages"."""
    of, number = token_at(phrase.tokens, phrase.head + 1), token_at(phrase.tokens, phrase.head + 2)
    return bool(of.classes & OF and number.classes & NUMBER)


def _is_draft(phrase: Nominal) -> bool:
    """Whether a phrase is a draft of what a body may say: "un projet de déclaration du Conseil" is not its words."""
    between = phrase.tokens[phrase.head + 1 : phrase.owner]
    return phrase.low in word_set("draft") and any("text" in t.tag.speech or "act" in t.tag.speech for t in between)


def _is_ownerless(token: Token) -> bool:
    """Whether a token is a noun of a document that nobody speaks in ("la résolution")."""
    return token.low in word_set("ownerless-text") and "text" in token.tag.speech


def _may_be(noun: str, token: Token) -> bool:
    """Whether a token names the document that a noun takes up: the same noun, or one of its kind, but not several."""
    if token.entity is not None or not (_is_document(token.low, token.tag.speech) or _is_ownerless(token)):
        return False
    if token.low != noun and token.low.endswith("s") and "text" in tag(token.low[:-1]).speech:
        return False
    if token.low == noun or noun in word_set("any-text"):
        return True
    return any({token.low, noun} <= word_set(kind) for kind in ("missive", "study"))


def _complement(syntax: Syntax, i: int) -> Nominal | None:
    """The name or noun of people that a document depends on: "un communiqué de presse du [bloc]", "le sondage [X]"."""
    tokens = syntax.tokens
    beside = token_at(tokens, i + 1).entity
    if tokens[i].low in word_set("study") and beside is not None and beside.type == "ORGANISATION":
        return syntax.nominal(i + 1)
    for j in range(i + 1, min(i + 6, len(tokens) - 1)):
        if tokens[j].low in word_set("addressed-to"):
            return None
        if not tokens[j].classes & (OF | CONTRACTED):
            if tokens[j].tag.people is not None or tokens[j].classes & (DEFINITE | DEMONSTRATIVE):
                continue
            if not tokens[j].text[0].islower() or j in syntax.at:
                return None
            continue
        found = syntax.nominal(j + 1)
        contracted = bool(tokens[j].classes & CONTRACTED)
        if found is not None and (
            found.entity is not None or (found.is_human and (found.determiner & DEFINITE or contracted))
        ):
            return found
    return None
