"""Who stands behind a verb, a text or a saying: its subject, its owner, its maker, the agent of a passive."""

from __future__ import annotations

from ..grammar.antecedents import antecedent
from ..grammar.apposition import complete
from ..grammar.nominals import Nominal, circumstance
from ..grammar.subjects import subject
from ..grammar.syntax import Syntax
from ..verbs.groups import Group
from ..verbs.tokens import QUOTE, skip, token_at
from ..vocabulary.cues import long_speech_nouns
from ..vocabulary.word_classes import ADVERB, CONTRACTED, COORDINATOR, OF, PREPOSITION, PUNCTUATION, RELATIVE, THAT
from ..vocabulary.word_sets import word_set

_STOPS = PUNCTUATION | QUOTE | RELATIVE | THAT
_WRITTEN_REACH = 5
"""Tokens between the relative that says where words stand and its verb."""
_RELATIVE_REACH = 4
"""Words behind "que" among which the subject of the relative clause begins."""


def speaker_of(syntax: Syntax, group: Group) -> Nominal | None:
    """The subject of a verb as a speaker: of "les plans du ministre" the minister, of "à l'Élysée, on" the Élysée."""
    found = subject(syntax, group)
    if found is not None and found.low in word_set("people-pronoun"):
        return _seat_before(syntax, found) or found
    if found is not None and found.kind == "common":
        complete(syntax, found)
        return behind_text(syntax, found) if found.speech else _whose_voice(syntax, found)
    return found


def _whose_voice(syntax: Syntax, phrase: Nominal) -> Nominal:
    """La voix de [X] ne tremble pas : « … »: whose voice or look a phrase tells, or the phrase where it tells none."""
    i = phrase.head + 1
    if phrase.low not in word_set("voice-or-look") or not token_at(syntax.tokens, i).classes & (OF | CONTRACTED):
        return phrase
    owner = after_of(syntax, i)
    return owner if owner is not None and owner.is_somebody else phrase


def _seat_before(syntax: Syntax, on: Nominal) -> Nominal | None:
    """The body where "on" speaks, told in front: "à l'Élysée, on assure que"."""
    tokens = syntax.tokens
    end = on.first - 1
    if end <= 1 or tokens[end].low != ",":
        return None
    start = syntax.segment_start(end)
    found = syntax.nominal(start + 1, end) if tokens[start].low in word_set("place-preposition") else None
    if found is None or found.last != end - 1:
        return None
    return found if found.entity is not None and found.entity.type == "ORGANISATION" else None


def behind_text(syntax: Syntax, phrase: Nominal) -> Nominal:
    """Who stands behind a text or saying: its owner or maker, where the phrase tells one ("l'annonce faite par X")."""
    voice = phrase.low in word_set("voice") and phrase.number == "s" and phrase.entity is None
    if not voice and (phrase.is_somebody or not phrase.speech):
        return phrase
    tokens = syntax.tokens
    if "text" not in phrase.speech or phrase.owner < 0:
        for i in range(phrase.head + 1, min(phrase.last + 1, len(tokens))):
            if tokens[i].classes & (OF | CONTRACTED):
                found = after_of(syntax, i)
                if found is not None and found.is_somebody:
                    return found
                break
    teller = _told_by(syntax, phrase)
    if teller is not None:
        return teller
    for i in range(phrase.last + 1, min(phrase.last + 9, len(tokens))):
        if (tokens[i].low in word_set("agent") and syntax.covering[i - 1] is not None) or tokens[i].low in word_set(
            "by"
        ):
            if tokens[i - 1].low in word_set("passed-on"):
                return phrase
            found = syntax.nominal(i + 1)
            if found is not None and found.is_somebody:
                complete(syntax, found)
                return found
        if tokens[i].classes & (PUNCTUATION | QUOTE):
            break
    return phrase


def _told_by(syntax: Syntax, phrase: Nominal) -> Nominal | None:
    """Who is told behind a text or saying: "le récit que [X] livre", "les mots mardi du [ministre]"."""
    tokens = syntax.tokens
    i = phrase.last + 1
    if token_at(tokens, i).classes & THAT:
        group = next((g for g in syntax.finite if g.first > i), None)
        found = subject(syntax, group) if group is not None else None
        if found is None or not i < found.first <= i + _RELATIVE_REACH:
            return None
        return found if found.is_somebody or found.kind == "pronoun" else None
    size = circumstance(tokens, i) if i < len(tokens) else 0
    if size and token_at(tokens, i + size).classes & (OF | CONTRACTED):
        found = after_of(syntax, i + size)
        return found if found is not None and found.is_somebody else None
    return None


def read_on(syntax: Syntax, group: Group) -> Nominal | None:
    """« … », peut-on lire sur une banderole: what the words stand on, or its owner."""
    tokens = syntax.tokens
    for i in range(group.last + 1, min(group.last + 4, len(tokens) - 1)):
        if tokens[i].low in word_set("in-or-on"):
            found = syntax.nominal(i + 1, inverted=True)
            if found is None:
                return None
            if found.entity is None and found.owner >= 0:
                return syntax.nominal(found.owner, found.owner + 1)
            return behind_text(syntax, found)
    return None


def said_in(syntax: Syntax, group: Group) -> Nominal | None:
    """Il est écrit dans le rapport que « … »: the text, or its owner, in which a verb that nobody does is said."""
    told = subject(syntax, group)
    impersonal = told is not None and told.low in word_set("impersonal-subject") and group.strength == "strong"
    return read_on(syntax, group) if impersonal and group.mood == "passive" else None


def cited_in(syntax: Syntax, group: Group) -> Nominal | None:
    """X n'est cité qu'une fois, « … »: who is cited said the words."""
    found = subject(syntax, group) if group.mood == "passive" and group.lemma in word_set("quoting") else None
    return found if found is not None and (found.is_somebody or found.kind == "pronoun") else None


