"""Proof-reading names: slips in names that are known, forms that differ in one article, a house's own spellings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

from diplo_ner.arguments import check_all, check_is
from diplo_ner.house_style import Preference
from diplo_ner.lexicon import persons
from diplo_ner.lexicon.own_names import OwnName
from diplo_ner.names.compare import compare_names
from diplo_ner.schema import Entity, Extraction, Mention
from diplo_ner.text.fold import fold

FindingKind = Literal["spelling", "differs", "house-style"]

_NAMES = frozenset({"name", "acronym"})
_WORDS = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
_LONG = 8
_TOLD = {1: "one letter", 2: "two letters"}
_SAME_SIGN = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " ", "\u2011": "-", "\u2010": "-", "\n": " "})


class Finding(NamedTuple):
    """A form of a name that may be wrong, and the one to write.

    ``start`` and ``end`` are Unicode code points; ``kind`` tells a slip of letters, a form that differs from the one
    most used in the article, or one that the house does not use.
    """

    start: int
    end: int
    text: str
    instead: str
    kind: FindingKind
    reason: str
    entity: str | None


def proofread(
    text: str, extraction: Extraction, *, style: Sequence[Preference] = (), own: Sequence[OwnName] = ()
) -> list[Finding]:
    """Find forms of names in an article that a proof-reader would mark, at most one at each place.

    Args:
        text: The article.
        extraction: What was read in it.
        style: A house's preferred spellings, which go before all else.
        own: The user's own names.

    Returns:
        What was found, by start.

    Raises:
        ArgumentError: An argument is something else.

    >>> from diplo_ner import extract
    >>> text = "Antony Blinken est à Kiev. M. Bliken y reste deux jours."
    >>> [(f.text, f.instead, f.reason) for f in proofread(text, extract(text))]
    [('Bliken', 'Antony Blinken', 'one letter')]
    """
    check_is("text", text, str, give="the article")
    check_is("extraction", extraction, Extraction, give="what extract or extract_many gave")
    check_all("style", style, Preference, give="what house_style gave")
    check_all("own", own, OwnName, give="what own_names gave")
    mine = {name.id: name for name in own}
    found: dict[int, Finding] = {}
    for finding in _style(text, extraction, style):
        found.setdefault(finding.start, finding)
    preferred = {p.preferred.translate(_SAME_SIGN) for p in style}
    for entity in extraction.entities:
        slips = list(_slips(entity, mine.get(entity.id)))
        wrong = {slip.text for slip in slips}
        for finding in (*slips, *_different(entity), *_uneven(entity)):
            if finding.text.translate(_SAME_SIGN) not in preferred and finding.instead not in wrong:
                found.setdefault(finding.start, finding)
    return [found[start] for start in sorted(found)]


def _slips(entity: Entity, own: OwnName | None) -> Iterator[Finding]:
    """Mentions of a person with a word that is no word of the name, but nearly one."""
    if entity.type != "PERSON":
        return
    right = {fold(word) for name in _right_names(entity, own) for word in _WORDS.findall(name)}
    for mention in _told(entity):
        for word in _WORDS.findall(mention.text):
            distance = _distance(fold(word), right)
            if distance:
                yield _finding(mention, entity, entity.canonical, "spelling", _TOLD[distance])
                break


def _right_names(entity: Entity, own: OwnName | None) -> Iterable[str]:
    """The names of a person in the tables; of one that they do not hold, the words that the article uses most."""
    if own is not None:
        return own.names
    person = persons.by_id(entity.id)
    if person is not None and entity.known:
        return (person.canonical, *person.aliases, *person.alone)
    words = Counter(word for mention in _told(entity) for word in _WORDS.findall(mention.text))
    most = max(words.values(), default=0)
    return (entity.canonical, *(word for word in words if words[word] * 2 > most))


def _distance(word: str, right: set[str]) -> int:
    """How many letters a word is away from the nearest of some; 0 where it is one of them, or like none."""
    if len(word) < _SHORTEST or word in right:
        return 0
    most = 2 if len(word) >= _LONG else 1
    near = min((OSA.distance(word, other, score_cutoff=most) for other in right if len(other) >= _SHORTEST), default=9)
    return near if near <= most else 0


def _different(entity: Entity) -> Iterator[Finding]:
    """Forms that differ by accents, capitals or letters from the one that the article uses most."""
    mentions = _told(entity)
    groups: dict[object, Counter[str]] = {}
    for mention in mentions:
        groups.setdefault(_alike(entity, mention), Counter())[mention.text.translate(_SAME_SIGN)] += 1
    for mention in mentions:
        forms = groups[_alike(entity, mention)]
        form = mention.text.translate(_SAME_SIGN)
        most = max(forms, key=lambda other: (forms[other], other == entity.canonical))
        if form != most and not _shouted(mention):
            times = "once" if forms[most] == 1 else f"{forms[most]} times"
            yield _finding(mention, entity, most, "differs", f"{most} {times} in this article")


def _uneven(entity: Entity) -> Iterator[Finding]:
    """Mentions of a person with a word that the article mostly spells otherwise: Zelenski among Zelensky."""
    if entity.type != "PERSON":
        return
    mentions = [m for m in _told(entity) if not _shouted(m)]
    forms = Counter(word for mention in mentions for word in _WORDS.findall(mention.text))
    words: Counter[str] = Counter()
    for form, count in forms.items():
        words[fold(form)] += count
    named = {fold(word) for word in _WORDS.findall(entity.canonical)}
    last = {fold(found[-1]) for mention in mentions if (found := _WORDS.findall(mention.text))}

    def weight(word: str) -> tuple[int, bool]:
        return words[word], word in named

    for mention in mentions:
        for word in _WORDS.findall(mention.text):
            mine = fold(word)
            near = [
                other
                for other in words
                if weight(other) > weight(mine)
                and (_distance(mine, {other}) or ({mine, other} <= last and _one_family(mine, other)))
            ]
            if near:
                commonest = max(near, key=weight)
                right = max((form for form in forms if fold(form) == commonest), key=lambda form: forms[form])
                often = "once" if words[commonest] == 1 else f"{words[commonest]} times"
                reason = f"{right} {often} in this article"
                yield _finding(mention, entity, mention.text.replace(word, right), "differs", reason)
                break


def _one_family(one: str, other: str) -> bool:
    """Whether two words are spellings of one family name: Putin, Poutine."""
    return one != other and compare_names(one, other, type="PERSON").verdict == "same"


def _alike(entity: Entity, mention: Mention) -> object:
    """What forms have in common that ought to be one: of full names of a person, the number of words."""
    if _shouted(mention):
        return mention
    words = [fold(word) for word in _WORDS.findall(mention.text)]
    return len(words) if entity.type == "PERSON" and len(words) > 1 else " ".join(words)


def _shouted(mention: Mention) -> bool:
    return mention.kind == "name" and mention.text.isupper() and len(mention.text) > _SHORTEST


def _style(text: str, extraction: Extraction, style: Sequence[Preference]) -> Iterator[Finding]:
    for preference in style:
        reason = "house style"
        for form in preference.instead_of:
            pattern = rf"(?<!\w){re.escape(form)}(?!\w)"
            for m in re.finditer(pattern, text):
                owner = _owner(extraction, m.start(), m.end())
                yield Finding(m.start(), m.end(), m.group(), preference.preferred, "house-style", reason, owner)
        if preference.instead_of:
            continue
        for entity in extraction.entities:
            if _is_meant(preference.preferred, entity):
                for mention in _told(entity):
                    if not _shouted(mention) and not _in_style(mention.text, preference.preferred):
                        yield _finding(mention, entity, preference.preferred, "house-style", reason)


def _is_meant(preferred: str, entity: Entity) -> bool:
    person = persons.person_names().get(fold(preferred).replace("-", " ")) if entity.type == "PERSON" else None
    if person is not None:
        return person.id == entity.id
    return fold(preferred) in {fold(name) for name in (entity.canonical, *(m.text for m in entity.mentions))}


def _in_style(form: str, preferred: str) -> bool:
    """Whether all words of a form are words of the one that is preferred, or are like none of them."""
    right = _WORDS.findall(preferred)
    folded = {fold(word): word for word in right}
    for word in _WORDS.findall(form):
        if word in right:
            continue
        if fold(word) in folded or _distance(fold(word), set(folded)):
            return False
    return len(_WORDS.findall(form)) != len(right) or form.translate(_SAME_SIGN) == preferred.translate(_SAME_SIGN)


def _owner(extraction: Extraction, start: int, end: int) -> str | None:
    for entity in extraction.entities:
        if any(m.start < end and start < m.end for m in entity.mentions):
            return entity.id
    return None


def _told(entity: Entity) -> list[Mention]:
    return [m for m in entity.mentions if m.kind in _NAMES]


def _finding(mention: Mention, entity: Entity, instead: str, kind: FindingKind, reason: str) -> Finding:
    return Finding(mention.start, mention.end, mention.text, instead, kind, reason, entity.id)
