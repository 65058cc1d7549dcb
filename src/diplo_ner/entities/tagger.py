"""Tagging: what a statistical model, the lexicon and the grammar of names say of an article, settled into mentions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from diplo_ner.schema import EntityType
from diplo_ner.text.fold import fold
from diplo_ner.text.words import Word

from .article import Article
from .candidate import Candidate, Tier, settle
from .common import is_portfolio, merely_opens, names_nobody
from .gazetteer import Entry, Match, Phrases, find, lexicon
from .metonymy import stands_for_state
from .context import acts, in_place, names_person
from .credits import credited
from .people import family_names, given, titled
from .statistical import PARTICLES, Piece, repaired
from .titles import title_before

ModelSpan = tuple[int, int, str]

_TYPES: dict[str, EntityType] = {"PER": "PERSON", "LOC": "PLACE", "ORG": "ORGANISATION"}
_LISTED = re.compile(r"\s*(?:,|et|,\s*et|comme|ou)\s*")
_COMPANY = re.compile(
    r"(?:^|\s)(?:Inc|Corp|Corporation|Group|Groupe|Holdings?|Ventures|Partners|Capital|Media|Records|Studios|Pictures|Bank|Banque"
    r"|Airlines|Airways|Motors|News|Times|Post|Journal|Press|Network|Channel|TV|Radio|Institute|Foundation|Research|Labs?"
    r"|Examiner|Globe|Tribune|Herald|Gazette|Today|Magazine|Review|Agency|Council|University|College|Company|Ltd|SA|AG|GmbH|plc|FC|Club)\.?$"
)


def tag(text: str, words: Sequence[Word], spans: Iterable[ModelSpan]) -> list[Candidate]:
    """Find the mentions of persons, countries, organisations and places in an article.

    Args:
        text: The article.
        words: Its words, from ``diplo_ner.text.words.words``.
        spans: What a statistical model tags: (start, end, label) with label PER, LOC, ORG or MISC.

    Returns:
        Candidates that do not overlap, in order of the text; those of one name bear one type.
    """
    article = Article(text, words)
    pieces = list(repaired(article, spans))
    labels = {(p.start, p.end): p.label for p in pieces}
    matches = find(article, lexicon())
    candidates = [
        *_from_lexicon(article, matches, labels),
        *_from_grammar(article),
        *titled(article),
        *given(article, _is_given),
        *credited(article),
        *_joined_states(article),
        *_partners(article),
        *_from_model(article, pieces),
    ]
    settled = settle(candidates)
    settled = settle([*settled, *_told_again(article, settled)])
    return _metonyms(article, _one_type(article, settled))


def _is_given(word: str) -> bool:
    from diplo_ner.names.given import is_given_name

    return is_given_name(word)


def _from_lexicon(article: Article, matches: Sequence[Match], labels: dict[tuple[int, int], str]) -> Iterator[Candidate]:
    named = {e.ref for m in matches for e in m.entries if e.strong and e.type == "ORGANISATION"}
    for m in matches:
        start, end = article.words[m.first].start, article.words[m.last - 1].end
        entry = _best(article, m, labels.get((start, end)), named)
        if entry is None:
            continue
        long = m.last - m.first > 1
        tier = Tier.FACT if long and entry.strong and entry.type != "PLACE" else Tier.WORD
        if entry.type == "ORGANISATION" and is_portfolio(article, m.first, m.last):
            continue
        yield Candidate(start, end, entry.type, tier, "le lexique", entry.ref, "acronym" if entry.acronym else "name")


def _best(article: Article, m: Match, label: str | None, named: set[str]) -> Entry | None:
    """The entry that a match means here: a strong one, or a weak one that the model or the article backs."""
    strong = [e for e in m.entries if e.strong]
    order: dict[str, int] = {"COUNTRY": 0, "ORGANISATION": 1, "PERSON": 2, "PLACE": 3}
    if strong:
        return min(strong, key=lambda e: order[e.type])
    for e in sorted(m.entries, key=lambda e: order[e.type]):
        if e.type == "ORGANISATION" and (e.ref in named or label in ("ORG", "MISC")):
            return e
        if e.type in ("PLACE", "COUNTRY") and label == "LOC":
            return e
    return None


def _joined_states(article: Article) -> Iterator[Candidate]:
    """States and capitals joined by a hyphen: "Arménie-Azerbaïdjan", "l'axe Paris-Berlin"."""
    known = lexicon()
    for i in article.capitals:
        w = article.words[i]
        if "-" not in w.text or w.fold in known:
            continue
        parts = w.text.split("-")
        entries = [_alone(known, fold(p)) if p[:1].isupper() else None for p in parts]
        if len(parts) != 2 or not all(entries):
            continue
        at = w.start
        for part, entry in zip(parts, entries, strict=True):
            assert entry is not None
            state: EntityType = "COUNTRY" if "capital" in entry.flags else entry.type
            kind = "metonym" if "capital" in entry.flags else "name"
            yield Candidate(at, at + len(part), state, Tier.FACT, "joints par un trait d'union", entry.ref, kind)
            at += len(part) + 1


def _alone(known: Phrases, word: str) -> Entry | None:
    """The state, capital or organisation that one word names."""
    for rest, entries in known.get(word, ()):
        if not rest:
            return next((e for e in entries if e.strong and (e.type in ("COUNTRY", "ORGANISATION") or "capital" in e.flags)), None)
    return None


def _partners(article: Article) -> Iterator[Candidate]:
    """Companies named after partners: "Blohm & Voss"."""
    for i in range(1, len(article.words) - 1):
        if article.words[i].text == "&" and article.is_capital(i - 1) and article.is_capital(i + 1):
            yield Candidate(article.words[i - 1].start, article.words[i + 1].end, "ORGANISATION", Tier.SHAPE, "raison sociale")


def _from_grammar(article: Article) -> Iterator[Candidate]:
    from diplo_ner.lexicon.org_grammar import find_bodies

    for b in find_bodies(article.text, article.words):
        yield Candidate(b.start, b.end, "ORGANISATION", Tier.FACT, "un nom de corps et son complément")


def _from_model(article: Article, pieces: Sequence[Piece]) -> Iterator[Candidate]:
    votes: dict[str, Counter[str]] = {}
    for p in pieces:
        votes.setdefault(fold(article.text[p.start : p.end]), Counter())[p.label] += 1
    for p in pieces:
        name = article.text[p.start : p.end]
        label = votes[fold(name)].most_common(1)[0][0]
        kind = _TYPES.get(label) or _misc(article, p, name)
        if label == "PER" and p.last - p.first == 1 and article.opens(p.first) and merely_opens(article, p.first) and not _is_given(fold(name)) and len(votes[fold(name)]) == 1 and votes[fold(name)]["PER"] == 1:
            continue
        if kind in ("PLACE", None) and not in_place(article, p.first) and _is_person(article, p, name):
            kind = "PERSON"
        if kind is None:
            continue
        if kind in ("PERSON", "PLACE") and _COMPANY.search(name):
            kind = "ORGANISATION"
        tier = Tier.WORD if p.last - p.first > 1 else Tier.MODEL
        yield Candidate(p.start, p.end, kind, tier, "le modèle")


def _is_person(article: Article, p: Piece, name: str) -> bool:
    """Whether a name that the model takes for a place or for nothing is a person's by what stands around it."""
    if names_person(article, p.first, p.last):
        return True
    if p.last - p.first == 1:
        return _is_given(fold(name)) and not article.opens(p.first)
    return acts(article, p.last)


