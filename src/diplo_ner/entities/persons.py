"""Merging persons within an article: full names first, then what stands for them (family name, given name, a slip)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from diplo_ner.lexicon.check import key as name_key
from diplo_ner.lexicon.persons import Person, by_id, person_names, persons_alone
from diplo_ner.names.cluster import best_form, cluster, known_person
from diplo_ner.names.compare import compare_names
from diplo_ner.names.given import gender_of, is_given_name
from diplo_ner.names.known import by_initials
from diplo_ner.text.fold import fold

from .article import Article
from .candidate import Candidate
from .context import bynamed
from .groups import Group
from .letters import initials
from .titles import title_before
from .word_sets import pattern, word_set

_FEWEST_INITIALS = 3
"""Parts of a name that may be told by its letters, at the least."""
_LONG_NAME = 5
"""Letters of a family name in which one letter is a slip, at the least."""
_ARABIC_PART = r"(?i) <al or el>-"
_ARABIC_ARTICLE = r"^<al or el>-"
_CLOSERS = frozenset(")]")
_SPACE = re.compile(r"[\s\u00a0\u202f]+")


def merge_persons(article: Article, candidates: Sequence[Candidate]) -> list[Group]:
    """Group the person candidates of an article; a family name alone joins its bearer, or nobody if that is unclear."""
    names = [_told(article, c) for c in candidates]
    by_names = {
        n for c, n in zip(candidates, names, strict=True) if bynamed(article, article.covering(c.start, c.end)[0])
    }
    full = Counter(n for n in names if " " in n and n not in by_names)
    tails = {t for n in full for t in _tails(n)}
    for name in [n for n in full if fold(n) in tails]:
        del full[name]
    groups: list[Group] = []
    by_name: dict[str, Group] = {}
    for found in sorted(cluster(list(full)), key=lambda f: -max(n.count(" ") for n in f.names)):
        counted = {n: full[n] for n in found.names}
        known = next((p for n in found.names if (p := person_names().get(name_key(n)) or by_initials(n))), None)
        group = _first_part_of(found.names, by_name) or _group(known, best_form(counted))
        if group not in groups:
            groups.append(group)
        for n in found.names:
            by_name[n] = group
    for c, name in zip(candidates, names, strict=True):
        if name in by_name:
            by_name[name].add(c, f"nom complet de {by_name[name].canonical}")
    bearers = _bearers(by_name)
    alone: dict[str, Group] = {}
    for c, name in zip(candidates, names, strict=True):
        if name not in by_name:
            group, why = _sovereign(article, c, name, by_name, alone) or _bearer(article, c, name, bearers, alone)
            group.add(c, why)
            if group not in groups:
                groups.append(group)
    return groups


def _told(article: Article, c: Candidate) -> str:
    """The name that a mention tells: in a couple the first given name with the family name of both.

    A given name that closes a bracket goes with what follows: "[Ingrid] Solberg", "(l'écrivaine Ingrid) Solberg".
    """
    name = _SPACE.sub(" ", article.text[c.start : c.end])
    if " " in name or not is_given_name(fold(name)):
        return name
    first, last = article.covering(c.start, c.end)
    if article.fold(first - 1) in word_set("saint"):
        return name
    if article.fold(last) in _CLOSERS and article.is_capital(last + 1) and article.glued(last):
        return f"{name} {article.words[last + 1].text}"
    if article.fold(last) in word_set("and") and is_given_name(article.fold(last + 1)) and article.is_capital(last + 2):
        return f"{name} {article.words[last + 2].text}"
    return name


def _first_part_of(names: Sequence[str], by_name: dict[str, Group]) -> Group | None:
    """The group of a longer name that begins as these do: "Irene Solano" of "Irene Solano Vega".

    An Arabic given name of two words may have another vowel: "Saïf al-Islam" of "Seif al-Islam Kadhafi".
    """
    for name in names:
        told = name.split(" ")
        for other, group in by_name.items():
            parts = other.split(" ")
            if fold(other).startswith(f"{fold(name)} ") and parts[len(told)][0].isupper():
                return group
            if pattern(_ARABIC_PART).search(name) and len(parts) == len(told) + 1 and _same_given(told, parts):
                return group
    return None


def _same_given(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether an Arabic given name of two words is that of a full name, with or without another vowel."""
    second, other = (pattern(_ARABIC_ARTICLE).sub("", fold(parts[1])) for parts in (short, long))
    return second == other and compare_names(f"{short[0]} {long[-1]}", f"{long[0]} {long[-1]}").verdict == "same"


