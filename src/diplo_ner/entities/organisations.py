"""Merging organisations of an article: by the lexicon, by acronyms that it explains, by short forms of a long name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from diplo_ner.lexicon.countries import demonyms
from diplo_ner.lexicon.org_heads import word_classes
from diplo_ner.lexicon.organisations import by_id
from diplo_ner.names.compare_organisations import same_bodies
from diplo_ner.names.given import is_given_name
from diplo_ner.text.fold import fold
from diplo_ner.text.words import words as split

from .article import Article
from .candidate import Candidate
from .groups import Group
from .letters import explained_bodies, in_brackets
from .word_sets import word_set

_LEAST_LETTERS = 3
_LEAST_WORDS = 3
"""Words of a name that may be told without the adjective behind its head, at the least."""
_AFFILIATIONS = frozenset(("party", "media", "union", "movement", "platform"))
"""Kinds of bodies whose letters in brackets tell what somebody belongs to, not another name of the body before."""
_SPACE = re.compile(r"[\s\u00a0\u202f]+")


def key_of(name: str) -> tuple[str, ...]:
    """The words of an organisation's name that tell it apart, folded.

    >>> key_of("Conseil de l’Europe")
    ('conseil', 'europe')
    """
    found = tuple(
        w.fold for w in split(name.replace("-", " ")) if w.fold not in word_set("small") and w.fold[0].isalnum()
    )
    return found or (fold(name),)


def merge_organisations(article: Article, candidates: Sequence[Candidate]) -> list[Group]:
    """Group the organisation candidates of an article."""
    explained = _explained(article, candidates)
    for long, short in explained_bodies(article, candidates):
        for a, b in ((long, short), (short, long)):
            explained.setdefault(key_of(article.text[a.start : a.end]), key_of(article.text[b.start : b.end]))
    groups: dict[str, Group] = {}
    by_key: dict[tuple[str, ...], Group] = {}
    names = {c: _SPACE.sub(" ", article.text[c.start : c.end]) for c in candidates}
    keys = {c: key_of(name) for c, name in names.items()}
    refs = _one_body(_refs(keys, explained, _foreign_letters(article, candidates)))
    for letters, whole in _spelled(keys, refs, names):
        explained.setdefault(letters, whole)
    for letters, local in _local(keys.values(), names.values()):
        explained.setdefault(local, letters)
    shorter = (_first_words(keys, refs), _last_words(keys, refs, names), _of_nation(keys, refs))
    for c, long in (pair for found in shorter for pair in found.items()):
        refs[c] = refs[long]
        explained.setdefault(keys[c], keys[long])
    for c in sorted(candidates, key=lambda c: (refs[c] is None, c.start - c.end)):
        group, why = _find(c, names[c], refs[c], groups, by_key, explained)
        group.add(c, why)
    found = list({id(g): g for g in (*groups.values(), *by_key.values())}.values())
    for g in found:
        if g.ref is None:
            g.canonical = _form(article, g)
    return found


def _refs(
    keys: dict[Candidate, tuple[str, ...]],
    explained: dict[tuple[str, ...], tuple[str, ...]],
    foreign: dict[tuple[str, ...], str],
) -> dict[Candidate, str | None]:
    """The lexicon id of each candidate.

    An acronym that the text explains is what its long form is, whatever else the lexicon knows under its letters; a
    long form is what its letters in another language are.
    """
    by_key = {key: c.ref for c, key in keys.items() if len(key) > 1}
    found = {}
    for c, key in keys.items():
        long = explained.get(key, ())
        told = by_key[long] if len(key) == 1 and long in by_key else c.ref
        found[c] = foreign.get(key, told)
    return found


def _foreign_letters(article: Article, candidates: Sequence[Candidate]) -> dict[tuple[str, ...], str]:
    """Ids of the acronyms in brackets whose letters are those of the name before them in another order.

    "Comité américano-israélien des affaires publiques (AIPAC)", "Conseil de sécurité nationale (NSC)".
    """
    begun = {c.start: c for c in candidates}
    found: dict[tuple[str, ...], str] = {}
    for i, owner in in_brackets(article, {c.end: c for c in candidates}):
        short = begun.get(article.words[i].start)
        long = key_of(article.text[owner.start : owner.end])
        if short is None or short.ref is None or owner.ref == short.ref or len(long) < _LEAST_LETTERS:
            continue
        body = by_id(owner.ref or "")
        letters = sorted(fold(article.text[short.start : short.end]))
        other = by_id(short.ref)
        unknown = owner.ref is None and other is not None and other.kind not in _AFFILIATIONS
        if unknown or ((body is None or body.generic) and letters == sorted(part[0] for part in long)):
            found[long] = found[key_of(article.text[short.start : short.end])] = short.ref
    return found


def _one_body(refs: dict[Candidate, str | None]) -> dict[Candidate, str | None]:
    """The ids with one for the bodies that the lexicon has under two, where an article tells both."""
    told = set(refs.values())
    return {c: other if (other := same_bodies().get(ref or "")) in told and other else ref for c, ref in refs.items()}


def _first_words(
    keys: dict[Candidate, tuple[str, ...]], refs: dict[Candidate, str | None]
) -> dict[Candidate, Candidate]:
    """Bodies told by one word that the lexicon takes for another's, where a longer name before begins with it.

    "l'Alliance" is the trade union Alliance Police where the article has told that one, and NATO by no other name.
    """
    longer: dict[str, list[Candidate]] = {}
    forms: dict[str | None, set[tuple[str, ...]]] = {}
    for c, key in keys.items():
        forms.setdefault(refs[c], set()).add(key)
        if len(key) > 1:
            longer.setdefault(key[0], []).append(c)
    found = {}
    for c, key in keys.items():
        body = by_id(refs[c] or "") if len(key) == 1 and c.kind != "acronym" else None
        if body is None or len(forms[body.id]) > 1 or key_of(body.canonical) == key:
            continue
        before = [long for long in longer.get(key[0], ()) if long.start < c.start and refs[long] != body.id]
        if len({refs[long] or keys[long] for long in before}) == 1:
            found[c] = before[-1]
    return found


def _last_words(
    keys: dict[Candidate, tuple[str, ...]], refs: dict[Candidate, str | None], names: dict[Candidate, str]
) -> dict[Candidate, Candidate]:
    """Outlets told by one word that the lexicon takes for another's, where one longer name of the article ends in it.

    "le Post" is the New York Post where the article tells that one in full, and no other; two bodies that a hyphen
    joins ("UDI-Agir") are no longer name of either.
    """
    longer: dict[str, dict[str | None, Candidate]] = {}
    for c, key in keys.items():
        if len(key) > 1 and " " in names[c]:
            longer.setdefault(key[-1], {})[refs[c] or " ".join(key)] = c
    found = {}
    for c, key in keys.items():
        body = by_id(refs[c] or "") if len(key) == 1 else None
        if body is not None and body.kind in ("media", "party") and key[0] in map(fold, body.weak_aliases):
            ends = longer.get(key[0], {})
            if len(ends) == 1 and body.id not in ends:
                found[c] = next(iter(ends.values()))
    return found


def _of_nation(keys: dict[Candidate, tuple[str, ...]], refs: dict[Candidate, str | None]) -> dict[Candidate, Candidate]:
    """Bodies told without the nation or the adjective that the one longer name of the article has behind its head.

    "ministère russe de la Défense" and "ministère de la Défense", "Comité national des eaux" and "Comité des eaux".
    """
    nations: dict[tuple[str, ...], dict[tuple[str, ...], Candidate]] = {}
    for c, key in keys.items():
        plain = tuple(part for part in key if part not in demonyms())
        described = len(key) >= _LEAST_WORDS and key[1] in word_classes().adjectives
        for bare in {plain, key[:1] + key[2:]} if described else {plain}:
            if 1 < len(bare) < len(key):
                nations.setdefault(bare, {}).setdefault(key, c)
    found = {}
    for c, key in keys.items():
        body = by_id(refs[c] or "")
        told = nations.get(key, {})
        if len(told) == 1 and (refs[c] is None or (body is not None and body.generic)):
            found[c] = next(iter(told.values()))
    return found


def _spelled(
    keys: dict[Candidate, tuple[str, ...]], refs: dict[Candidate, str | None], names: dict[Candidate, str]
) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Letters that nothing explains, each with the one long name that they spell, its nation left out or not."""
    longer: dict[str, set[tuple[str, ...]]] = {}
    for c, key in keys.items():
        if len(key) >= _LEAST_LETTERS and refs[c] is None:
            for words in (key, tuple(part for part in key if part not in demonyms())):
                longer.setdefault("".join(part[0] for part in words), set()).add(key)
    alone = {key for c, key in keys.items() if len(key) == 1 and names[c].isupper() and len(key[0]) >= _LEAST_LETTERS}
    return [(key, next(iter(longer[key[0]]))) for key in sorted(alone) if len(longer.get(key[0], ())) == 1]


