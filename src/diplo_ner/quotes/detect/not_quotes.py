"""What stands between marks and is no quote: labels, titles, names, words with their meaning.

Each rule looks at one passage and says which kind of thing it is, with its name and how sure it is, or
nothing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..vocabulary.cues import is_outlet, long_speech_nouns
from ..vocabulary.word_classes import DEMONSTRATIVE, DETERMINER, PREPOSITION, Tag, tag
from ..vocabulary.word_sets import pattern, word_set
from .surroundings import Scene, word_lists

_WORD, _WORDS, _LABEL, _NAME = 2, 3, 4, 6
"""Words of what is held at a distance, of a term, of an outlet, of a label or a common name, at the most."""
_GLOSS, _NAMED = 8, 12
"""Words of a meaning or of what everybody calls so, of what a verb of naming gives, at the most."""
_ENTITLED = 24
"""Words of a title right behind "intitulé" at the most."""
_INCISE = 40
"""Characters of an incise up to the noun in marks that names who speaks, at the most."""
_TONGUE = 3
"""Words before a comma that tell a tongue ("traduit de l'anglais,"), at the least."""


class Refusal(NamedTuple):
    """Why a passage is no quote, and how sure that is (0 to 1)."""

    rule: str
    confidence: float


_LEAD = re.compile(r"[|•·►▶▸→■▪●✔➡\r\n]")
_YOU = r"\b<you>\b"
_APPOSED = r"\s*,\s+<apposed-determiner>\s?(?P<noun>(?:\S+ ){0,2}[\w-]+)"
_BYLINE = r"\s*,\s+<byline-preposition>\s?[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ]"
_PUBLISHED = re.compile(r"\s?\([^()\r\n]{0,40}\b(?:18|19|20)\d\d\)")
_EDITED = r"\s?\(<publisher>(?!\w)"
_SITE_NAME = re.compile(r"[\w-]+\.[a-z]{2,4}")
# The number of one of a row: "acte VIII", "phase 2".
_ONE_OF_A_ROW = re.compile(r"[^\W\d_]+ (?:\d{1,3}|[IVX]{1,5})")
_LETTERED = re.compile(r"\w \([A-ZÀ-Þ]{2,8}\)$")
_REFERENCE = re.compile(r"^[A-ZÀ-Þ][^\s,]*(?: [A-ZÀ-Þ][^\s,]*){0,4}, $")
_THIS_ONE = re.compile(r"[»”\"][ \u00a0\u202f]?, (?P<verb>[^\W\d_]+) (?P<this>[^\W\d_]+) $")
_COMMON = r"(?:^| )<partitive>(?: |$)"
_SAYING = r"<proverbial>(?: \w+)?,?\s*$"
_APPOSED_NAME = re.compile(r"\s*, [A-ZÀ-Þ][\w’'-]+ (?:[a-zé]{1,4}[- ])?[A-ZÀ-Þ]")
# What a meeting is about, told in the sentence behind: "« … ». C'est autour de ce thème que".
_THEME = r"(?i)[\s.\u00a0]{0,3}<this-is> (?:<theme-preposition> )?<the-theme>\b"
# What everybody calls so: "ce qu'on appelle", "connu comme", "son surnom".
_COMMONLY = (
    r" (?:<people-pronoun> (?:<called-object> )?<calling>\w+(?: <this-thing>)?(?: <calling-link>)?"
    r"|<known> <known-as>(?: <known-link>)?|<nickname>(?: <nickname-link>)?)(?: «| :)? $"
)


def label(scene: Scene) -> Refusal | None:
    """A label of a button or a menu, or a line that points to another article."""
    lists, text = word_lists(), scene.text
    if scene.colon:
        if scene.told:
            return None
        line = text[max(scene.start, scene.passage.outer_start - 40) : scene.passage.outer_start]
        lead = _LEAD.split(line)[-1].strip(" :\u00a0\u202f-–—>").lower()
        # "Lire aussi : « … ? »" in the middle of a line was parted from its link: what is said there is said.
        spoken = text[scene.passage.end - 1] in ".!?…" and not scene.is_fragment and scene.behind(60).strip(" .»\u00a0")
        return Refusal("see-also", 0.95) if lead in lists["see"] and not spoken else None
    if scene.told:
        return None
    sentence = text[scene.start : scene.end].lower()
    if any(word in sentence for word in lists["consent"]) and pattern(_YOU).search(sentence):
        return Refusal("label", 0.95)
    shown = not scene.of and scene.head(lists["label"], 0) is not None and scene.length <= _WORD
    if shown and scene.is_fragment and scene.ahead[-1].low in word_set("part-of-page"):
        return Refusal("label", 0.85)
    if scene.head(lists["label"], 1) is not None and scene.is_title and scene.is_fragment and not scene.of:
        return Refusal("label", 0.9)
    press = scene.head(lists["press"], 3, over=PREPOSITION)
    # "s'appuyer sur" presses nothing
    before = scene.ahead[-2 - press : -1 - press] if press is not None else []
    if press is not None and scene.length <= _NAME and not any(t.low in word_set("se") for t in before):
        return Refusal("label", 0.9)
    return None


def title(scene: Scene) -> Refusal | None:
    """A title of a work, of a text or a meeting, or the name of an outlet."""
    lists, told = word_lists(), scene.told
    if pattern(_THEME).match(scene.text, scene.passage.outer_end):
        return Refusal("theme", 0.9)
    dated = scene.is_fragment and _PUBLISHED.match(scene.behind(60))
    if scene.is_title and not told and (dated or pattern(_EDITED).match(scene.behind(60))):
        return Refusal("title", 0.85)
    if scene.colon or not scene.is_title:
        return None
    if scene.length <= _LABEL and not told and scene.is_fragment and _is_outlet(scene.said):
        return Refusal("outlet", 0.9)
    if not scene.of:
        work = scene.head(lists["work"], 4)
        if work is not None and (work == 0 or scene.is_fragment) and not (told and work > 1):
            return Refusal("title", 0.93)
    elif scene.head(lists["maker"] | lists["work"], 1, skip=1) is not None:
        return Refusal("title", 0.93)
    if told or not scene.is_fragment:
        return None
    if scene.head(lists["publish"], 1) is not None or (not scene.of and scene.head(lists["text"], 1) is not None):
        return Refusal("title", 0.8)
    return _title_behind(scene)


def _title_behind(scene: Scene) -> Refusal | None:
    """A title that shows by what follows it: "« … », le roman de", "« … », de Prénom Nom"."""
    lists, behind = word_lists(), scene.behind(60)
    between = bool(scene.ahead) and scene.ahead[-1].low == "," and behind[:1] == ","
    if between and scene.head(lists["text"] | lists["work"], 2, skip=1) is not None:
        return Refusal("title", 0.75)
    apposed = pattern(_APPOSED).match(behind)
    if apposed and not lists["work"].isdisjoint(apposed["noun"].lower().split()):
        return Refusal("title", 0.85)
    if pattern(_BYLINE).match(behind) and not scene.ahead:
        return Refusal("title", 0.75)
    ends = not behind.split("\n")[0].strip(" .»\u00a0")
    if ends and _REFERENCE.search(scene.text[scene.start : scene.passage.outer_start]):
        return Refusal("title", 0.7)
    return None


def _is_outlet(words: str) -> bool:
    names = (words, f"Le {words}", f"La {words}", f"The {words}")
    return any(is_outlet(name) for name in names) and not pattern(_COMMON).search(words)


def name(scene: Scene) -> Refusal | None:
    """A name of a thing, a group, a place, or of somebody by another name."""
    lists, ahead = word_lists(), scene.ahead
    if scene.colon or not ahead or _behind_words(ahead):
        return None
    naming = scene.head(lists["naming"], 3, over=PREPOSITION)
    apposed = ahead[-1].low == "," and scene.behind(1) == "," and scene.is_title and scene.is_fragment
    if apposed and not scene.told and scene.head(lists["name"], 3, skip=1) is not None:
        return Refusal("named", 0.7)
    if _is_label_of_row(scene) or _is_kind(scene):
        return Refusal("named", 0.8)
    longest = _ENTITLED if naming == 0 and scene.is_title else _NAMED
    if naming is not None and scene.length <= longest and not (scene.told and naming > 1) and not _says(scene, naming):
        return Refusal("named", 0.9)
    if scene.length <= _WORDS and scene.is_name and _behind_comma(ahead):
        return Refusal("named", 0.85)
    if scene.of and scene.head(lists["called"], 0, skip=1) is not None:
        return Refusal("named", 0.9)
    if scene.length <= _GLOSS and scene.is_fragment and pattern(_COMMONLY).search(_lows(ahead)):
        return Refusal("named", 0.8)
    if not scene.is_title or not scene.is_fragment:
        return None
    head = None if scene.of else scene.head(lists["name"], 2)
    if head is not None and (not scene.told or (head == 0 and scene.is_name)):
        return Refusal("name", 0.85)
    if scene.told or scene.inner[-1].text in "!?…":
        return None
    if scene.is_name and (scene.determined or ahead[-1].low in word_set("place-link")):
        return Refusal("name", 0.75)
    if scene.determined and scene.length <= _NAME and not scene.cue and scene.inner[0].text[0].isalpha():
        return Refusal("name", 0.6)
    before = scene.text[max(0, scene.passage.outer_start - 24) : scene.passage.outer_start].split()
    if scene.is_name and scene.length <= _LABEL and before and before[-1][:1].isupper() and before[-1].isalnum():
        return Refusal("name", 0.7)
    return None


def _is_label_of_row(scene: Scene) -> bool:
    """Whether the words are the name of one of a row, of a site on the net, or a letter: "acte IV", "port.fr", "v"."""
    letter = scene.length == 1 and len(scene.said) == 1
    return bool(letter or _SITE_NAME.fullmatch(scene.said) or _ONE_OF_A_ROW.fullmatch(scene.said))


def _is_kind(scene: Scene) -> bool:
    """Whether a kind of things is told: "des sacs type « … »", "ces emplois dits « … »", "un emploi dit « … »".

    What is called so is a thing: people and texts say the words themselves.
    """
    ahead = scene.ahead
    if len(ahead) <= 1 or scene.length > _WORDS or not scene.is_fragment:
        return False
    if ahead[-1].low in word_set("kind-of"):
        return True
    noun, opening = ahead[-2], ahead[-3] if len(ahead) > _WORD else None
    if opening is None or not opening.classes & DETERMINER or scene.told or scene.lead() is not None:
        return False
    thing = not noun.classes and not noun.readings and not noun.speech and noun.people is None and noun.low.isalpha()
    return ahead[-1].low in word_set("said") and thing and noun.auxiliary is None and not scene.capitals[-2]


def _behind_words(ahead: list[Tag]) -> bool:
    """Whether a noun of words stands right before: "sous le mot d'ordre « … »"; what bears a name is told by one."""
    return any(
        len(ahead) >= len(split) and all(tag.low == word for tag, word in zip(ahead[-len(split) :], split, strict=True))
        for held in long_speech_nouns().values()
        for split in held
        if ahead[-1].low == split[-1]
    )


def _lows(ahead: list[Tag]) -> str:
    return "".join(f" {word.low}" for word in ahead[-8:]) + " "


def _behind_comma(ahead: list[Tag]) -> bool:
    """Whether another name follows: "X, dit « … »"."""
    return len(ahead) > 1 and ahead[-2].low == "," and ahead[-1].low in word_set("said")


def _says(scene: Scene, naming: int) -> bool:
    """Whether a participle that may name is part of a verb that says: "s'est dite « ravie »", "a appelé à"."""
    ahead = scene.ahead[: len(scene.ahead) - naming]
    told = ahead[-1].low
    auxiliary = next((word.auxiliary for word in reversed(ahead[-4:-1]) if word.auxiliary), None)
    if auxiliary is None:
        return False
    return told in word_set("called") or (told in word_set("called-him") and auxiliary.lemma in word_set("have"))


def gloss(scene: Scene) -> Refusal | None:
    """A translation, a meaning, a saying, an example, a question put to all, a word held at a distance."""
    lists, ahead = word_lists(), scene.ahead
    if scene.told or scene.colon:
        return None
    behind = scene.behind(40)
    if pattern(_SAYING).search(scene.text, scene.start, scene.passage.outer_start):
        return Refusal("saying", 0.8)
    if _LETTERED.search(scene.said) and scene.length <= _GLOSS:
        return Refusal("name", 0.7)
    if len(ahead) > 1 and ahead[-1].low in word_set("for") and ahead[-2].low == "(" and scene.length <= _GLOSS:
        return Refusal("meaning", 0.75)
    if len(ahead) > 1 and ahead[-1].low == "(" and behind.lstrip()[:1] == ")" and scene.length <= _NAME:
        # a parenthesis right behind a passage translates it, and is as much a quote as that
        return None if ahead[-2].low in ("»", "”", '"') else Refusal("meaning", 0.75)
    in_a_tongue = len(ahead) > 1 and ahead[-2].low in word_set("en")
    meaning = scene.head(lists["gloss"], 1 + in_a_tongue, over=PREPOSITION)
    if meaning is not None and scene.length <= _GLOSS and not (meaning == 0 and ahead[-2:-1] and ahead[-2].auxiliary):
        return Refusal("meaning", 0.85)
    if scene.length <= _WORDS and scene.is_fragment:
        if scene.determined and _APPOSED_NAME.match(behind):
            return Refusal("held-at-a-distance", 0.7)
        if len(ahead) > 1 and ahead[-2].low in word_set("such") and ahead[-1].low in word_set("that-word"):
            return Refusal("example", 0.75)
    if ahead and ahead[-1].low in word_set("question-noun") and scene.inner[-1].text == "?" and not scene.is_fragment:
        return Refusal("question", 0.65)
    return _foreign(scene, behind)


def _foreign(scene: Scene, behind: str) -> Refusal | None:
    """A word said in another tongue, or out of one: "« … » en arabe", "traduit de l'anglais, « … »"."""
    lists, ahead = word_lists(), scene.ahead
    words = behind.replace("(", " ").lower().split()
    if len(words) > 1 and words[0] in word_set("en") and words[1].strip(".,;)") in lists["language"]:
        return Refusal("meaning", 0.8)
    tongue = len(ahead) >= _TONGUE and ahead[-1].low == "," and ahead[-2].low in lists["language"]
    return Refusal("meaning", 0.7) if tongue and ahead[-3].low in word_set("before-language") else None


def unsaid(scene: Scene) -> Refusal | None:
    """Words nobody says: denied ones inside others, names behind "mouvement des", words held at a distance."""
    lists, ahead = word_lists(), scene.ahead
    if scene.colon and scene.passage.depth:
        lows = [word.low for word in ahead]
        edge = max((n for n, low in enumerate(lows) if low in word_set("turn-mark")), default=-1)
        clause = set(lows[edge + 1 :])
        if clause & word_set("ne") and clause & word_set("not-ever"):
            return Refusal("not-said", 0.6)
    if scene.cue or not ahead or scene.length > _WORDS or not scene.is_fragment:
        return None
    if scene.of and scene.head(lists["role"], 0, skip=1) is not None:
        return Refusal("held-at-a-distance", 0.65)
    if (scene.of or ahead[-1].low in word_set("of-several")) and scene.head(lists["name"], 0, skip=1) is not None:
        return Refusal("name", 0.6)
    if scene.length <= _WORD and ahead[-1].classes & DEMONSTRATIVE:
        return Refusal("held-at-a-distance", 0.6)
    return None


def bearer(scene: Scene) -> Refusal | None:
    """A noun in marks that names who speaks in an incise: « … », raconte ce « geek »."""
    behind = scene.text[max(0, scene.passage.outer_start - _INCISE) : scene.passage.outer_start]
    found = _THIS_ONE.search(behind) if scene.length <= _WORDS and scene.is_fragment else None
    if found is None or not tag(found["this"]).classes & DEMONSTRATIVE:
        return None
    told = tag(found["verb"])
    says = any(r.mood == "finite" and r.strength == "strong" for r in told.readings) and told.auxiliary is None
    return Refusal("name", 0.8) if says else None


RULES = (label, title, name, gloss, bearer, unsaid)
"""The rules in the order they are asked."""
