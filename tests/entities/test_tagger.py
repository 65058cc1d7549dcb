import pytest
from markup import check

from diplo_ner.entities.article import Article
from diplo_ner.entities.tagger import tag
from diplo_ner.text.words import words

SENTENCES = {
    "the elided article stays out": "Les alliés de l'[OTAN](ORGANISATION<ORG) se divisent.",
    "an opener is no name": "<Laisser>(LOC) faire serait pire.",
    "a verb before a name": "<Rappelons>(ORG) que la [France](COUNTRY<LOC) a voté.",
    "an office holds no entity": "Le <ministre des Affaires étrangères>(ORG) s'est tu.",
    "an office in front": "Le président [Nicolás Maduro](PERSON<PER) s'est exprimé.",
    "a form of address": "Pour M. [Quenneville](PERSON), rien ne presse.",
    "family name alone": "[Katrín Jakobsdóttir](PERSON<PER) a cédé. Le lendemain, [Jakobsdóttir](PERSON) partait.",
    "family name called a place": "[Peter Ford](PERSON<PER) nie. Mais [Ford](PERSON<ORG) a tort.",
    "two names joined": "[Inès Arrieta](PERSON<PER), [Luc Drouet](PERSON<PER) : duel [Arrieta](PERSON)-[Drouet](PERSON).",
    "a prefix is no part": "[Recep Tayyip Erdogan](PERSON<PER) a ses fidèles, les anti-[Erdogan](PERSON) aussi.",
    "a particle": "[Ursula von der Leyen](PERSON<PER) reçoit [Bart De Wever](PERSON<PER).",
    "particle family alone": "[Bart De Wever](PERSON<PER) a parlé. Puis [De Wever](PERSON) s'est assis.",
    "initials": "Le discours de [J-M Ayrault](PERSON<PER) fut bref.",
    "a people": "Les <Britanniques>(LOC) ont voté.",
    "a day": "<Vendredi>(LOC), la séance est levée.",
    "a war": "La <Seconde Guerre mondiale>(MISC) a tout changé.",
    "a law": "Le <Clean Water Act>(ORG) date de 1972.",
    "a case": "L'arrêt <Roe c. Wade>(PER) est renversé.",
    "a century": "Au <XIXe>(MISC) siècle, tout change.",
    "portfolio behind an office": "Le ministre polonais des <Affaires étrangères>(ORG) l'a dit.",
    "a credit": "[SAUL LOEB](PERSON)/POOL/[AFP](ORGANISATION)",
    "a keyword of an agency": "SOMMET-[IRAN](COUNTRY)",
    "partners": "Le cabinet [Lemoine & Fils](ORGANISATION) a fait appel.",
    "two states joined": "Frontière : l'accord [Arménie](COUNTRY)-[Azerbaïdjan](COUNTRY) en vue",
    "a speaker at a line's head": "[Liina Raudsepp](PERSON<LOC) : Parce que tout y est.",
    "a name beside its role": "[Indrek Kallaste](PERSON<LOC), député de Tartu, s'indigne.",
    "role before the name": "Un élu local, [Tarmo Oja](PERSON<LOC), s'indigne.",
    "a mosque": "La mosquée <Sidi Yahia>(PER) est fermée.",
    "a foreign spelling": "Meeting in Geneva, [Switzerland](COUNTRY<LOC).",
}


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES.keys())
def test_tagger_sentence(sentence: str) -> None:
    check(sentence)


PLACES = {
    "a guess in marks": "Le journal titre : « <Zwat>(LOC) nu ? »",
    "a guess with its article": "Le <Velox>(LOC) soigne la toux.",
    "a name in brackets": "L'appareil sera donc réparé demain (<Velox>(LOC)).",
    "a region behind its preposition": "Retirée dans le [Karzt](PLACE<LOC), elle écrit.",
    "marks around a town told elsewhere": "À [Velanka](PLACE<LOC), on lit « [Velanka](PLACE<LOC) libre ».",
}


@pytest.mark.parametrize("sentence", PLACES.values(), ids=PLACES.keys())
def test_tagger_place(sentence: str) -> None:
    check(sentence, places=True)


def test_tagger_never_crosses_a_line_break() -> None:
    text = "Plus d'info\n\nKatrín Jakobsdóttir a cédé."
    start = text.index("info")
    found = tag(Article(text, words(text)), [(start, text.index(" a cédé"), "PER")])
    assert [text[c.start : c.end] for c in found] == ["Katrín Jakobsdóttir"]


def test_tagger_cuts_an_office_out_of_a_span() -> None:
    text = "La ministre indienne des Finances Nirmala Sitharaman hésite."
    found = tag(Article(text, words(text)), [(text.index("Finances"), text.index(" hésite"), "PER")])
    assert [text[c.start : c.end] for c in found] == ["Nirmala Sitharaman"]


def test_tagger_cuts_a_common_noun_off_whom_it_is_about() -> None:
    text = "Funérailles de Rawlings : le pays pleure."
    found = tag(Article(text, words(text)), [(0, 23, "PER")])
    assert [(text[c.start : c.end], c.type) for c in found] == [("Rawlings", "PERSON")]


OPENERS = {
    "two unknown words before a verb": "[Hirzo Kavrel](PERSON) ne veut pas partir.",
    "an everyday word is no name": "Grand Kavrel ne veut pas partir.",
}


@pytest.mark.parametrize("sentence", OPENERS.values(), ids=OPENERS.keys())
def test_tagger_opener(sentence: str) -> None:
    check(sentence)


def test_tagger_opener_that_a_model_takes_half_of() -> None:
    text = "Hirzo Kavrel visite le quai."
    found = tag(Article(text, words(text)), [(text.index("Kavrel"), text.index(" visite"), "PER")])
    assert [text[c.start : c.end] for c in found] == ["Hirzo Kavrel"]
