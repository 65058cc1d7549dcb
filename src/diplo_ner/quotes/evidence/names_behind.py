"""A name alone behind a passage, with no verb: behind a dash, a comma or a colon."""

from __future__ import annotations

from ..grammar.apposition import complete
from ..grammar.clauses import is_subordinate
from ..grammar.nominals import Nominal
from ..grammar.preverbal import left_subject
from ..grammar.syntax import DASHES, Syntax
from ..verbs.tokens import NAME, honorific, is_person, skip, token_at
from ..vocabulary.word_classes import ADPOSITION, CONTRACTED, DETERMINER, OF, PREPOSITION, PUNCTUATION, THAT
from ..vocabulary.word_sets import word_set
from .agents import after_of, behind_adjective, behind_saying, speaker_of
from .frame import Frame, span

_LONG_SPEECH = 6
"""Words that direct speech has at the least where no verb tells that it is some."""


def dash(syntax: Syntax, at: int) -> Frame | None:
    """« … » — Sergueï Lavrov, ministre. « … » (Sergueï Lavrov)."""
    tokens = syntax.tokens
    i = at + 1 + int(token_at(tokens, at + 1).low in (",", "."))
    if i + 1 >= len(tokens):
        return None
    bracket = i == at + 1 and tokens[i].low == "("
    if tokens[i].low not in DASHES and not bracket:
        return _name_behind(syntax, at) or _bracketed(syntax)
    i += 1
    j = i + honorific(tokens, i)
    if bracket:
        named = is_person(token_at(tokens, j)) and token_at(tokens, j + 1).low in (")", ",")
        return Frame("parenthesis", syntax.nominal(j, j + 1), None, "strong") if named else None
    if token_at(tokens, j).classes & NAME and not any(g.first >= j for g in syntax.finite):
        entity = tokens[j].entity
        if entity is not None and entity.type in ("PERSON", "ORGANISATION"):
            return Frame("dash", syntax.nominal(i), None, "strong")
    return None


def _name_behind(syntax: Syntax, at: int) -> Frame | None:
    """« … », David Isby, analyste de la défense.: a person alone, with who he is, and no verb behind."""
    tokens = syntax.tokens
    if at != 0 or len(tokens) < at + 4 or tokens[at + 1].low != "," or syntax.finite:
        return None
    if len(tokens[at].text.split()) < _LONG_SPEECH or not is_person(tokens[at + 2]) or tokens[at + 3].low != ",":
        return None
    return Frame("dash", syntax.nominal(at + 2, at + 3), None, "strong")


def _bracketed(syntax: Syntax) -> Frame | None:
    """« … » touchées au Canada (Trudeau): the name in brackets that ends a headline says its words."""
    tokens = syntax.tokens
    if not syntax.sentence.heading or tokens[-1].low != ")" or len(tokens) < _LONG_SPEECH:
        return None
    named = tokens[-3].low == "(" and is_person(tokens[-2])
    return Frame("parenthesis", syntax.nominal(len(tokens) - 2, len(tokens) - 1), None, "strong") if named else None


def colon_behind(syntax: Syntax, at: int) -> Frame | None:
    """« … » : Ignazio Cassis monte au front; a headline that opens with the words and goes on with who said them.

    Where other words open it, the name ends it: La crise « est derrière nous » : Moscovici.
    """
    tokens = syntax.tokens
    if at and not syntax.sentence.heading:
        return _text_behind(syntax, at)
    if len(tokens) < at + 3 or tokens[at + 1].low not in (":", ","):
        return None
    if not at and not syntax.finite:
        owner = _owner_behind(syntax, at + 2)
        if owner is not None:
            return owner
    if tokens[at + 1].low != ":":
        return None
    told = None if at else _said_behind(syntax, at + 2) or _told_behind(syntax, at + 2)
    if told is not None:
        return told
    phrase = syntax.nominal(at + 2) or _subject_behind(syntax, at)
    if phrase is not None:
        complete(syntax, phrase)
    if phrase is None or not (phrase.names_speaker or (phrase.is_human and phrase.determiner and not at)):
        return None
    follows = phrase.last + 1
    if follows < len(tokens) and at:
        return None
    verb = syntax.covering[follows] if follows < len(tokens) else None
    if verb is None and not token_at(tokens, follows).classes & (PUNCTUATION | PREPOSITION):
        return None
    if not phrase.names_speaker and (verb is None or not verb.reports):
        return None
    return Frame("colon-behind", phrase, None, "strong")