def _local(keys: Iterable[tuple[str, ...]], names: Iterable[str]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Letters told alone and once with a town or region, each with the longer key: "ARS de Bretagne"."""
    longer: dict[str, set[tuple[str, ...]]] = {}
    alone = set()
    for key, name in zip(keys, names, strict=True):
        letters, link, *_ = [*name.split(" "), ""]
        if letters.isupper() and len(key[0]) >= _LEAST_LETTERS:
            if len(key) == 1:
                alone.add(key[0])
            elif fold(link) in word_set("of"):
                longer.setdefault(key[0], set()).add(key)
    return [((short,), next(iter(found))) for short, found in longer.items() if short in alone and len(found) == 1]


def _explained(article: Article, candidates: Sequence[Candidate]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Keys of acronyms that the text explains, each with the key of its long form, and the other way round.

    A name may go on behind the words whose letters the acronym has: "autorité de l'eau du Mali" of "AE".
    """
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    ends = {c.start: c.end for c in candidates}
    for a, b, c, d in article.acronyms:
        long, short = key_of(article.text[a : max(b, ends.get(a, b))]), key_of(article.text[c:d])
        found.setdefault(short, long)
        found.setdefault(long, short)
    return found


def _find(
    c: Candidate,
    name: str,
    ref: str | None,
    groups: dict[str, Group],
    by_key: dict[tuple[str, ...], Group],
    explained: dict[tuple[str, ...], tuple[str, ...]],
) -> tuple[Group, str]:
    key = key_of(name)
    if ref is not None:
        if ref not in groups:
            known = by_id(ref)
            canonical, country = (known.canonical, known.country or None) if known else (name, None)
            other = by_key.get(explained.get(key, ()))
            groups[ref] = other or Group("ORGANISATION", canonical, ref, country)
        by_key.setdefault(key, groups[ref])
        if c.kind == "acronym":
            by_key.setdefault(key_of(groups[ref].canonical), groups[ref])
        return groups[ref], f"nom de {groups[ref].canonical} dans le lexique"
    same = by_key.get(key) or by_key.get(("".join(key),))
    if same is not None:
        return same, "même nom"
    other = by_key.get(explained.get(key, ()))
    if other is not None:
        by_key[key] = other
        return other, "sigle que le texte explique"
    longer = _longer(c, key, by_key)
    if longer is not None:
        return longer, f"forme courte de {longer.canonical}"
    by_key[key] = Group("ORGANISATION", name)
    return by_key[key], "seul de ce nom"


def _longer(c: Candidate, key: tuple[str, ...], by_key: dict[tuple[str, ...], Group]) -> Group | None:
    """The group whose name goes on where a shorter one ends: "commission judiciaire" of "… du Sénat".

    Of several the one told last before it; none when all are told later.
    """
    found = {id(g): g for k, g in by_key.items() if len(k) > len(key) and k[: len(key)] == key}
    if not found and len(key) > 1:
        found = {id(g): g for k, g in by_key.items() if _bears_given_name(key, k)}
    if len(found) == 1:
        return next(iter(found.values()))
    told = {
        max(m.start for m, _ in g.members if m.start < c.start): g
        for g in found.values()
        if any(m.start < c.start for m, _ in g.members)
    }
    return told[max(told)] if told else None


def _bears_given_name(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a longer name has but a given name more: "Institut Malardé" of "Institut Louis Malardé"."""
    more = len(long) - len(short)
    if more not in (1, 2) or long[0] != short[0] or long[-1] != short[-1] or long[:1] + long[1 + more :] != short:
        return False
    return all(is_given_name(part) for part in long[1 : 1 + more])


def _form(article: Article, group: Group) -> str:
    """The form the text uses most, the longer one of equals, without a slip of capitals."""
    forms = Counter(_SPACE.sub(" ", article.text[c.start : c.end]) for c, _ in group.members)
    return max(forms, key=lambda f: (len(key_of(f)), forms[f], f))
