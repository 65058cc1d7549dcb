"""Names split into parts, titles off."""

from __future__ import annotations

import pytest

from diplo_ner.names.normalize import is_vowelless, normalize, romanize, strip_honorifics
from diplo_ner.names.parts import other_reading, split_name


@pytest.mark.parametrize(
    ("name", "given", "particle", "family"),
    [
        ("Antony Blinken", ["antony"], [], ["Blinken"]),
        ("BLINKEN Antony", ["antony"], [], ["BLINKEN"]),
        ("Blinken, Antony", ["antony"], [], ["Blinken"]),
        ("Jean-Yves LE DRIAN", ["jean-yves"], [], ["LE", "DRIAN"]),
        ("VON DER LEYEN Ursula", ["ursula"], ["von", "der"], ["LEYEN"]),
        ("J.-Y. Le Drian", ["j", "y"], [], ["Le", "Drian"]),
        ("J-M Ayrault", ["j", "m"], [], ["Ayrault"]),
        ("JD Vance", ["j", "d"], [], ["Vance"]),
        ("A.Montebourg", ["a"], [], ["Montebourg"]),
        ("SAUL LOEB", ["saul"], [], ["LOEB"]),
        ("Orbán Viktor", ["viktor"], [], ["Orbán"]),
        ("Kim Jong-un", ["jong-un"], [], ["Kim"]),
        ("KIM JONG UN", ["jong", "un"], [], ["KIM"]),
        ("Jong-un Kim", ["jong-un"], [], ["Kim"]),
        ("Xi Jinping", ["jinping"], [], ["Xi"]),
        ("习近平", ["jin", "ping"], [], ["Xi"]),
        ("Ban Ki-moon", ["ki-moon"], [], ["Ban"]),
        ("Nguyen Phu Trong", ["phu", "trong"], [], ["Nguyen"]),
        ("Carrie Lam", ["carrie"], [], ["Lam"]),
        ("Kim Kardashian", ["kim"], [], ["Kardashian"]),
        ("Mohammed ben Salmane", ["mohammed"], [], ["ben", "Salmane"]),
        ("Bachar el-Assad", ["bachar"], ["el"], ["Assad"]),
        ("Abdel Fattah al-Sissi", ["abdel-fattah"], ["al"], ["Sissi"]),
        ("Mohamed Ould Abdel Aziz", ["mohamed"], [], ["Ould", "Abdel-Aziz"]),
        ("Zine el-Abidine Ben Ali", ["zine-el-abidine"], [], ["Ben", "Ali"]),
        ("Abou Bakr al-Baghdadi", ["abou-bakr"], ["al"], ["Baghdadi"]),
        ("Valéry Giscard d'Estaing", ["valery"], ["d"], ["Giscard", "Estaing"]),
        ("Charles de Gaulle", ["charles"], ["de"], ["Gaulle"]),
        ("José Eduardo dos Santos", ["jose", "eduardo"], ["dos"], ["Santos"]),
        ("Pedro Sánchez Pérez-Castejón", ["pedro"], [], ["Sánchez", "Pérez-Castejón"]),
        ("Marine Le Pen", ["marine"], [], ["Le", "Pen"]),
        ("Al Gore", ["al"], [], ["Gore"]),
        ("Ben Bernanke", ["ben"], [], ["Bernanke"]),
        ("D. Trump", ["d"], [], ["Trump"]),
    ],
)
def test_parts_of_full_names(name: str, given: list[str], particle: list[str], family: list[str]) -> None:
    parts = split_name(name)
    assert parts.shape == "full"
    assert (list(parts.given), list(parts.particle), list(parts.family)) == (given, particle, family)


@pytest.mark.parametrize("name", ["Lavrov", "Le Pen", "de Gaulle", "von der Leyen", "al-Assad", "Ben Ali", "M. Macron"])
def test_parts_of_a_family_name_alone(name: str) -> None:
    parts = split_name(name)
    assert parts.shape == "alone"
    assert parts.given == ()
    assert parts.family


def test_parts_tell_patronymic_suffix_and_number() -> None:
    assert split_name("Vladimir Vladimirovitch Poutine").patronymic == "vladimirovitch"
    assert split_name("Lavrov Sergueï Viktorovitch").family == ("Lavrov",)
    assert split_name("Donald Trump Jr.").suffix == "jr"
    assert split_name("Martin Luther King, Jr.").suffix == "jr"
    king = split_name("Jean-Paul II")
    assert (king.shape, king.suffix, king.given) == ("whole", "ii", ("jean-paul",))
    assert split_name("François Ier").suffix == "i"


def test_parts_of_burmese_names_stay_whole() -> None:
    assert split_name("Aung San Suu Kyi").shape == "whole"
    assert split_name("Min Aung Hlaing").family == ()


def test_parts_have_a_second_reading_only_for_two_plain_words() -> None:
    other = other_reading("Goodluck Jonathan")
    assert other is not None
    assert other.given == ("jonathan",)
    assert other_reading("Kim Jong-un") is None
    assert other_reading("Ursula von der Leyen") is None
    assert other_reading("S. Lavrov") is None


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("M. Lavrov", "Lavrov", "m"),
        ("M. Xi Jinping", "Xi Jinping", "m"),
        ("Mme von der Leyen", "von der Leyen", "f"),
        ("le président Emmanuel Macron", "Emmanuel Macron", None),
        ("l’ex-président Obama", "Obama", "m"),
        ("secrétaire d'État Antony Blinken", "Antony Blinken", None),
        ("lord Adonis", "Adonis", "m"),
        ("Luiz Inácio « Lula » da Silva", "Luiz Inácio da Silva", None),
        ("Emmanuel Macron (Renaissance)", "Emmanuel Macron", None),
        ("Don Cheadle", "Don Cheadle", None),
        ("Prince", "Prince", None),
        ("A. Montebourg", "A. Montebourg", None),
    ],
)
def test_honorifics_come_off_and_tell_the_gender(text: str, name: str, gender: str | None) -> None:
    stripped = strip_honorifics(text)
    assert (stripped.name, stripped.gender) == (name, gender)


def test_normalize_writes_every_alphabet_in_latin_letters() -> None:
    assert normalize("Сергей Лавров") == "sergey lavrov"
    assert normalize("Κυριάκος Μητσοτάκης") == "kyriakos mitsotakis"
    assert normalize("Wałęsa") == "walesa"
    assert romanize("Orbán") == "Orbán"
    assert is_vowelless("بشار الأسد")
    assert not is_vowelless("Лавров")
