"""Training the theme classifier: examples, a user's own themes, calibration, determinism."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import ReferenceDataError
from corpus.reference.themes import SHIPPED, load_lexicon
from models.artifact import load_weights
from models.theme_classifier import load_theme_classifier
from models.training.theme_examples import Example, adapted, read_examples, read_file
from models.training.themes import calibration_error, evaluate_themes, train_themes

KNOWN = frozenset({"sport", "culture"})
OWN_THEME = """
[maritime_heritage]
nl = "Maritiem erfgoed"
words = "scheepswrak*, botter*, tjalk*, zeilend erfgoed, museumhaven*"
"""
HERITAGE = Path(__file__).parent / "maritime_heritage.txt"


@pytest.fixture
def written(tmp_path):
    def write(text, name="examples.txt"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_line_has_themes_a_title_and_a_passage(written):
    path = written("# een opmerking\nsport;culture | Feest :: Voetbal en zang.\n- | Niets.\n")
    assert list(read_file(path, KNOWN)) == [
        Example(text="Voetbal en zang.", themes=KNOWN, title="Feest"),
        Example(text="Niets.", themes=frozenset()),
    ]


@pytest.mark.parametrize(
    ("line", "why"), [("kermis | Een draaimolen.", "kermis"), ("sport Voetbal.", "not `theme")]
)
def test_a_line_that_is_wrong_is_refused(written, line, why):
    with pytest.raises(ReferenceDataError, match=why):
        list(read_file(written(line), KNOWN))


def test_there_are_enough_passages_of_each_theme_and_of_none():
    examples = read_examples()
    assert len(examples) >= 2_500
    assert sum(not e.themes for e in examples) >= 300
    for theme in load_lexicon().themes:
        assert sum(theme.id in e.themes for e in examples if not e.is_weak) >= 50


def test_no_passage_is_both_learnt_and_held_out():
    examples = read_examples()
    held_out = {e.text for e in examples if e.is_held_out}
    assert not held_out & {e.text for e in examples if not e.is_held_out}


def test_passages_that_were_not_labelled_with_a_new_theme_are_unjudged_where_its_words_stand(
    written,
):
    own = written(SHIPPED.read_text(encoding="utf-8") + OWN_THEME, "own.toml")
    made = adapted(
        [Example(text="De botter voer uit.", themes=frozenset()),
         Example(text="De raad besloot.", themes=frozenset())],
        load_lexicon(own),
    )  # fmt: skip
    assert [e.unjudged for e in made] == [{"maritime_heritage"}, frozenset()]


def test_the_shipped_classifier_is_as_good_as_its_card_says():
    scores = dict(evaluate_themes())
    themes = [score.f1 for name, score in scores.items() if name != "micro"]
    assert scores["micro"].f1 >= 0.75
    assert sum(themes) / len(themes) >= 0.75
    assert calibration_error() <= 0.05


@pytest.mark.slow
def test_a_new_theme_is_taught_with_thirty_examples(written, tmp_path):
    own = written(SHIPPED.read_text(encoding="utf-8") + OWN_THEME, "own.toml")
    folder = train_themes(tmp_path / "own", taxonomy=own, examples=HERITAGE)
    predicted = load_theme_classifier(folder).predict(
        [
            "Scheepstimmerlieden uit Roskilde hielpen bij de restauratie van onze oude tjalk.",
            "De museumhaven ontving een vloot van botters uit Hamburg.",
            "Zeilers uit Flensburg hielpen het houten schip op de helling te krijgen.",
            "De voetbalclub speelde een toernooi.",
            "De raad besloot zonder stemming.",
        ]
    )
    has = ["maritime_heritage" in dict(themes) for themes in predicted]
    assert has == [True, True, True, False, False]
    assert "sport" in dict(predicted[3])


def test_a_theme_without_any_example_is_refused(written, tmp_path):
    own = written(SHIPPED.read_text(encoding="utf-8") + OWN_THEME, "own.toml")
    with pytest.raises(ReferenceDataError, match="maritime_heritage"):
        train_themes(tmp_path / "own", taxonomy=own)


@pytest.mark.slow
def test_a_taxonomy_of_ones_own_alone_is_learnt_from_ones_own_examples(written, tmp_path):
    own = written('[kermis]\nnl = "Kermis"\nwords = "kermis*, *molen"\n', "own.toml")
    fair = [f"Op de kermis stond de {n}e draaimolen bij de oliebollen." for n in range(12)]
    other = [f"De raad nam het {n}e voorstel aan." for n in range(12)]
    lines = [f"kermis | {p}" for p in fair] + [f"- | {p}" for p in other]
    first = train_themes(tmp_path / "a", taxonomy=own, examples=written("\n".join(lines)))
    [fun, dull] = load_theme_classifier(first).predict(
        ["Een zweefmolen op de kermis.", "De raad nam iets aan."]
    )
    assert dict(fun).keys() == {"kermis"}
    assert dull == ()
    second = train_themes(tmp_path / "b", taxonomy=own, examples=tmp_path / "examples.txt")
    assert load_weights(first)[1] == load_weights(second)[1]
