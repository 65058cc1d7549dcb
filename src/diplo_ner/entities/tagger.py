"""Tagging: what a statistical model, the lexicon and the grammar of names say of an article, settled into mentions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from diplo_ner.lexicon.acronyms import find_acronyms
from diplo_ner.lexicon.countries import capital_of, weak_capitals
from diplo_ner.lexicon.org_grammar import find_bodies
from diplo_ner.lexicon.organisations import by_id
from diplo_ner.lexicon.own_names import OwnName
from diplo_ner.schema import EntityType
from diplo_ner.text.fold import fold
from diplo_ner.text.words import Word

from .article import Article
from .candidate import Candidate, Tier, settle
from .choice import Choice
from .common import is_portfolio, merely_opens, names_nobody
from .gazetteer import Entry, Match, Phrases, find, lexicon
from .metonymy import stands_for_state
from .compounds import alone, joined_families, joined_states, partners
from .context import acts, bynamed, in_place, is_common_head, names_person, names_place, noun_before
from .credits import credited
from .people import bylines, family_names, given, titled
from .statistical import PARTICLES, Piece, repaired
from .titles import title_at, title_before

ModelSpan = tuple[int, int, str]

_TYPES: dict[str, EntityType] = {"PER": "PERSON", "LOC": "PLACE", "ORG": "ORGANISATION"}
_PREFIX = re.compile(r"(?<!\w)(?:[Aa]nti|[Pp]ro|[Ee]x|[Pp]ost|[Nn]on)-([A-ZÀ-Þ][\w'’]+)(?![\w-])")
_LISTED = re.compile(r"\s*(?:,|et|,\s*et|comme|ou)\s*")
_INITIALS = re.compile(r"[ \t]*[A-Za-z]{2,4}(?:[/-][A-Za-z]{2,4})+[ \t]*(?:[\r\n]|$)")
_LINKS = frozenset(("de", "du", "des", "d'", "d’", "pour", "sur", "et"))
_COMPANY = re.compile(
    r"(?:^|\s)(?:Inc|Corp|Corporation|Group|Groupe|Holdings?|Ventures|Partners|Capital|Media|Records|Studios|Pictures|Bank|Banque"
    r"|Airlines|Airways|Motors|News|Times|Post|Journal|Press|Network|Channel|TV|Radio|Institute|Foundation|Research|Labs?"
    r"|Examiner|Globe|Tribune|Herald|Gazette|Today|Magazine|Review|Agency|Council|University|College|Company|Ltd|SA|AG|GmbH|plc|FC|Club)\.?$"
)


def tag(
    text: str, words: Sequence[Word], spans: Iterable[ModelSpan], *, own: tuple[OwnName, ...] = ()
) -> list[Candidate]:
    """Find the mentions of persons, countries, organisations and places in an article.

    Args:
        text: The article.
        words: Its words, from ``diplo_ner.text.words.words``.
        spans: What a statistical model tags: (start, end, label) with label PER, LOC, ORG or MISC.
        own: Names of the user's own, which go before the lexicon's.

    Returns:
        Candidates that do not overlap, in order of the text; those of one name bear one type.
    """
    article = Article(text, words)
    pieces = list(repaired(article, spans))
    labels = {(p.start, p.end): p.label for p in pieces}
    matches = find(article, lexicon(own))
    behind = frozenset(m.last for m in matches for e in m.entries if e.strong and e.type in ("ORGANISATION", "COUNTRY"))
    named = [*titled(article), *bylines(article), *given(article, _is_given, behind)]
    pieces = [p for p in pieces if p.label == "PER" or not any(p.start < c.start and c.end == p.end for c in named)]
    known = list(_from_lexicon(article, matches, labels))
    candidates = [
        *known,
        *_from_grammar(article, known),
        *named,
        *credited(article),
        *joined_states(article, lexicon()),
        *partners(article),
        *_from_model(article, pieces),
    ]
    settled = settle(candidates)
    settled = settle([*settled, *_told_again(article, settled)])
    return _metonyms(article, _one_type(article, settled))


def _is_given(word: str) -> bool:
    from diplo_ner.names.given import is_given_name

    return is_given_name(word)


def _from_lexicon(
    article: Article, matches: Sequence[Match], labels: dict[tuple[int, int], str]
) -> Iterator[Candidate]:
    choice = Choice(article, matches)
    for m in matches:
        start, end = article.words[m.first].start, article.words[m.last - 1].end
        entry = choice.of(m, labels.get((start, end)))
        if entry is None or _no_match(article, m, entry):
            continue
        if m.last - m.first > 1 and entry.type == "ORGANISATION" and is_common_head(article, m.first):
            start = article.words[m.first + 1].start
        long = m.last - m.first > 1
        if entry.type == "PERSON":
            size = title_at(article, m.first, m.last)
            start = article.words[m.first + (size if m.first + size < m.last else 0)].start
        tier = Tier.FACT if "own" in entry.flags or long and entry.strong and entry.type != "PLACE" else Tier.WORD
        yield Candidate(start, end, entry.type, tier, "le lexique", entry.ref, "acronym" if entry.acronym else "name")


def _no_match(article: Article, m: Match, entry: Entry) -> bool:
    """Whether the words around a name of the lexicon show that it is not that name here."""
    if entry.type == "ORGANISATION":
        return is_portfolio(article, m.first, m.last) or m.last - m.first == 1 and names_nobody(article, m.first, m.last)
    if entry.type == "PERSON":
        return article.is_capital(m.last) and not article.opens(m.last) or article.is_capital(m.first - 1) and not article.opens(m.first) and m.last - m.first == 1 and title_before(article, m.first) is None
    return False


def _from_grammar(article: Article, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """Bodies by the grammar of their names, and the acronyms that the text explains."""
    ends = {c.start: c.end for c in known if c.type == "ORGANISATION" and c.tier == Tier.FACT}
    generic = {c.start: bool((o := by_id(c.ref or "")) and o.generic) for c in known if c.type == "ORGANISATION"}
    for b in find_bodies(article.text, article.words):
        first, last = article.covering(b.start, b.end)
        if is_portfolio(article, first, last):
            continue
        tail = article.text[ends.get(b.start, b.end) : b.end].split()
        if tail and generic.get(b.start) is False and not any(w[0].isupper() or w in _LINKS for w in tail):
            continue
        start = b.start
        if last - first > 1 and is_common_head(article, first) and article.fold(first) != "groupe":
            start = article.words[first + 1].start
        yield Candidate(start, b.end, "ORGANISATION", Tier.FACT, "un nom de corps et son complément")
    for _, _, start, end in find_acronyms(article.text, article.words):
        if not names_nobody(article, *article.covering(start, end)):
            yield Candidate(start, end, "ORGANISATION", Tier.SHAPE, "sigle que le texte explique", kind="acronym")


def _from_model(article: Article, pieces: Sequence[Piece]) -> Iterator[Candidate]:
    votes: dict[str, Counter[str]] = {}
    for p in pieces:
        votes.setdefault(fold(article.text[p.start : p.end]), Counter())[p.label] += 1
    nothing = {fold(article.text[p.start : p.end]) for p in pieces if noun_before(article, p.first) == "NONE"}
    for p in pieces:
        name = article.text[p.start : p.end]
        if fold(name) in nothing or len(name) < 2 or name[-1] in "'’" or _signature(article, p):
            continue
        label = votes[fold(name)].most_common(1)[0][0]
        kind = _TYPES.get(label) or _misc(article, p, name)
        if label == "PER" and p.last - p.first == 1 and article.opens(p.first) and merely_opens(article, p.first) and not _is_given(fold(name)) and len(votes[fold(name)]) == 1 and votes[fold(name)]["PER"] == 1:
            continue
        if kind in ("PLACE", None) and not in_place(article, p.first) and _is_person(article, p, name):
            kind = "PERSON"
        if kind == "ORGANISATION" and (bynamed(article, p.first) or p.last - p.first > 1 and _in_apposition(article, p)):
            kind = "PERSON"
        if kind == "PERSON" and not _is_given(article.fold(p.first)) and names_place(article, p.first, p.last):
            kind = "PLACE"
        told = noun_before(article, p.first)
        full = p.last - p.first > 1 and _is_given(article.fold(p.first)) and article.fold(p.first - 1) in ("de", "du", "d'")
        if told not in (None, "NONE") and not (kind == "PERSON" and (full or told == "ORGANISATION" and p.last - p.first > 1)):
            kind = told
        if kind is None:
            continue
        if kind in ("PERSON", "PLACE") and _COMPANY.search(name):
            kind = "ORGANISATION"
        tier = Tier.WORD if p.last - p.first > 1 else Tier.MODEL
        yield Candidate(p.start, p.end, kind, tier, "le modèle")


def _in_apposition(article: Article, p: Piece) -> bool:
    """Whether a title stands beside a name that the model takes for a body's: "L'émissaire, Staffan de Mistura,"."""
    name = article.text[p.start : p.end]
    return not _COMPANY.search(name) and not name.isupper() and names_person(article, p.first, p.last) == "apposition d'un titre"


