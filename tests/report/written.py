"""Extractions made by hand, and the means to read back what the report says of them."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from diplo_ner.schema import Entity, EntityType, Extraction, Mention, Quote, QuoteKind, Speaker

VOID = frozenset({"meta", "link", "input", "br", "wbr", "hr", "img"})
EVIL = "</script></style></noscript></title>--><script>alert(1)</script><img src=x onerror=alert(1)>\"'><b x='"
CONTRAST = """
const part = v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
const light = colour => colour.match(/[\\d.]+/g).slice(0, 3)
  .reduce((sum, v, i) => sum + part(v / 255) * [0.2126, 0.7152, 0.0722][i], 0);
const paper = e => {
  const colour = getComputedStyle(e).backgroundColor;
  return colour === 'rgba(0, 0, 0, 0)' ? paper(e.parentElement) : colour;
};
const ratio = e => {
  const [low, high] = [light(getComputedStyle(e).color), light(paper(e))].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};
return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility()).map(ratio);
"""
"""How far words stand out from their ground, for all elements of a selector."""
SUMMIT = (
    "Genève s’éveille\r\n\r\n"
    "« Nous répondrons “sans tarder” à Moscou », a déclaré Antony Blinken 🕊️ vendredi. "
    "Pour Sergueï Lavrov, l’OTAN « exagère ». « Rien n’est signé », glisse un diplomate.\n"
    "Blinken repart. « À suivre. »\n"
)


def place(text: str, words: str, nth: int = 1) -> tuple[int, int]:
    """Where words stand in a text for the nth time."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return start, start + len(words)


def mention(text: str, words: str, nth: int = 1) -> Mention:
    start, end = place(text, words, nth)
    return Mention(start=start, end=end, text=words)


def entity(text: str, id_: str, type_: EntityType, name: str, *words: str, country: str | None = None) -> Entity:
    """An entity that the given words name, each where it stands first."""
    return Entity(id=id_, type=type_, canonical=name, country=country, mentions=tuple(mention(text, w) for w in words))


def quote(
    text: str,
    words: str,
    by: str = "",
    who: str | None = None,
    *,
    kind: QuoteKind = "full",
    cue: str | None = None,
    rule: str = "",
    confidence: float = 0.0,
) -> Quote:
    start, end = place(text, words)
    speaker = None
    if by:
        first, last = place(text, by)
        speaker = Speaker(entity=who, text=by, start=first, end=last)
    return Quote(
        start=start,
        end=end,
        text=words,
        kind=kind,
        cue=cue,
        speaker=speaker,
        rule=rule,
        confidence=confidence,
    )


def extraction(text: str, entities: list[Entity], quotes: list[Quote], doc_id: str | None = "essai") -> Extraction:
    return Extraction(doc_id=doc_id, model="modèle 1", entities=tuple(entities), quotes=tuple(quotes))


def summit(doc_id: str | None = "sommet") -> Extraction:
    """What there is to read in SUMMIT: a quote in a quote, one without a name, one without a speaker."""
    t = SUMMIT
    blinken = Entity(
        id="antony-blinken",
        type="PERSON",
        canonical="Antony Blinken",
        country="US",
        mentions=(mention(t, "Antony Blinken"), mention(t, "Blinken", 2)),
    )
    return extraction(
        t,
        [
            entity(t, "geneve", "PLACE", "Genève", "Genève"),
            entity(t, "RU", "COUNTRY", "Russie", "Moscou", country="RU"),
            blinken,
            entity(t, "sergue-lavrov", "PERSON", "Sergueï Lavrov", "Sergueï Lavrov", country="RU"),
            entity(t, "otan", "ORGANISATION", "OTAN", "OTAN"),
        ],
        [
            quote(
                t,
                "Nous répondrons “sans tarder” à Moscou",
                "Antony Blinken",
                "antony-blinken",
                cue="a déclaré",
                rule="incise-noun",
                confidence=0.953,
            ),
            quote(t, "sans tarder", "Antony Blinken", "antony-blinken", kind="fragment"),
            quote(t, "exagère", "Sergueï Lavrov", "sergue-lavrov", kind="fragment", rule="source-before"),
            quote(t, "Rien n’est signé", "un diplomate", cue="glisse", rule="incise-noun+unnamed"),
            quote(t, "À suivre.", rule="nobody"),
        ],
        doc_id,
    )


JOINT = "« Nous signerons », ont dit Emmanuel Macron et Angela Merkel. « Oui », répond Mme Merkel."


def joint() -> Extraction:
    """What there is to read in JOINT: words that two say together, and words of one of them."""
    both = quote(
        JOINT, "Nous signerons", "Emmanuel Macron", "macron", cue="ont dit", rule="incise-noun", confidence=0.9
    )
    start, end = place(JOINT, "Angela Merkel")
    merkel = Speaker(entity="merkel", text="Angela Merkel", start=start, end=end)
    people = [
        entity(JOINT, "macron", "PERSON", "Emmanuel Macron", "Emmanuel Macron", country="FR"),
        entity(JOINT, "merkel", "PERSON", "Angela Merkel", "Angela Merkel", "Mme Merkel", country="DE"),
    ]
    people[0] = people[0].model_copy(update={"wikidata": "Q3052772"})
    people[1] = people[1].model_copy(update={"wikidata": "../Q567"})
    return extraction(
        JOINT,
        people,
        [both.model_copy(update={"co_speakers": (merkel,)}), quote(JOINT, "Oui", "Mme Merkel", "merkel", rule="x")],
    )


def evil() -> tuple[Extraction, str]:
    """An article, all of whose words, names and facts try to break out."""
    text = f"« {EVIL} », a dit {EVIL}x, {EVIL}y.\r\n{{{{ 7 * 7 }}}} {{% raw %}}"
    who = mention(text, f"{EVIL}x")
    said = quote(text, EVIL, f"{EVIL}x", EVIL, cue=EVIL, rule=EVIL, confidence=0.5)
    other = quote(text, f"{EVIL}y", f"{EVIL}y", rule=f"{EVIL}+{EVIL}")
    found = Extraction(
        doc_id=EVIL,
        model=EVIL,
        entities=(Entity(id=EVIL, type="PERSON", canonical=EVIL, country=EVIL, mentions=(who,)),),
        quotes=(said, other),
    )
    return found, text


class Tree(HTMLParser):
    """Reads HTML strictly, every element that opens closes in order; collects elements and text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.within: list[tuple[str, tuple[dict[str, str | None], ...]]] = []
        self.feed(html)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), attrs
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        self.within.append((data, tuple(attributes for _, attributes in self.open)))

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def text_in(self, name: str, value: str) -> list[str]:
        """The text inside each element that bears an attribute with a value, pieces put together in order."""
        found: dict[int, list[str]] = {}
        for data, around in self.within:
            for attributes in around:
                if value in (attributes.get(name) or "").split():
                    found.setdefault(id(attributes), []).append(data)
        return ["".join(parts) for parts in found.values()]


def told(html: str) -> str:
    """The words in a piece of a report, white space aside."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def as_parsed(html: str) -> str:
    """What a browser's parser makes of a document's line ends before it reads it."""
    return html.replace("\r\n", "\n").replace("\r", "\n")


def main_text(html: str, article: int = 1) -> str:
    """The source of an article's marked text in a report."""
    body = html[html.index(f'<article class="doc" id="a{article}"') :]
    body = body[body.index('<div class="text"') :]
    body = body[body.index(">") + 1 :]
    return body[: body.index("</div>\n</section>")]