def _text_behind(syntax: Syntax, at: int) -> Frame | None:
    """Un tir « légitime » : dans son rapport, [X] dédouane …: words without a verb that a text behind gives."""
    tokens = syntax.tokens
    first = syntax.finite[0].first if syntax.finite else 0
    colon = next((i for i in range(at + 1, first) if tokens[i].low == ":"), 0)
    if not colon:
        return None
    own = token_at(tokens, colon + 2).low in word_set("possessive")
    if token_at(tokens, colon + 1).low not in word_set("in-or-on") or not own:
        return None
    group = next((g for g in syntax.finite if g.first > colon), None)
    found = left_subject(syntax, group) if group is not None and tokens[colon + 3].tag.speech else None
    return Frame("colon-behind", found, None, "weak") if found is not None and found.is_somebody else None


def _said_behind(syntax: Syntax, start: int) -> Frame | None:
    """« … » : la formule est de [X]; « … » : c'est en ces termes que [X] a conclu."""
    tokens = syntax.tokens
    copula = next((g for g in syntax.finite if g.first >= start), None)
    if copula is None or copula.lemma not in word_set("be") or copula.mood != "finite":
        return None
    if tokens[start].low in word_set("ce"):
        that = next((i for i in range(copula.last + 1, len(tokens)) if tokens[i].classes & THAT), len(tokens))
        told = next((g for g in syntax.finite if g.first > that), None)
        words = any("word" in t.tag.speech for t in tokens[copula.last + 1 : that])
        found = speaker_of(syntax, told) if told is not None and words else None
    else:
        words = "word" in tokens[copula.first - 1].tag.speech and copula.first - 1 <= start + 1
        of = words and token_at(tokens, copula.last + 1).classes & (OF | CONTRACTED)
        found = after_of(syntax, copula.last + 1) if of else None
    return Frame("colon-behind", found, None, "strong") if found is not None and found.is_somebody else None


def _told_behind(syntax: Syntax, start: int) -> Frame | None:
    """« … » : à Rome, [des milliers de lycéens] ont défilé; the crowd that comes together under the words.

    « … » : [le chef], venu à Rome, a résumé …: the one who is told to report, whatever stands between.
    """
    group = next((g for g in syntax.finite if g.first > start and not is_subordinate(syntax, g)), None)
    begun = syntax.at.get(group.last + 2) if group is not None else None
    if group is None:
        return None
    crowd = bool({group.lemma, begun.lemma if begun else ""} & word_set("rallying"))
    if not (crowd or group.reports):
        return None
    found = left_subject(syntax, group)
    if found is None or not found.is_somebody or (crowd and (found.number != "p" or not found.is_human)):
        return None
    return Frame("colon-behind", found, None, "weak")


def _subject_behind(syntax: Syntax, at: int) -> Nominal | None:
    """« … » : au Sénat, [X] a fustigé …: the named subject of the clause behind the colon, a circumstance in front."""
    if not syntax.tokens[at + 2].classes & ADPOSITION:
        return None
    group = next((g for g in syntax.finite if g.first > at), None)
    found = left_subject(syntax, group) if group is not None and group.reports else None
    return found if found is not None and found.names_speaker and found.first > at else None


def _owner_behind(syntax: Syntax, i: int) -> Frame | None:
    """« … » : l'appel de [X]; « … », le cri du cœur d'[une mère]: whose words they are, by a noun of speech."""
    tokens = syntax.tokens
    j = skip(tokens, i, DETERMINER, len(tokens))
    k = behind_saying(syntax, j) if i < j < len(tokens) else j
    k += int(k == j and i < j < len(tokens) and "act" in tokens[j].tag.speech)
    if k == j or k >= len(tokens):
        return None
    k = behind_adjective(syntax, k)
    found = after_of(syntax, k) if tokens[k].classes & (OF | CONTRACTED) else None
    return Frame("noun-of", found, span(syntax, j, j), "weak") if found is not None and found.is_somebody else None
