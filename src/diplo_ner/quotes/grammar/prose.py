"""The writer's own prose: its sentences, with every quoted passage and every name taken as one token."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ...text.sentences import is_abbreviation, sentence_end
from ...text.words import Word
from ..marks.passages import Passage
from ..vocabulary.word_classes import lower, tag
from ..vocabulary.word_sets import word_set
from .sentence import Sentence
from .source import Source

_ENDS = frozenset((".", "!", "?", "…", "..."))
_LAST_SIGNS = frozenset((")", "]", "%"))
"""Signs on which a sentence may end without a stop, or before it."""
_HEADING_LETTERS = 5
"""Letters of a heading of one word in capitals, at the least."""
_HEADING_WORDS = 26
_HEADING_LENGTH = 110
_HEADING_LINE = 170
_LONGEST = 200
"""Words and passages after which a sentence is closed in any case."""
_MOST_QUOTES = 20
"""Passages after which one is: what reads a passage reads its sentence. The most that were seen are six."""


def _may_end(word: str) -> bool:
    """Whether a sentence may end on what stands before a stop: a word, an acronym, a number, a closed bracket."""
    if word in _LAST_SIGNS:
        return True
    return len(word) > 1 and (word[-1].islower() or word.isupper() or word.isdigit())


def _is_shouted(word: str) -> bool:
    """Whether a word is a heading in capitals: "LOGEMENT", but no letters of a body or a state's."""
    return word.isupper() and len(word) >= _HEADING_LETTERS