def _sovereign(
    article: Article, c: Candidate, name: str, by_name: dict[str, Group], alone: dict[str, Group]
) -> tuple[Group, str] | None:
    """A pope, a king or a queen called by the given name alone, and that name again once it was told so."""
    key = f"{fold(name)}/sovereign"
    title = article.fold(article.covering(c.start, c.end)[0] - 1)
    if " " in name or (title not in word_set("sovereign") and key not in alone):
        return None
    if title not in word_set("sovereign") and title_before(article, article.covering(c.start, c.end)[0]):
        return None
    if key not in alone:
        known = person_names().get(name_key(f"{title} {name}"))
        numbered = re.compile(rf"{re.escape(fold(name))} (?:ier|i|ii|iii|iv|v|vi|vii|viii|ix|x+i*v?)")
        bearer = next(
            (g for n, g in by_name.items() if numbered.fullmatch(fold(n)) or (known and g.ref == known.id)), None
        )
        if bearer is None and known is None and title not in word_set("crown"):
            return None
        alone[key] = bearer or _group(known, name if known else f"{title} {name}")
    return alone[key], f"{title} appelé par son prénom" if title in word_set("sovereign") else "le même souverain"


def _tails(name: str) -> list[str]:
    """What several words at the end of a full name may be told again by: "Blasey Ford" of "Christine Blasey Ford"."""
    parts = [fold(p) for p in name.split(" ")]
    return [" ".join(parts[k:]) for k in range(1, len(parts) - 1)]


def _group(known: Person | None, canonical: str) -> Group:
    if known is not None:
        return Group("PERSON", known.canonical, known.id, known.country or None)
    return Group("PERSON", canonical)


def _bearers(by_name: dict[str, Group]) -> dict[str, list[Group]]:
    """Groups by each folded word of their full names that may stand alone, and by their letters."""
    found: dict[str, list[Group]] = {}
    for name, group in by_name.items():
        parts = [fold(p) for p in name.split(" ")]
        for letters in initials(name) if len(parts) + name.count("-") >= _FEWEST_INITIALS else ():
            found.setdefault(letters, []).append(group)
        for k, part in enumerate(parts):
            last = {part.split("-")[-1], *part.split("/")} if k == len(parts) - 1 else set()
            for tail in {part, " ".join(parts[k:]), *last} - {" ".join(parts)}:
                held = found.setdefault(tail, [])
                if group not in held:
                    held.append(group)
    return found


_FAR_OFTENER = 2
_LONGEST_ROW = 40
_FORMS_LOOKED_AT = 60
"""Mentions of a person in which a form of the name is looked for, so that a long list costs no square."""


def _bearer(
    article: Article, c: Candidate, name: str, bearers: dict[str, list[Group]], alone: dict[str, Group]
) -> tuple[Group, str]:
    key = fold(name)
    if key not in bearers and bynamed(article, article.covering(c.start, c.end)[0]):
        told = [g for held in bearers.values() for g in held if any(m.end <= c.start for m, _ in g.members)]
        if told:
            owner = max(told, key=lambda g: max(m.start for m, _ in g.members if m.end <= c.start))
            bearers[key] = [owner]
            return owner, f"surnom de {owner.canonical}"
    options = [g for g in bearers.get(key, []) if _gender_fits(article, c, g)]
    usual = persons_alone().get(name_key(name))
    if len(options) > 1 and usual is not None and (held := [g for g in options if g.ref == usual.id]):
        return held[0], f"nom sous lequel {held[0].canonical} est connu"
    family = [g for g in options if any(_ends_with(article, m, key) for m, _ in g.members[:_FORMS_LOOKED_AT])]
    exact = [g for g in family if any(_ends_with(article, m, " " + key) for m, _ in g.members[:_FORMS_LOOKED_AT])]
    options = exact or family or options
    if len(options) > 1:
        options = _of_title(article, c, options) or options
    if len(options) == 1:
        return options[0], f"{'nom de famille' if family else 'prénom'} de {options[0].canonical} dans l'article"
    if options:
        related = () if family else _relatives(article, c, options, bearers)
        return _nearest(c, related or _main(options)), "le plus proche de ceux qui portent ce nom"
    slip = _slip(key, bearers)
    if slip is not None and _gender_fits(article, c, slip) and not _listed_beside(article, c, slip):
        return slip, f"à une lettre près le nom de {slip.canonical}"
    known = persons_alone().get(name_key(name))
    meant = known.id if known is not None else known_person(name)
    same = [g for held in bearers.values() for g in held if meant is not None and g.ref == meant]
    same = [g for g in same if _gender_fits(article, c, g)]
    if same:
        return same[0], f"autre nom de {same[0].canonical}"
    if known is None:
        known = _of_the_family(name, bearers)
    other = known is not None and not _gender_fits(article, c, _group(known, name))
    own = f"{key}/other" if other or key in bearers else key
    if own not in alone:
        alone[own] = _group(None, name) if other else _group(known, best_form({name: 1}))
        bearers.setdefault(key, []).append(alone[own])
    return alone[own], "seul porteur de ce nom"


