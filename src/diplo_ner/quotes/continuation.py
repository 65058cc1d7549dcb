"""Continuation: a passage goes on from what was given before it, in its own sentence or in those before."""

from __future__ import annotations

from .candidate import Link
from .grammar.sentence import Sentence, stands_alone
from .grammar.subjects import subject
from .grammar.syntax import syntax_of
from .moment import Moment
from .neighbours import told_in
from .speaker_words import is_and_infinitive, subject_of_narration
from .verbs.tokens import NAME, is_person
from .vocabulary.word_sets import word_set

_REACH = 3
"""Sentences over which a passage that nothing tells goes back for its speaker."""
_LONG = 80
"""Characters from which on a passage is direct speech, whatever it begins with."""
_ANNOUNCED = 2
"""Where a passage stands behind a noun and a colon."""
_SPEECH = 30
"""Characters of direct speech at the least where nothing but its form tells that it is some."""


def opens_alone(sentence: Sentence, quote: int) -> bool:
    """Whether a passage opens a sentence in which the writer tells nothing."""
    if stands_alone(sentence) or _is_announced(sentence, quote):
        return True
    opens = sentence.quotes[0] == quote and sentence.tokens[0].quote == quote
    return opens and not any(g.first > 0 for g in syntax_of(sentence).finite)


def _is_announced(sentence: Sentence, quote: int) -> bool:
    """Whether a noun of words that names nobody announces a passage: "son credo : « … »", "verdict : « … »"."""
    tokens, at = sentence.tokens, sentence.index_of(quote)
    if at < _ANNOUNCED or tokens[at - 1].low != ":" or any(g.first >= at for g in syntax_of(sentence).finite):
        return False
    own = tokens[0].low in word_set("possessive")
    noun = tokens[int(own)]
    bare = at == _ANNOUNCED and noun.low in word_set("bare-announcement")
    return bare or (own and "word" in noun.tag.speech and not any(t.classes & NAME for t in tokens[:at]))


def and_infinitive(moment: Moment) -> Link | None:
    """Et X d'ajouter, et à X de conclure : « … »: X; et d'ajouter : « … »: the one who spoke last."""
    subject = subject_of_narration(moment.syntax)
    if subject is not None:
        return moment.link(subject, moment.sentence, None, "and-infinitive")
    number = moment.sentence.number
    if not number or not is_and_infinitive(moment.sentence):
        return None
    before = moment.sentences[number - 1]
    told = None if before.quotes else told_in(moment, before)
    if told is not None and told.rule in ("told-before", "subject-before"):
        return told._replace(rule="and-infinitive")
    return Link(moment.last, None, "and-infinitive") if moment.last is not None else None


def same_sentence(moment: Moment) -> Link | None:
    """The speaker of an earlier passage of the sentence, unless somebody else acts behind a semicolon between them."""
    syntax, at = moment.syntax, moment.at
    edge = next((i for i in range(at - 1, -1, -1) if syntax.tokens[i].low == ";"), at)
    acting = (subject(syntax, g) for g in syntax.finite if edge < g.first < at)
    if any(phrase is not None and phrase.first > edge and phrase.is_somebody for phrase in acting):
        return None
    before = (q for q in reversed(moment.sentence.quotes) if q < moment.quote)
    return next((link for q in before if (link := moment.link_back(q, "same-sentence")) is not None), None)


def goes_on(moment: Moment) -> Link | None:
    """Who spoke in the passage before, or is told in the sentences before."""
    sentence = moment.sentence
    doing: Link | None = None
    for before in moment.article.prose.back(sentence, _REACH):
        if before.heading and before.line != sentence.line and not before.quotes:
            break
        if before.quotes:
            if before.line != sentence.line and not (_is_direct(moment, before) or _is_speech(moment)):
                break
            rule = "chain" if before.line == sentence.line else "chain-next-line"
            return moment.link_back(before.quotes[-1], rule) or doing
        told = told_in(moment, before) or (
            _only_named(moment, before) if before.number == sentence.number - 1 else None
        )
        if told is None:
            continue
        if told.rule != "body-before":
            return told
        doing = doing or told
    return doing


def fragment(moment: Moment) -> Link | None:
    """A fragment in the writer's words that nobody is said to have said: the speaker of the sentence right before."""
    if moment.sentence.number == 0:
        return None
    before = moment.sentences[moment.sentence.number - 1]
    if before.quotes:
        return moment.link_back(before.quotes[-1], "chain-fragment")
    told = told_in(moment, before) if before.line == moment.sentence.line else None
    return told._replace(rule="chain-fragment") if told is not None and told.rule == "told-before" else None


def _only_named(moment: Moment, before: Sentence) -> Link | None:
    """The only person whom the sentence right before names, in its line ("La maladie a épuisé [X]."), "comme X" apart.

    It is asked where that sentence tells nobody who speaks or acts.
    """
    named = [i for i, token in enumerate(before.tokens) if is_person(token)]
    if before.line != moment.sentence.line or len({before.tokens[i].entity for i in named}) != 1:
        return None
    if named[0] and before.tokens[named[0] - 1].low in word_set("as"):
        return None
    phrase = syntax_of(before).nominal(named[0])
    return moment.link(phrase, before, None, "named-before") if phrase is not None else None


def _is_speech(moment: Moment) -> bool:
    """Whether the passage is direct speech, some words of it, in a line of its own."""
    words = moment.text[moment.passage.start : moment.passage.end]
    after = moment.sentence_after()
    goes_on = after is not None and after.line == moment.sentence.line and not is_and_infinitive(after)
    return len(words) > _SPEECH and stands_alone(moment.sentence) and not goes_on


def _is_direct(moment: Moment, sentence: Sentence) -> bool:
    """Whether the last passage of a sentence is direct speech that may go on in the next line."""
    passage = moment.article.found[sentence.quotes[-1]]
    words = moment.text[passage.start : passage.end]
    if words[:1].isupper() or len(words) > _LONG:
        return True
    return moment.answer(sentence.quotes[-1]).rule.startswith("incise")
