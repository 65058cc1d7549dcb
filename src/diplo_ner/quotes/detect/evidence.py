"""What speaks for and against a passage being somebody's words: named observations, none of which decides alone.

Each is the name of something that is there or not; ``scorer`` says what it weighs. They tell what the words inside
look like, what stands right before and behind them, what in the sentence reports, and where in the article they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..verbs.incise_window import is_personal
from ..vocabulary.verb_forms import verb
from ..vocabulary.word_classes import (
    ADVERB,
    COORDINATOR,
    DEMONSTRATIVE,
    DETERMINER,
    NEGATION,
    OBJECT,
    OF,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    Tag,
    tag,
)
from ..vocabulary.word_sets import word_set
from .sentence import is_heading, reports, somebody_acts
from .surroundings import Scene, word_lists

_EDIT = re.compile(r"\[[^\]\n]{0,40}\]|\(\s*(?:…|\.\.\.)\s*\)")
_NEXT = re.compile(r"[\s\u00a0\u202f]*+(?P<word>[^\W\d_]+['’]?)")
_SINGLE = ("‘", "'", "‚", "‛")
_ARTICLES = {"definite-article": "the", "one": "a"}
_SIGNS = {".": "stop", ",": "comma", ":": "colon", "(": "bracket", ")": "bracket"}
_LENGTHS = (1, 2, 3, 5, 8, 13)
_SHORT = 3
_PAIR = 2
_LONGEST_MENTION = 8
"""Words that a noun such as « le mot » still speaks of."""
_OFTEN = 3


def evidence(scene: Scene, times: int = 1) -> list[str]:
    """The observations on a passage.

    Args:
        scene: the passage and what stands around it.
        times: how many passages of the article hold the same words.

    Returns:
        Their names, in the order they are looked for. The work is bounded by the sentence and the passage.
    """
    around = [*_inside(scene), *_before(scene), *_behind(scene), *_reported(scene), *_place(scene)]
    return [*around, *_again(times, scene.length <= _SHORT)]


_SAYS_WHY = {
    True: {
        "told-behind": "report-behind",
        "edited": "edited-words",
        "before:colon": "colon",
        "sentence": "sentence",
        "clause": "clause",
        "person-speaks": "person-speaks",
        "governed": "reported-fragment",
        "begins:finite": "verb-phrase",
        "begins:infinitive": "verb-phrase",
        "before:auxiliary": "predicate",
        "heading": "heading",
        "comes-again": "echo",
    },
    False: {
        "byword": "byword",
        "single-marks": "single-marks",
        "nested": "inside-quote",
        "word-spoken-of": "word-spoken-of",
        "name-like": "name",
    },
}
_ELSE = {True: "likely-words", False: "held-at-a-distance"}


def reason(observed: Sequence[str], *, is_quote: bool) -> str:
    """The plainest reason among some observations for a verdict on the whole of them.

    >>> reason(["clause", "governed"], is_quote=True), reason(["clause", "nested"], is_quote=False)
    ('clause', 'inside-quote')
    """
    found = (name for told, name in _SAYS_WHY[is_quote].items() if told in observed)
    return next(found, _ELSE[is_quote])


def _size(number: int, edges: tuple[int, ...]) -> str:
    return next((f"to-{edge}" for edge in edges if number <= edge), f"over-{edges[-1]}")


def _inside(scene: Scene) -> Iterator[str]:
    """What the words themselves look like."""
    inner, said = scene.inner, scene.said
    first, last = inner[0].text, inner[-1].text
    yield "words:" + _size(scene.length, _LENGTHS)
    yield "fragment" if scene.is_fragment else "clause"
    if first[0].isupper():
        yield "capital"
    if last[-1] in ".!?…":
        yield "full-stop"
        if first[0].isupper():
            yield "sentence"
    if is_personal(said, 0, len(said)):
        yield "person-speaks"
    if _EDIT.search(said):
        yield "edited"
    if scene.is_name:
        yield "name-like"
    if scene.is_title and scene.is_fragment:
        yield "title-like"
    if said.lower().replace("’", "'") in word_lists()["byword"]:
        yield "byword"
    begins = tag(first).classes
    if begins & DETERMINER:
        yield "begins:determiner"
    if begins & (PREPOSITION | OF):
        yield "begins:preposition"
    if begins & (ADVERB | NEGATION):
        yield "begins:adverb"
    lead = scene.lead()
    sure = "" if lead else "?"
    lead = lead or (verb(first) if first[0].isalpha() else None)
    if lead:
        yield f"begins{sure}:" + ("finite" if lead.finite else "infinitive" if lead.infinitive else "participle")
    if any(found and found.finite and found.sure for found in (verb(w.text) for w in inner if w.text[0].isalpha())):
        yield "finite-inside"


def _before(scene: Scene) -> Iterator[str]:
    """The word right before the opening mark."""
    if not scene.ahead:
        yield "before:nothing"
        return
    kind = _kind_of(scene.ahead[-1], scene.capitals[-1])
    yield "before:" + kind
    yield f"before:{kind}|{'short' if scene.length <= _SHORT else 'long'}"


def _kind_of(word: Tag, capital: bool) -> str:
    if word.low in _SIGNS:
        return _SIGNS[word.low]
    if word.classes & PUNCTUATION:
        return "mark" if word.low in ("»", "”", '"') else "punctuation"
    if word.low in word_set("contracted"):
        return word.low
    article = next((kind for name, kind in _ARTICLES.items() if word.low in word_set(name)), "")
    if article:
        return article
    found = verb(word.low)
    kinds = (
        (bool(word.classes & OF), "of"),
        (bool(word.classes & DEMONSTRATIVE), "this"),
        (bool(word.classes & POSSESSIVE), "own"),
        (bool(word.classes & THAT), "that"),
        (word.low in word_set("as"), "as"),
        (bool(word.classes & PREPOSITION), "preposition"),
        (bool(word.classes & COORDINATOR), "and"),
        (word.auxiliary is not None and word.auxiliary.finite, "auxiliary"),
        (any(r.strength != "plain" for r in word.readings), "report"),
        (bool(word.pronoun or word.classes & (SUBJECT | RELATIVE | OBJECT | PRONOUN)), "pronoun"),
        (bool(word.classes & (ADVERB | NEGATION)), "adverb"),
        (found is not None and found.finite and found.sure, "verb"),
        (capital, "name"),
        (word.people is not None, "people"),
        (bool(word.speech), "speech"),
    )
    return next((kind for fits, kind in kinds if fits), "noun")


def _behind(scene: Scene) -> Iterator[str]:
    """What stands right behind the closing mark."""
    if scene.told:
        yield "told-behind"
    behind = scene.behind(60)
    bare = behind.strip(" \u00a0\u202f")
    if behind[:1] and behind[:1] in _SIGNS:
        yield "behind:" + _SIGNS[behind[:1]]
    elif not bare or bare[0] in "\r\n":
        yield "behind:line-end"
    elif bare[0] in '«"“':
        yield "behind:mark"
    else:
        match = _NEXT.match(behind)
        if match:
            yield "behind:" + _kind_behind(match["word"])


def _kind_behind(text: str) -> str:
    word, found = tag(text), verb(text)
    kinds = (
        (bool(word.classes & OF) or word.low in word_set("contracted-of"), "of"),
        (word.low in word_set("clause-opener"), "relative"),
        (bool(word.classes & COORDINATOR), "and"),
        (bool(word.classes & PREPOSITION), "preposition"),
        (bool(word.classes & DETERMINER), "determiner"),
        (word.auxiliary is not None or (found is not None and found.finite and found.sure), "verb"),
        (text[0].isupper(), "capital"),
    )
    return next((kind for fits, kind in kinds if fits), "word")


def _reported(scene: Scene) -> Iterator[str]:
    """What in the sentence reports, how far off, and whether a clause's edge stands between."""
    governed = reports(scene) if scene.cue is None else scene.cue
    size = _size(scene.length, (1, 2, 4, 8))
    yield f"{'governed' if governed else 'free'}|{size}"
    if governed:
        yield "governed"
    yield from _nearest(scene.ahead)
    if somebody_acts(scene):
        yield "somebody-acts"