def _of_title(article: Article, c: Candidate, options: list[Group]) -> list[Group]:
    """Those of some namesakes who are told with the office that stands before a mention: "le général Durand"."""
    office = _office(article, c)
    if office is None:
        return []
    return [g for g in options if any(_office(article, m) == office for m, _ in g.members[:_FORMS_LOOKED_AT])]


def _office(article: Article, c: Candidate) -> tuple[str, ...] | None:
    """The folded words of the title right before a mention, unless it is a mere form of address."""
    title = title_before(article, article.covering(c.start, c.end)[0])
    return title[1].words if title is not None and not title[1].address else None


def _of_the_family(name: str, bearers: dict[str, list[Group]]) -> Person | None:
    """The one known person of a given name alone who has the family name of somebody told: "Barack", Michelle Obama."""
    if not is_given_name(fold(name)):
        return None
    families = {g.canonical.partition(" ")[2] for held in bearers.values() for g in held}
    known = {p.id: p for family in families if family and (p := person_names().get(name_key(f"{name} {family}")))}
    return next(iter(known.values())) if len(known) == 1 else None


def _listed_beside(article: Article, c: Candidate, group: Group) -> bool:
    """Whether a mention stands in a row of names with one of the group's, who is then somebody else: "Manet, Monet"."""
    first, last = article.covering(c.start, c.end)
    for m, _ in group.members[:_FORMS_LOOKED_AT]:
        a, b = article.covering(m.start, m.end)
        between = range(b, first) if b <= first else range(last, a)
        if 0 < len(between) <= _LONGEST_ROW and all(
            article.is_capital(k) or article.fold(k) in {","} | word_set("joint") for k in between
        ):
            return True
    return False


def _ends_with(article: Article, c: Candidate, key: str) -> bool:
    return fold(article.text[c.start : c.end]).endswith(key)


def _relatives(article: Article, c: Candidate, options: list[Group], bearers: dict[str, list[Group]]) -> list[Group]:
    """Those of one given name who share their family name with somebody told, behind a word of kin: "son fils Jean"."""
    first, _ = article.covering(c.start, c.end)
    if not any(article.fold(k) in word_set("relative") for k in (first - 1, first - 2)):
        return []
    return [g for g in options if len(bearers.get(fold(g.canonical.rpartition(" ")[2]), ())) > 1]


def _main(options: list[Group]) -> list[Group]:
    """The one whom the article is about, if it tells one of them far oftener than the others; else all."""
    counts = sorted((len(g.members) for g in options), reverse=True)
    main = [g for g in options if len(g.members) == counts[0]]
    return main if counts[0] >= _FAR_OFTENER * counts[1] else options


def _nearest(c: Candidate, options: list[Group]) -> Group:
    """The group told last before a candidate, or the first told after it."""

    def distance(g: Group) -> tuple[bool, int]:
        before = [c.start - m.start for m, _ in g.members if m.start < c.start]
        if before:
            return False, min(before)
        return True, min(m.start for m, _ in g.members) - c.start

    return min(options, key=distance)


def _gender_fits(article: Article, c: Candidate, group: Group) -> bool:
    first, _ = article.covering(c.start, c.end)
    title = title_before(article, first)
    if title is None or title[1].gender == "u" or not title[1].address:
        return True
    person = by_id(group.ref) if group.ref else None
    gender = (person.gender if person else None) or gender_of(group.canonical.split(" ")[0])
    return gender in (None, "u", title[1].gender)


def _slip(key: str, bearers: dict[str, list[Group]]) -> Group | None:
    """The one group whose family name is a letter away from a long name that is no given name."""
    if len(key) < _LONG_NAME or is_given_name(key):
        return None
    near = {
        id(g): g
        for name, groups in bearers.items()
        if len(name) >= _LONG_NAME and name[0] == key[0] and abs(len(name) - len(key)) <= 1
        if OSA.distance(name, key, score_cutoff=1) == 1 and not is_given_name(name)
        for g in groups
    }
    return next(iter(near.values())) if len(near) == 1 else None