def _signature(article: Article, p: Piece) -> bool:
    """Whether a piece is the initials of those who wrote the text, alone on a line: "abk/mtn"."""
    at = article.text.rfind("\n", 0, p.start) + 1
    return _INITIALS.match(article.text, at) is not None


def _is_person(article: Article, p: Piece, name: str) -> bool:
    """Whether a name that the model takes for a place or for nothing is a person's by what stands around it."""
    if names_person(article, p.first, p.last):
        return True
    if p.last - p.first == 1:
        return _is_given(fold(name)) and not article.opens(p.first)
    return p.label != "MISC" and acts(article, p.last)


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
    yield from _prefixed(article, families)
    firsts = {fold(name.split()[0]): name for name in (article.text[c.start : c.end] for c in persons) if " " in name}
    starts = [c.start for c in settled]
    for i in article.capitals:
        w = article.words[i]
        if article.fold(i - 1) == "." and article.fold(i - 2) in ("v", "c", "vs"):
            continue
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
        elif w.fold in firsts and _loose(held) and (not article.opens(i) or _is_given(w.fold)) and not article.is_capital(i + 1) and not article.is_capital(i - 1):
            yield Candidate(w.start, w.end, "PERSON", Tier.WORD, f"prénom de {firsts[w.fold]}")
        elif "-" in w.text:
            yield from joined_families(w, families)
        elif w.fold in known and held is None and not article.opens(i):
            yield Candidate(w.start, w.end, "ORGANISATION", Tier.MODEL, "déjà nommée", known[w.fold].ref)


