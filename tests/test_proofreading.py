"""Proof-reading names."""

from __future__ import annotations

from pathlib import Path

import pytest

from diplo_ner.errors import ConfigurationError
from diplo_ner.house_style import Preference, house_style
from diplo_ner.lexicon.own_names import OwnName
from diplo_ner.proofreading import proofread
from diplo_ner.schema import Entity, EntityType, Extraction, Mention


def read(text: str, *entities: tuple[EntityType, str, str, list[str], bool]) -> Extraction:
    """An extraction made by hand: each entity with its mentions, told in the order in which they come."""
    found = []
    for kind, ident, canonical, words, known in entities:
        mentions, start = [], 0
        for word in words:
            start = text.index(word, start)
            sort = "acronym" if word in ("Otan", "OTAN") else "name"
            mentions.append(Mention(start=start, end=start + len(word), text=word, kind=sort))  # type: ignore[arg-type]
            start += len(word)
        found.append(Entity(id=ident, type=kind, canonical=canonical, known=known, mentions=tuple(mentions)))
    return Extraction(doc_id=None, model="", entities=tuple(found))


def marks(text: str, *entities: tuple[EntityType, str, str, list[str], bool], **more: object) -> list[tuple[str, ...]]:
    findings = proofread(text, read(text, *entities), **more)  # type: ignore[arg-type]
    assert all(text[f.start : f.end] == f.text for f in findings)
    return [(f.text, f.instead, f.reason) for f in findings]


def test_a_slip_in_a_known_name() -> None:
    text = "Antony Blinken arrive. M. Bliken repart, puis Blinken revient, BLINKEN aussi."
    names = ["Antony Blinken", "Bliken", "Blinken", "BLINKEN"]
    assert marks(text, ("PERSON", "antony-blinken", "Antony Blinken", names, True)) == [
        ("Bliken", "Antony Blinken", "one letter")
    ]


def test_spellings_that_the_tables_hold_are_no_slips() -> None:
    text = "Sergey Lavrov est là. Lavrov repart."
    assert marks(text, ("PERSON", "serguei-lavrov", "Sergueï Lavrov", ["Sergey Lavrov", "Lavrov"], True)) == []


def test_a_slip_in_a_name_that_only_the_article_tells() -> None:
    text = "Ana Vaskonova parle. Vaskonova sourit, Vaskonva se tait, Vaskonova part."
    names = ["Ana Vaskonova", "Vaskonova", "Vaskonva", "Vaskonova"]
    assert marks(text, ("PERSON", "ana-vaskonova", "Ana Vaskonova", names, False)) == [
        ("Vaskonva", "Ana Vaskonova", "one letter")
    ]
    short = ("PERSON", "ana-vo", "Ana Vo", ["Ana Vo", "Va"], False)
    assert marks("Ana Vo et Va.", short) == []


def test_ones_own_names_are_right_as_they_stand() -> None:
    text = "Jean Dupond parle, Jean Dupont se tait."
    person = ("PERSON", "jd", "Jean Dupond", ["Jean Dupond"], True)
    own = OwnName("jd", "PERSON", "Jean Dupond", (), None)
    assert marks(text, person, own=[own]) == []


def test_forms_that_differ_in_one_article() -> None:
    text = "L'OTAN attend. L'Otan et l'OTAN. Les Etats-Unis, les États-Unis et l’Union Européenne."
    found = marks(
        text,
        ("ORGANISATION", "otan", "OTAN", ["OTAN", "Otan", "OTAN"], True),
        ("COUNTRY", "US", "États-Unis", ["Etats-Unis", "États-Unis"], True),
        ("ORGANISATION", "union-europeenne", "Union européenne", ["Union Européenne"], True),
    )
    assert found == [
        ("Otan", "OTAN", "OTAN 2 times in this article"),
        ("Etats-Unis", "États-Unis", "États-Unis once in this article"),
    ]