def written_on(syntax: Syntax, group: Group) -> Nominal | None:
    """Des pancartes où l'on pouvait lire « … », un tract sur lequel était écrit « … »: what bears the words."""
    if group.lemma not in word_set("bearing-words"):
        return None
    told = subject(syntax, group)
    on = read_on(syntax, group) if told is not None and told.low in word_set("people-pronoun") else None
    if on is not None:
        return on
    bearing = _bearing_before(syntax, group)
    return _holder(syntax, bearing) or bearing if bearing is not None else None


def _holder(syntax: Syntax, bearing: Nominal) -> Nominal | None:
    """Une femme a surgi, brandissant [une pancarte] où était écrit « … »: who holds up what bears the words."""
    group = next((g for g in reversed(syntax.groups) if g.last < bearing.first), None)
    if group is None or group.lemma not in word_set("holding-up"):
        return None
    found = speaker_of(syntax, group)
    return found if found is not None and (found.is_somebody or found.kind == "pronoun") else None


def _bearing_before(syntax: Syntax, group: Group) -> Nominal | None:
    """What bears the words of which a relative clause says where they stand ("un tract [sur lequel est écrit]")."""
    for k in range(group.first - 1, max(0, group.first - _WRITTEN_REACH), -1):
        if syntax.tokens[k].low in word_set("where"):
            return _bearing(syntax, k - 1 if syntax.tokens[k - 1].classes & PREPOSITION else k)
    return None


def _bearing(syntax: Syntax, where: int) -> Nominal | None:
    """What bears the words, before the relative that says where they stand: the last of several things."""
    found = antecedent(syntax, where, "")
    if found is None:
        return None
    joint = next((i for i in range(where - 1, found.first, -1) if syntax.tokens[i].classes & COORDINATOR), 0)
    if joint:
        found = syntax.nominal(joint + 1, where)
    return found if found is not None and (found.speech or found.low in word_set("placard")) else None


def whom_it_cites(syntax: Syntax, outlet: Nominal) -> Nominal | None:
    """Selon le journal, qui cite [une source], …; dit l'agence, citant [un élu]: whose words an outlet passes on."""
    tokens = syntax.tokens
    i = outlet.last + 1
    i += int(token_at(tokens, i).low == ",")
    i += int(token_at(tokens, i).low in word_set("subject-relative"))
    group = syntax.at.get(i)
    if group is None or group.lemma not in word_set("quoting") or group.mood not in ("finite", "participle"):
        return None
    found = syntax.nominal(group.last + 1)
    return found if found is not None and found.is_somebody and found.people_kind != "outlet" else None


def ascribed_to(syntax: Syntax, group: Group) -> Nominal | None:
    """La phrase est attribuée à [X]; on attribue à [X] ces mots: whom a verb that ascribes words gives them to."""
    tokens = syntax.tokens
    i = skip(tokens, group.last + 1, ADVERB)
    if group.lemma not in word_set("ascribing") or token_at(tokens, i).low not in word_set("to"):
        return None
    found = syntax.nominal(i + 1) if i + 1 < len(tokens) else None
    return found if found is not None and found.is_somebody else None


def possessor(syntax: Syntax, i: int) -> Nominal:
    """Whom the possessive at a place stands for, like a pronoun: "[son] idée", "selon [leurs] mots"."""
    tokens = syntax.tokens
    return Nominal(tokens, i, i, i, "pronoun", number="p" if tokens[i].low in word_set("their") else "s")


def only_acts(agent: Nominal) -> bool:
    """Whether an agent is a reaction or another word of somebody's, which does nothing by itself."""
    return bool(agent.speech) and not agent.is_somebody and "text" not in agent.speech


def has_hearer(syntax: Syntax, group: Group) -> bool:
    """Whether a verb has the one spoken to in front of it ("lui a dit", "leur lance")."""
    return any(t.low in word_set("addressee-pronoun") for t in syntax.tokens[group.first : group.head])


def after_of(syntax: Syntax, i: int, end: int | None = None) -> Nominal | None:
    """The noun phrase behind "de", "du", "des"."""
    found = syntax.nominal(i + 1, end)
    if found is not None:
        complete(syntax, found)
    return found


def behind_saying(syntax: Syntax, i: int) -> int:
    """The place behind a noun of words, or of several ("le mot", "la mise en garde"); ``i`` where none stands."""
    tokens = syntax.tokens
    for split in long_speech_nouns().get(tokens[i].low, ()):
        if len(tokens) - i >= len(split) and all(tokens[i + k].low == word for k, word in enumerate(split)):
            return i + len(split)
    return i + 1 if "word" in tokens[i].tag.speech else i


def behind_adjective(syntax: Syntax, i: int) -> int:
    """The place behind the adjective of a noun ("réponse [gênée] de X"), or that of a token that is none."""
    token = syntax.tokens[i]
    plain = not token.classes and token.entity is None and token.text[0].islower() and syntax.covering[i] is None
    return i + 1 if plain and i + 1 < len(syntax.tokens) else i


def bare_phrase(syntax: Syntax, j: int) -> Nominal | None:
    """A noun phrase that lost its article to "du", "des", "au"."""
    tokens = syntax.tokens
    if j >= len(tokens) or tokens[j].classes & (PUNCTUATION | QUOTE | ADVERB):
        return None
    stops = (i for i in range(j, len(tokens)) if tokens[i].classes & _STOPS or syntax.covering[i] is not None)
    end = next(stops, len(tokens))
    if end == j:
        return None
    return Nominal(tokens, j, j, end - 1, "common", people=tokens[j].tag.people, speech=tokens[j].tag.speech)