def _loose(held: Candidate | None) -> bool:
    """Whether nothing better than the model's word for a place speaks against a given name."""
    return held is None or held.tier == Tier.MODEL and held.type == "PLACE"


def _prefixed(article: Article, families: Mapping[str, str]) -> Iterator[Candidate]:
    """Names behind a prefix: "anti-Erdogan", "pro-Russie"."""
    for m in _PREFIX.finditer(article.text):
        name = fold(m.group(1))
        entry = alone(lexicon(), name)
        if name in families:
            yield Candidate(m.start(1), m.end(1), "PERSON", Tier.SHAPE, f"nom de famille de {families[name]}")
        elif entry is not None and "capital" not in entry.flags:
            yield Candidate(m.start(1), m.end(1), entry.type, Tier.SHAPE, "derrière un préfixe", entry.ref)


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
    spans = {c.start: article.covering(c.start, c.end) for c in settled}
    powers = frozenset(
        spans[c.start][0]
        for c in settled
        if c.type in ("COUNTRY", "ORGANISATION") or c.type == "PLACE" and _capital(fold(article.text[c.start : c.end]))
    )
    out: list[Candidate] = []
    following: Candidate | None = None
    for c in reversed(settled):
        name = fold(article.text[c.start : c.end])
        code = _capital(name) if c.type == "PLACE" else None
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


def _capital(name: str) -> str | None:
    """Code of the state whose capital a folded name is, also where the name is ambiguous."""
    return capital_of(name) or next(iter(weak_capitals().get(name, ())), None)
