"""The linear model: learnt from named features, calibrated, explained, kept without pickles."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import ModelMissing
from models.linear import load_linear, save_linear
from models.training.linear import FitOptions, LinearExample, fit_linear, predict_held_out

_OPTIONS = FitOptions(inverse_regularisation=2.0)
_TOLD = (("bezocht", "visit"), ("schonk", "gift"), ("regende", "none"))
EXAMPLES = tuple(
    LinearExample(
        features={f"word:{word}": 1.0, f"weekday:{n % 3}": 1.0}, label=label, group=f"{n}"
    )
    for n in range(9)
    for word, label in _TOLD
)


@pytest.fixture(scope="module")
def model():
    return fit_linear(EXAMPLES, _OPTIONS)


def test_the_likeliest_class_is_the_one_its_features_were_seen_with(model):
    for word, label in _TOLD:
        shares = model.probabilities({f"word:{word}": 1.0})
        assert max(shares, key=shares.__getitem__) == label


def test_what_a_decision_rested_on_is_named_with_its_weight(model):
    (first, *_) = model.explain({"word:bezocht": 1.0, "weekday:1": 1.0}, "visit")
    assert first.startswith("word:bezocht +")


def test_a_feature_it_never_saw_says_nothing(model):
    assert model.probabilities({"word:xyz": 1.0}) == model.probabilities({})
    assert model.explain({"word:xyz": 1.0}, "visit") == ()


@given(st.dictionaries(st.sampled_from(["word:bezocht", "word:schonk", "other"]), st.floats(0, 5)))
def test_probabilities_sum_to_one(features):
    assert sum(fit_linear(EXAMPLES[:6], FitOptions()).probabilities(features).values()) == (
        pytest.approx(1.0)
    )


def test_a_group_is_judged_by_a_model_that_never_saw_it():
    odd = LinearExample(features={"word:bezocht": 1.0}, label="gift", group="odd")
    (*_, shares) = predict_held_out((*EXAMPLES, odd), _OPTIONS)
    assert max(shares, key=shares.__getitem__) == "visit"


def test_two_classes_are_a_model_like_any_other():
    two = [e for e in EXAMPLES if e.label != "gift"]
    shares = fit_linear(two, _OPTIONS).probabilities({"word:bezocht": 1.0})
    assert shares["visit"] > 0.6
    assert set(shares) == {"visit", "none"}


def test_what_is_saved_is_what_is_loaded_and_twice_the_same_bytes(model, tmp_path):
    first = save_linear(model, tmp_path / "a")
    second = save_linear(fit_linear(EXAMPLES, _OPTIONS), tmp_path / "b")
    for path in first.iterdir():
        assert path.read_bytes() == (second / path.name).read_bytes()
    loaded = load_linear(first, "test model")
    assert loaded.probabilities({"word:schonk": 1.0}) == pytest.approx(
        model.probabilities({"word:schonk": 1.0}), abs=1e-5
    )


def test_a_damaged_artifact_is_refused(model, tmp_path):
    folder = save_linear(model, tmp_path)
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    config["arrays"]["intercepts"] = "0" * 64
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    with pytest.raises(ModelMissing, match="test model"):
        load_linear(folder, "test model")
