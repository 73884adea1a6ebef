"""Which themes a passage has, and which sentence carries them."""

from corpus.records import Interest
from extractors.themes import assign_themes, with_reasons
from models.dutch import load_dutch
from models.theme_classifier import load_theme_classifier
from tests.build import document, entity

PAPER = """
# Sport

De voetbalclub speelde een toernooi. Daarna sprak men over riolering, afvalwater en dijken.

Het weer was goed.
"""


def assigned():
    made = document(PAPER)
    return made, assign_themes(made, load_theme_classifier(), split=load_dutch().sentences)


def test_a_passage_has_its_themes_with_the_sentence_that_carries_each():
    made, found = assigned()
    water = next(a for a in found if a.theme == "water")
    assert water.evidence.quote == "Daarna sprak men over riolering, afvalwater en dijken."
    assert made.passages[water.passage].kind == "body"


def test_a_heading_and_a_passage_without_a_theme_have_none():
    _, found = assigned()
    assert {a.passage for a in found} == {1}


def test_scores_are_probabilities():
    _, found = assigned()
    assert all(0 < a.score <= 1 and a.method == "classifier" for a in found)


def test_an_interest_keeps_the_words_that_carried_its_theme():
    _, found = assigned()
    water = next(a for a in found if a.theme == "water")
    bare = Interest(
        nl=entity("Zwolle", "NL"), theme="water", period="", evidences=(water.evidence,)
    )
    [interest] = with_reasons([bare], load_theme_classifier())
    assert any(reason.startswith("word:riolering +") for reason in interest.why)