def _misc(article: Article, p: Piece, name: str) -> EntityType | None:
    """What a span of no class of its own may be: a company by its last word, or a part of one by its first."""
    if p.last - p.first == 1:
        return None
    first = lexicon().get(article.fold(p.first), ())
    company = any(not rest and e.strong and e.type == "ORGANISATION" for rest, entries in first for e in entries)
    return "ORGANISATION" if company or _COMPANY.search(name) else None


def _told_again(article: Article, settled: Sequence[Candidate]) -> Iterator[Candidate]:
    """Names told in full once and again by a part: the family name, the given name; organisations the model saw once."""
    persons = [c for c in settled if c.type == "PERSON"]
    families = family_names(persons, article)
    known = {fold(article.text[c.start : c.end]): c for c in settled if c.type == "ORGANISATION"}
    starts = [c.start for c in settled]
    for i in article.capitals:
        w = article.words[i]
        at = bisect_right(starts, w.start) - 1
        held = settled[at] if at >= 0 and settled[at].end > w.start else None
        if held is not None and (held.end - held.start > w.end - w.start or held.tier >= Tier.FACT):
            continue
        wide = next((k for k in (2, 1) if article.is_capital(i - k) and " ".join(article.fold(j) for j in range(i - k, i + 1)) in families), 0)
        if wide and article.fold(i - wide) in PARTICLES:
            start = article.words[i - wide].start
            yield Candidate(start, w.end, "PERSON", Tier.SHAPE, f"nom de famille de {families[w.fold]}")
        elif w.fold in families and not names_nobody(article, i, i + 1):
            if held is not None and held.type in ("COUNTRY", "PLACE") and article.fold(i - 1) in ("a", "en", "au"):
                continue
            yield Candidate(w.start, w.end, "PERSON", Tier.SHAPE, f"nom de famille de {families[w.fold]}")
        elif "-" in w.text and "'" not in w.text:
            yield from _joined(w, families)
        elif w.fold in known and held is None and not article.opens(i):
            yield Candidate(w.start, w.end, "ORGANISATION", Tier.MODEL, "déjà nommée", known[w.fold].ref)