class Prose:
    """A text as sentences in which passages and names are single tokens.

    Args:
        source: the article.
        atoms: numbers of passages that are apart from one another, in order: they become tokens, the words of the
            others stay words.
        span: the part of the text to read (all of it when left out): the inside of a passage, for one.
    """

    def __init__(self, source: Source, atoms: Sequence[int], span: tuple[int, int] | None = None) -> None:
        self.text = source.text
        self._source = source
        self._words = source.words
        self._found = source.found
        self._starts = source.starts
        self.sentences: list[Sentence] = []
        self.of_quote: dict[int, Sentence] = {}
        first, last = span or (0, len(self.text))
        self._cut(bisect_left(self._starts, first), bisect_left(self._starts, last), list(atoms))
        for sentence in self.sentences:
            for quote in sentence.quotes:
                self.of_quote[quote] = sentence
        self._mark_headings()
        for quote in self.of_quote.keys() & source.crossheads.keys():
            self.of_quote[quote].heading = True

    def back(self, sentence: Sentence, most: int, *, own: bool = False) -> Iterator[Sentence]:
        """So many sentences before one, at the most, the nearest first; ``own`` puts it itself in front of them."""
        number = sentence.number
        return (self.sentences[n] for n in range(number - (not own), max(-1, number - most - 1), -1))

    def _cut(self, low: int, high: int, atoms: list[int]) -> None:
        words, starts, text = self._words, self._starts, self.text
        lines = self._source.lines
        only_first = word_set("sentence-only")
        pieces: list[int] = []
        line = quotes = waiting = 0
        first = True
        opening = self._found[atoms[0]].outer_start if atoms else len(text) + 1
        i = low
        while i < high:
            word = words[i]
            new_line = i in lines and i > low
            if new_line and pieces:
                if not self._goes_on(pieces, word, opening):
                    first = self._close(pieces, line, first)
                    pieces, line, first, quotes = [], line + 1, True, 0
            elif new_line and not pieces:
                line, first = line + 1, True
            if word.start >= opening:
                passage = self._found[atoms[waiting]]
                pieces.append(~atoms[waiting])
                waiting += 1
                opening = self._found[atoms[waiting]].outer_start if waiting < len(atoms) else len(text) + 1
                i = max(i + 1, bisect_left(starts, passage.outer_end))
                quotes += 1
                if i < high and i not in lines and self._lost_break(passage, words[i], opening):
                    first = self._close(pieces, line, first, heading=self._is_unstopped(pieces))
                    pieces, line, first, quotes = [], line + 1, True, 0
                    continue
                if (
                    len(pieces) >= _LONGEST
                    or quotes >= _MOST_QUOTES
                    or (i < high and i not in lines and self._ends_after_quote(passage, pieces, words[i], opening))
                ):
                    first = self._close(pieces, line, first)
                    pieces, quotes = [], 0
                continue
            pieces.append(i)
            i += 1
            if i < high and (self._is_glued(i) or (words[i].fold in only_first and self._opens_anew(i))):
                first = self._close(pieces, line, first, heading=len(pieces) <= _HEADING_WORDS)
                pieces, line, first, quotes = [], line + 1, True, 0
                continue
            if len(pieces) >= _LONGEST or (word.text in _ENDS and (i >= high or self._ends_after(i - 1, opening))):
                first = self._close(pieces, line, first)
                pieces, quotes = [], 0
                if i < high and i not in lines and words[i].start == word.end and words[i].start < opening:
                    line, first = line + 1, True
        if pieces:
            self._close(pieces, line, first)

    def _close(self, pieces: list[int], line: int, first: bool, *, heading: bool = False) -> bool:
        sentence = Sentence(self._source, pieces, line, len(self.sentences), first)
        sentence.heading = heading
        self.sentences.append(sentence)
        return False

    def _is_unstopped(self, pieces: list[int]) -> bool:
        """Whether a short sentence ends on a passage without a stop, as a crosshead does."""
        passage = self._found[~pieces[-1]]
        return len(pieces) <= _HEADING_WORDS and self.text[passage.end - 1] not in ".!?…"

    def _goes_on(self, pieces: list[int], word: Word, opening: int) -> bool:
        """Whether a line break stands inside a sentence: after an abbreviation, or before a small letter or comma.

        A line that opens with a passage goes on when the line before ends on a word that cannot end a sentence.
        """
        last = pieces[-1]
        if last >= 0:
            before = self._words[last]
            if before.text == "." and is_abbreviation(self.text, before.start):
                return True
            if before.text == ":" and word.start >= opening:
                return True
            if before.text in _ENDS or before.text in (":", "•", "|"):
                return False
            if word.start >= opening:
                return lower(before.text) in word_set("unfinished")
        elif word.start >= opening:
            return False
        return word.text[0].islower() or word.text == ","

    def _ends_after(self, i: int, opening: int) -> bool:
        """Whether the sentence ends with the full stop (or the like) that is word ``i``."""
        word, after = self._words[i], self._words[i + 1]
        if after.start >= opening and after.start == word.end:
            return True
        if after.start == word.end and after.text not in ("»", "”", '"', ")", "]"):
            return self._lost_space(i)
        if after.start >= opening:
            return word.text != "." or not is_abbreviation(self.text, word.start)
        return sentence_end(self.text, word.start) > 0

    def _lost_space(self, i: int) -> bool:
        """Whether a sentence ends though the space behind its stop is left out: « … ».Pour, une erreur.Le lendemain."""
        word, after = self._words[i], self._words[i + 1]
        if self.text[word.start - 1 : word.start] in ("»", "”", '"'):
            return after.text[0].isupper() or after.text[0].isdigit()
        if not after.text[0].isupper():
            return False
        before = self._words[i - 1] if i else None
        return (
            before is not None
            and before.end == word.start
            and _may_end(before.text)
            and (len(after.text) > 1 or lower(after.text) in word_set("to") or self._is_mister(i + 1))
            and not is_abbreviation(self.text, word.start)
        )

    def _opens_anew(self, i: int) -> bool:
        """Whether a word of those that French writes with a capital only where a sentence begins has one.

        Nothing ends the sentence before it where a crosshead lost its line: "… des religions Mais pour X, …".
        """
        word, before = self._words[i], self._words[i - 1]
        if not (word.text[0].isupper() and before.end < word.start):
            return False
        behind = self._words[i + 1] if i + 1 < len(self._words) else None
        return before.text.isalpha() and before.text.islower() and behind is not None and behind.text[0].islower()

    def _is_glued(self, i: int) -> bool:
        """Whether a crosshead has lost its line in front of a word: "… qui pourrait durerLa maire de Brest …"."""
        word, before = self._words[i], self._words[i - 1]
        if before.end == word.start and before.text in word_set("closing-mark") and i > 1:
            marked = self._words[i - 2]
            return (
                marked.end == before.start and marked.text.islower() and marked.text.isalpha() and word.text.istitle()
            )
        heading = before.text.isalpha() and (before.text.islower() or _is_shouted(before.text))
        return before.end == word.start and (heading or before.text in _LAST_SIGNS) and word.text[0].isupper()

    def _is_mister(self, i: int) -> bool:
        """Whether a word is "M." before a name."""
        behind = self._words[i + 1] if i + 1 < len(self._words) else None
        return self._words[i].text in word_set("mister") and behind is not None and behind.text == "."

    def _ends_after_quote(self, passage: Passage, pieces: list[int], after: Word, opening: int) -> bool:
        """Whether the sentence ends with a passage, before the word after it."""
        if after.text in (",", ".", ";", ":", "(", ")", "!", "?", "…", "...", "-", "–", "—"):
            return False
        last = self.text[passage.end - 1 : passage.end]
        if after.start >= opening:
            return last in ".!?…"
        if not after.text[0].isupper() or self._inverts_soon(after):
            return False
        if last in ".!?…":
            return True
        opened = len(pieces) == 1 or (pieces[-2] >= 0 and self._words[pieces[-2]].text == ":")
        return opened and after.text.lower() in word_set("sentence-opener")

    def _lost_break(self, passage: Passage, after: Word, opening: int) -> bool:
        """Whether a line break was lost behind a passage: a capital follows its mark without a space."""
        glued = after.start == passage.outer_end and after.start < opening and after.text[0].isupper()
        return glued and bool(passage.close) and not self._inverts_soon(after)

    def _inverts_soon(self, after: Word) -> bool:
        """Whether a subject and an inverted verb follow a passage (« … ! » Rita Silva a-t-elle répliqué)."""
        if after.fold in word_set("asks"):
            return False
        at = bisect_left(self._starts, after.start)
        for word in self._words[at : at + 5]:
            if not word.text[0].isalnum():
                return False
            pronoun = tag(word.text).pronoun
            if pronoun:
                return pronoun not in word_set("presentative")
        return False

    def _mark_headings(self) -> None:
        """A heading is a short line that ends without a stop and does not begin with a long passage."""
        by_line: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            by_line.setdefault(sentence.line, []).append(sentence)
        for held in by_line.values():
            count = sum(len(s.pieces) for s in held)
            if held[-1].end - held[0].start > _HEADING_LINE:
                continue
            last = held[-1].pieces[-1]
            opens = held[0].pieces[0]
            if count > _HEADING_WORDS or (len(held) > 1 and last < 0):
                continue
            if last >= 0 and self._words[last].text in (*_ENDS, ":", ",", ";"):
                continue
            if opens < 0:
                passage = self._found[~opens]
                stopped = any(self.text[self._found[~p].end - 1] in ".!?…" for s in held for p in s.pieces if p < 0)
                if stopped or passage.end - passage.start > _HEADING_LENGTH:
                    continue
            for sentence in held:
                sentence.heading = True