def _nearest(ahead: list[Tag]) -> Iterator[str]:
    """The nearest verb before the passage that reports."""
    relative = comma = False
    for back, word in enumerate(reversed(ahead)):
        readings = [
            r for r in word.readings if r.strength == "strong" or (r.strength, r.mood) != (r.strength, "infinitive")
        ]
        readings = [r for r in readings if r.strength != "plain"]
        noun = back + 1 < len(ahead) and ahead[-2 - back].low in word_set("before-saying-noun")
        if readings and not noun:
            strength = "strong" if any(r.strength in ("strong", "manner") for r in readings) else "weak"
            yield f"verb:{strength}:" + _size(back, (0, 2, 5))
            if relative:
                yield "verb-before-relative"
            if comma:
                yield "verb-before-comma"
            if not (relative or comma):
                yield "verb-in-clause:" + strength
            return
        relative = relative or bool(word.classes & (RELATIVE | SUBORDINATOR))
        comma = comma or word.low in (",", ";")
    yield "verb:none"


def _place(scene: Scene) -> Iterator[str]:
    """The line it stands in, what it stands inside of, and nouns for words that are spoken of."""
    if scene.length <= _LONGEST_MENTION and scene.head(word_lists()["mention"], 1) is not None:
        yield "word-spoken-of"
    short = "short" if scene.length <= _PAIR else "long"
    if is_heading(scene):
        yield "heading"
        yield "heading|" + short
    if scene.passage.depth:
        yield "nested"
        yield "nested|" + short
    if scene.passage.open in _SINGLE:
        yield "single-marks"


def _again(times: int, short: bool) -> Iterator[str]:
    """Whether the same words stand between marks elsewhere."""
    if times > 1:
        yield "comes-again"
        if short:
            yield "comes-again|short"
    if times >= _OFTEN:
        yield "comes-thrice"