def _joined(w: Word, families: dict[str, str]) -> Iterator[Candidate]:
    """Two family names joined by a hyphen ("Lavrov-Blinken"), or one behind a prefix ("anti-Erdogan")."""
    parts = w.text.split("-")
    at = w.start
    known = [fold(p) in families for p in parts]
    if not any(known) or fold(w.text) in families:
        return
    if all(known) or fold(parts[0]) in ("anti", "pro", "ex", "post"):
        for part, is_known in zip(parts, known, strict=True):
            if is_known:
                yield Candidate(at, at + len(part), "PERSON", Tier.SHAPE, f"nom de famille de {families[fold(part)]}")
            at += len(part) + 1


def _one_type(article: Article, settled: Sequence[Candidate]) -> list[Candidate]:
    """One name, one type: where a name has several in an article, the best believed and most frequent one wins."""
    votes: dict[str, Counter[EntityType]] = {}
    for c in settled:
        votes.setdefault(fold(article.text[c.start : c.end]), Counter())[c.type] += int(c.tier)
    out = []
    for c in settled:
        best = votes[fold(article.text[c.start : c.end])].most_common(1)[0][0]
        out.append(c if best == c.type or c.tier >= Tier.SHAPE else replace(c, type=best, ref=None))
    return out


def _metonyms(article: Article, settled: Sequence[Candidate]) -> list[Candidate]:
    from diplo_ner.lexicon.countries import capital_of

    spans = {c.start: article.covering(c.start, c.end) for c in settled}
    powers = frozenset(
        spans[c.start][0]
        for c in settled
        if c.type in ("COUNTRY", "ORGANISATION") or c.type == "PLACE" and capital_of(fold(article.text[c.start : c.end]))
    )
    out: list[Candidate] = []
    following: Candidate | None = None
    for c in reversed(settled):
        name = fold(article.text[c.start : c.end])
        code = capital_of(name) if c.type == "PLACE" else None
        if code is None:
            out.append(c)
            following = c
            continue
        reason = stands_for_state(article, *spans[c.start], powers)
        if reason is None and following is not None and following.kind == "metonym" and following.reason == "sujet d'un verbe":
            if _LISTED.fullmatch(article.text, c.end, following.start) and not in_place(article, spans[c.start][0]):
                reason = following.reason
        if reason is None:
            out.append(replace(c, ref=None))
        elif name == "bruxelles":
            out.append(replace(c, type="ORGANISATION", ref="ue", kind="metonym", reason=reason))
        else:
            out.append(replace(c, type="COUNTRY", ref=code, kind="metonym", reason=reason))
        following = out[-1]
    return out[::-1]


__all__ = ["ModelSpan", "tag", "title_before"]
