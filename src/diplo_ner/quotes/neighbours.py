"""Neighbours: who is told to speak, or to act, in the writer's words around a passage that no cue governs."""

from __future__ import annotations

from .candidate import Link
from .coreference.referents import group_of, impersonal
from .evidence.agents import after_of, behind_saying
from .evidence.attitudes import quoted_participle
from .evidence.frame import relays
from .evidence.incise_shapes import incise_shaped, incise_subject
from .evidence.opening import bare_word, is_quoted_verb, opening_words
from .evidence.source_phrases import source_phrase_at
from .evidence.sources import source_inside
from .grammar.apposition import complete
from .grammar.clauses import follows_subordinator, is_relative
from .grammar.nominals import Nominal
from .grammar.sentence import Sentence, stands_alone
from .grammar.subjects import subject
from .grammar.syntax import Syntax, syntax_of
from .moment import Moment
from .verbs.groups import Group
from .verbs.tokens import skip, token_at
from .vocabulary.word_classes import ADPOSITION, ADVERB, CONTRACTED, DEFINITE, OF, PUNCTUATION, tag
from .vocabulary.word_sets import word_set

_LONGEST_SIGNATURE = 14
_LONGEST_RUN = 4
"""Sentences of passages only that lead on to the one which says whose they are."""


def signature(moment: Moment) -> Link | None:
    """« … », and on a line of its own behind it X, X, ministre, or Signé X: who said the words set apart."""
    after, sentence = moment.sentence_after(), moment.sentence
    if after is None or sentence.line == 0:
        return None
    if after.line != sentence.line + 1 or after.quotes or len(after.tokens) > _LONGEST_SIGNATURE:
        return None
    syntax = syntax_of(after)
    if syntax.finite:
        return None
    start = next((i for i, t in enumerate(after.tokens) if not t.classes & PUNCTUATION), 0)
    start += source_phrase_at(syntax, start, opening=True)
    phrase = syntax.nominal(start)
    if phrase is not None:
        complete(syntax, phrase)
    if phrase is None or not phrase.names_speaker:
        return None
    if not token_at(after.tokens, phrase.last + 1).classes & PUNCTUATION:
        return None
    return moment.link(phrase, after, None, "signature")


def main_subject(moment: Moment) -> Link | None:
    """The person whose doing the sentence tells around a fragment ("M. Diallo a dissipé tout malentendu, « … »")."""
    syntax, at = moment.syntax, moment.at
    if is_quoted_verb(syntax, at):
        return None
    for group in reversed(syntax.finite):
        acts = _acts(syntax, group) or _is_split(syntax, group, at)
        if group.first >= at or (group.lemma in word_set("no-attitude") and not acts):
            continue
        if follows_subordinator(syntax, group) and not _in_relative(syntax, group, at):
            continue
        if group.mood == "passive" and group.lemma in word_set("addressing"):
            return None
        phrase = subject(syntax, group)
        if phrase is None:
            continue
        pronoun = phrase.kind == "pronoun" and phrase.low in word_set("he-or-she")
        owned = "text" in phrase.speech and phrase.owner >= 0 and is_relative(syntax, group)
        if not (pronoun or phrase.names_speaker or owned or _is_measure_of_state(syntax, phrase, at)):
            return None
        link = moment.link(phrase, moment.sentence, group, "main-subject")
        return link if link is not None and link.speaker.entity is not None else None
    return None


def _acts(syntax: Syntax, group: Group) -> bool:
    """Whether "avoir" is the auxiliary of a verb that no table lists ("a [reporté]"), told by its form."""
    after = token_at(syntax.tokens, skip(syntax.tokens, group.last + 1, ADVERB))
    unlisted = not after.classes and not after.tag.speech and after.tag.people is None
    return group.lemma in word_set("have") and unlisted and after.low.endswith(("é", "ée", "és", "ées"))


def _is_measure_of_state(syntax: Syntax, phrase: Nominal, at: int) -> bool:
    """Whether the words tell how or why a state acts: "[la Suède] a fermé « à titre provisoire » ses ports"."""
    state = phrase.entity is not None and phrase.entity.type == "COUNTRY" and not phrase.is_governed
    return state and bool(tag(bare_word(opening_words(syntax.tokens[at]))).classes & ADPOSITION)


def _is_split(syntax: Syntax, group: Group, at: int) -> bool:
    """Whether a passage stands between "ne" with its verb and "pas": "X n'a « à ce stade » pas répondu"."""
    return group.negated and group.last == at - 1 and token_at(syntax.tokens, at + 1).low in word_set("not-ever")


