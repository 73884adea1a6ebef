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


def themes_of(text, title=""):
    return [theme for theme, _ in load_theme_classifier().predict([text], [title])[0]]


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


def test_a_list_has_each_of_its_themes():
    text = "In de beginjaren reisden het voetbalelftal, het mannenkoor en de brandweer mee."
    assert set(themes_of(text)) >= {"sport", "culture", "public_safety"}


def test_a_compound_that_no_passage_had_is_known_by_its_parts():
    assert "agrofood" in themes_of(
        "Zij bezochten de proefkomkommerkwekerij en de winterspruitveredelaars."
    )


@pytest.mark.parametrize(
    "text",
    [
        "De voorzitter opent de vergadering en heet iedereen welkom.",
        "Een onderzoek naar de kosten is niet voorzien.",
        "Het college wenst de stedenband een duurzaam karakter te geven.",
        "",
    ],
)
def test_a_passage_about_nothing_has_no_theme(text):
    assert themes_of(text) == []


def test_the_words_that_carried_a_theme_can_be_seen():
    text = "Na de lunch bezocht men het museum en de burgemeester."
    said = load_theme_classifier().explain(text, "culture")
    assert said[0][0] == "museum"
    assert all(weight > 0 for _, weight in said)


def test_a_theme_that_it_does_not_know_cannot_be_explained():
    with pytest.raises(ValueError, match="not in"):
        load_theme_classifier().explain("Een museum.", "kermis")


def test_probabilities_are_the_same_alone_and_in_company():
    texts = ["Het museum.", "De haven en de containers.", "De raad besloot."]
    alone = [load_theme_classifier().probabilities([text])[0] for text in texts]
    assert np.allclose(load_theme_classifier().probabilities(texts), alone)


def test_every_theme_that_is_learnt_is_in_the_taxonomy():
    assert list(load_theme_classifier().weights.themes) == [t.id for t in load_themes()]


@pytest.fixture
def artifact(tmp_path):
    one = np.array([0.5])
    weights = Weights(
        themes=("sport",), words=("bal",), parts=(), word_idf=np.array([1.0]), part_idf=np.array([]),
        coefficients=np.array([[2.0, 1.0, 0.5, 0.25]]), intercepts=np.array([-1.0]),
        slopes=one, offsets=one, thresholds=one,
    )  # fmt: skip
    return save_weights(weights, tmp_path / "themes")


def test_what_is_saved_is_what_is_loaded(artifact):
    weights, version = load_weights(artifact)
    assert weights.words == ("bal",)
    assert weights.coefficients.tolist() == [[2.0, 1.0, 0.5, 0.25]]
    assert version == load_weights(artifact)[1]


def test_a_file_that_was_changed_is_refused(artifact):
    (artifact / "slopes.npy").write_bytes(b"iets anders")
    with pytest.raises(ModelMissing, match="checksum"):
        load_weights(artifact)


def test_a_classifier_of_another_version_is_refused(artifact):
    config = json.loads((artifact / "config.json").read_text(encoding="utf-8"))
    del config["words"]
    (artifact / "config.json").write_text(json.dumps(config), encoding="utf-8")
    with pytest.raises(ModelMissing, match="version"):
        load_weights(artifact)


def test_a_classifier_for_other_themes_than_its_taxonomy_is_refused(artifact):
    with pytest.raises(ModelMissing, match="other themes"):
        load_theme_classifier(artifact)


def test_the_artifact_has_no_pickle_and_is_small():
    files = list(SHIPPED.iterdir())
    assert {path.suffix for path in files} <= {".npy", ".json", ".md"}
    assert sum(path.stat().st_size for path in files) <= 5_000_000


def test_scores_count_what_is_right_wrong_and_missed():
    scores = dict(score_sets([frozenset("ab"), frozenset("a")], [frozenset("ac"), frozenset()]))
    assert scores["a"] == Score(right=1, wrong=0, missed=1)
    assert scores["micro"].precision == pytest.approx(0.5)
    assert scores["micro"].recall == pytest.approx(1 / 3)
    assert Score(right=0, wrong=0, missed=0).f1 == 1.0