def test_full_names_of_one_person_ought_to_be_alike() -> None:
    text = "Anthony Blinken, Antony Blinken, Antony Blinken, Blinken."
    names = ["Anthony Blinken", "Antony Blinken", "Antony Blinken", "Blinken"]
    assert marks(text, ("PERSON", "antony-blinken", "Antony Blinken", names, True)) == [
        ("Anthony Blinken", "Antony Blinken", "Antony Blinken 2 times in this article")
    ]


def test_words_of_a_name_ought_to_be_alike_in_full_names_and_alone() -> None:
    text = "Volodymyr Zelensky parle. M. Zelenski se tait. Zelensky part. Volodymyr Zelenskyy, ZELENSKY, Volodymyr."
    names = ["Volodymyr Zelensky", "Zelenski", "Zelensky", "Volodymyr Zelenskyy", "ZELENSKY", "Volodymyr"]
    assert marks(text, ("PERSON", "volodymyr-zelensky", "Volodymyr Zelensky", names, True)) == [
        ("Zelenski", "Zelensky", "Zelensky 2 times in this article"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky", "Volodymyr Zelensky once in this article"),
    ]
    once = ("PERSON", "volodymyr-zelensky", "Volodymyr Zelensky", ["Zelenski", "Zelensky"], True)
    assert marks("Zelenski et Zelensky.", once) == [("Zelenski", "Zelensky", "Zelensky once in this article")]
    putin = ("PERSON", "vladimir-poutine", "Vladimir Poutine", ["Vladimir Poutine", "Putin"], True)
    assert marks("Vladimir Poutine parle, Putin part.", putin) == [("Putin", "Poutine", "Poutine once in this article")]
    lula = ("PERSON", "lula", "Luiz Inácio Lula da Silva", ["Luiz Inácio Lula da Silva", "Lula"], True)
    assert marks("Luiz Inácio Lula da Silva parle, Lula part.", lula) == []


def test_no_slip_is_told_to_be_the_form_to_write() -> None:
    text = "Antony Bliken arrive. Antony Bliken parle. Anthony Blinken part."
    names = ["Antony Bliken", "Antony Bliken", "Anthony Blinken"]
    assert marks(text, ("PERSON", "antony-blinken", "Antony Blinken", names, True)) == [
        ("Antony Bliken", "Antony Blinken", "one letter"),
        ("Antony Bliken", "Antony Blinken", "one letter"),
        ("Anthony Blinken", "Antony Blinken", "Antony 2 times in this article"),
    ]


def test_house_style_goes_before_all() -> None:
    text = "Volodymyr Zelensky est à Kyiv. Zelenski y reste. Le Kyivien Volodymyr Zelensky part."
    person = (
        "PERSON",
        "volodymyr-zelensky",
        "Volodymyr Zelensky",
        ["Volodymyr Zelensky", "Zelenski", "Volodymyr Zelensky"],
        True,
    )
    style = [Preference("Volodymyr Zelensky", ()), Preference("Kiev", ("Kyiv",))]
    assert marks(text, person, style=style) == [
        ("Kyiv", "Kiev", "house style"),
        ("Zelenski", "Volodymyr Zelensky", "house style"),
    ]
    lower = [Preference("Otan", ())]
    assert marks("L'OTAN et l'Otan.", ("ORGANISATION", "otan", "OTAN", ["OTAN", "Otan"], True), style=lower) == [
        ("OTAN", "Otan", "house style")
    ]


def test_a_file_of_house_style(tmp_path: Path) -> None:
    file = tmp_path / "style.csv"
    file.write_text("# ours\npreferred,instead_of\nKiev,Kyiv|Kyïv\nOTAN,\n", encoding="utf-8")
    assert house_style(file) == (Preference("Kiev", ("Kyiv", "Kyïv")), Preference("OTAN", ()))
    for body, line in (("Kiev,Kyiv\nKyiv,Kiev\n", 3), ("a\n", 2), (",x\n", 2)):
        file.write_text("preferred,instead_of\n" + body, encoding="utf-8")
        with pytest.raises(ConfigurationError, match=rf"style\.csv:{line}: "):
            house_style(file)
    with pytest.raises(ConfigurationError, match="cannot be read"):
        house_style(tmp_path / "none.csv")
    file.write_text("a,b\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="no header"):
        house_style(file)