def _in_relative(syntax: Syntax, group: Group, at: int) -> bool:
    """Whether a passage stands in the relative clause of a verb: "[X], qui a renoncé à une « … »"."""
    return is_relative(syntax, group) and not any(t.low == "," for t in syntax.tokens[group.last + 1 : at])


def doing(moment: Moment) -> Link | None:
    """X a « émis des doutes »; where the sentence before gives such words to who reports them, he goes on."""
    number = moment.sentence.number
    before = moment.sentences[number - 1] if number else None
    goes_on = before is not None and before.line == moment.sentence.line and bool(before.quotes)
    if goes_on and before is not None and is_quoted_verb(syntax_of(before), before.index_of(before.quotes[-1])):
        return None
    frame = quoted_participle(moment.syntax, moment.at)
    if frame is None or frame.speaker is None:
        return None
    return moment.link(frame.speaker, moment.sentence, None, "quoted-participle")


def told_in(moment: Moment, sentence: Sentence) -> Link | None:
    """The one whose words a sentence without passages announces or reports."""
    syntax = syntax_of(sentence)
    source = source_inside(syntax)
    if source is not None and source.speaker is not None and not relays(source):
        return moment.link(source.speaker, sentence, None, "told-before")
    owner = None if syntax.finite else _owner_of_question(syntax)
    if owner is not None:
        return moment.link(owner, sentence, None, "told-before")
    main = moment.discourse.main_subject(sentence)
    strong = [g for g in syntax.finite if g.strength == "strong" and not follows_subordinator(syntax, g)]
    best = next((g for g in reversed(strong) if incise_shaped(syntax, g)), strong[0] if strong else None)
    phrase = main
    if best is not None:
        phrase = incise_subject(syntax, best) if incise_shaped(syntax, best) else subject(syntax, best)
    if best is not None and best.lemma in word_set("asking") and not (phrase is not None and phrase.names_person):
        phrase = asked(syntax, best) or phrase
    if phrase is None or not _is_somebody(phrase):
        phrase = main
    if phrase is None or not _is_somebody(phrase):
        return None
    if phrase.entity is not None and phrase.entity.type == "PLACE":
        return None
    if best is None and impersonal(phrase, group_of(sentence, phrase)):
        return None
    link = moment.link(phrase, sentence, best, "told-before" if best is not None else "subject-before")
    if best is not None or link is None:
        return link
    entity = moment.discourse.entities.get(link.speaker.entity or "")
    person = entity.type == "PERSON" if entity is not None else phrase.people is not None and phrase.number == "s"
    return link if person else link._replace(rule="body-before")


def _owner_of_question(syntax: Syntax) -> Nominal | None:
    """Réponse de [X] ?: whose words a question without a verb announces."""
    tokens = syntax.tokens
    start = skip(tokens, 0, DEFINITE)
    behind = behind_saying(syntax, start) if tokens[-1].low == "?" and start < len(tokens) else start
    if behind == start or not token_at(tokens, behind).classes & (OF | CONTRACTED):
        return None
    owner = after_of(syntax, behind)
    return owner if owner is not None and owner.is_somebody else None


def asked(syntax: Syntax, group: Group) -> Nominal | None:
    """On a demandé à X ses projets: whom somebody asks, so that he may answer in what follows."""
    tokens = syntax.tokens
    i = group.last + 1
    if token_at(tokens, i).low not in word_set("to"):
        return None
    found = syntax.nominal(i + 1)
    return found if found is not None and found.is_somebody else None


def told_after(moment: Moment) -> Link | None:
    """The one who is told in the next sentence to have spoken."""
    after = moment.sentence_after()
    if after is None or after.line != moment.sentence.line:
        return None
    if after.quotes and after.tokens[0].quote == after.quotes[0]:
        after = _end_of_run(moment, after)
        frame = moment.cue(after.quotes[0])
        if frame is None or frame.speaker is None:
            return None
        referent = moment.resolve(frame.speaker, after, frame.group)
        if referent.how in ("nobody", "speaker"):
            return None
        return Link(moment.speaker(frame.speaker, referent), frame.cue, "run-after")
    told = told_in(moment, after)
    if told is None:
        return None
    return told._replace(rule="asked-after" if after.tokens[0].low in word_set("asked") else "told-after")


def _end_of_run(moment: Moment, after: Sentence) -> Sentence:
    """The first sentence of a run of passages in which the writer tells something."""
    for sentence in moment.sentences[after.number : after.number + _LONGEST_RUN]:
        if sentence.line != after.line or not sentence.quotes:
            break
        after = sentence
        if not stands_alone(sentence):
            break
    return after


def _is_somebody(phrase: Nominal) -> bool:
    """Whether a phrase names people, a body, or is a pronoun or a name that no entity claims."""
    return phrase.is_somebody or phrase.kind == "pronoun" or phrase.unlisted
