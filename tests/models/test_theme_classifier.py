"""The theme classifier: what it predicts, how it explains, how it is kept on disk."""

from __future__ import annotations

import json

import numpy as np
import pytest

from corpus.errors import ModelMissing
from corpus.reference.themes import load_themes
from models.artifact import Weights, load_weights, save_weights
from models.scoring import Score, score_sets
from models.theme_classifier import SHIPPED, load_theme_classifier


def themes_of(text):
    return [theme for theme, _ in load_theme_classifier().predict([text])[0]]


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("De haven verwacht meer containers en een nieuwe goederentrein.", "logistics"),
        ("Het koor en het museum wisselden schilderijen en concerten uit.", "culture"),
        ("De rioolwaterzuivering en de dijken worden verbeterd.", "water"),
        ("De voetbalclub speelde een toernooi tegen de zustervereniging.", "sport"),
    ],
)
def test_a_passage_has_the_theme_that_its_words_tell(text, theme):
    assert theme in themes_of(text)


def test_a_passage_about_nothing_has_no_theme():
    assert themes_of("De voorzitter opent de vergadering en heet iedereen welkom.") == []


def test_the_words_that_carried_a_theme_can_be_seen():
    words = dict(load_theme_classifier().explain("Het museum leent schilderijen uit.", "culture"))
    assert words
    assert all(weight > 0 for weight in words.values())


def test_every_theme_that_is_learnt_is_in_the_taxonomy():
    assert list(load_theme_classifier().weights.themes) == [t.id for t in load_themes()]


@pytest.fixture
def artifact(tmp_path):
    weights = Weights(
        themes=("sport",), vocabulary=("bal",), idf=np.array([1.0]),
        coefficients=np.array([[2.0, 1.0]]), intercepts=np.array([-1.0]), threshold=0.5,
    )  # fmt: skip
    return save_weights(weights, tmp_path / "themes")


def test_what_is_saved_is_what_is_loaded(artifact):
    weights, version = load_weights(artifact)
    assert weights.vocabulary == ("bal",)
    assert weights.coefficients.tolist() == [[2.0, 1.0]]
    assert version == load_weights(artifact)[1]


def test_a_file_that_was_changed_is_refused(artifact):
    (artifact / "idf.npy").write_bytes(b"iets anders")
    with pytest.raises(ModelMissing, match="checksum"):
        load_weights(artifact)


def test_the_artifact_has_no_pickle():
    assert {path.suffix for path in SHIPPED.iterdir()} <= {".npy", ".json", ".md"}
    assert json.loads((SHIPPED / "config.json").read_text(encoding="utf-8"))["themes"]


def test_scores_count_what_is_right_wrong_and_missed():
    scores = dict(score_sets([frozenset("ab"), frozenset("a")], [frozenset("ac"), frozenset()]))
    assert scores["a"] == Score(right=1, wrong=0, missed=1)
    assert scores["micro"].precision == pytest.approx(0.5)
    assert scores["micro"].recall == pytest.approx(1 / 3)
    assert Score(right=0, wrong=0, missed=0).f1 == 1.0
