"""Trains and scores the theme classifier on the passages written for this project.

`python -m models.training.themes` rewrites the weights that ship. Everything is seeded; the same
data give the same weights.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from corpus.errors import ReferenceDataError
from corpus.reference.themes import ThemeLexicon, load_lexicon
from models.artifact import Array, Weights, save_weights
from models.scoring import Score, score_sets
from models.theme_classifier import (
    SHIPPED,
    ThemeClassifier,
    calibrated,
    load_theme_classifier,
)
from models.theme_features import ThemeFeatures
from models.training.theme_examples import Example, adapted, read_examples, read_file

Flags = NDArray[np.bool_]
_C = 8.0  # inverse regularisation; of 1, 2, 4, 8 the best on benchmarks/papers/dev
_RARE = 4  # parts of words in fewer passages are left out: they tell nothing of other papers
_FOLDS = 3
_SURE = 0.35  # the threshold that one theme's is drawn to; best of all on benchmarks/papers/dev
_DRAW = 100.0  # how strongly: as much as this many passages
_NEVER = -8.0  # the score of a theme that no passage of a fold has


def train_themes(
    to: Path = SHIPPED, *, taxonomy: Path | None = None, examples: Path | None = None
) -> Path:
    """Trains a classifier and writes its weights to `to`.

    Without more: on the project's passages that are not held out. With a `taxonomy`: for its
    themes. With `examples` (a file as `models.training.theme_examples` reads): on these as well.
    Raises ReferenceDataError for a taxonomy or examples that cannot be read, or where a theme has
    no example at all.
    """
    lexicon = load_lexicon(taxonomy)
    ids = frozenset(theme.id for theme in lexicon.themes)
    learnt = [e for e in adapted(read_examples(), lexicon) if not e.is_held_out]
    if examples is not None:
        learnt.extend(read_file(examples, ids))
    if missing := ids - frozenset[str]().union(*(e.themes for e in learnt)):
        raise ReferenceDataError(str(taxonomy or to), f"no example has the theme {min(missing)}")
    return save_weights(fit(learnt, lexicon), to, taxonomy)


def fit(examples: Sequence[Example], lexicon: ThemeLexicon | None = None) -> Weights:
    """One calibrated logistic regression a theme, with the threshold that serves it best.

    Calibration and thresholds are learnt from scores that cross-validation gives, so that they
    know what the classifier does to passages it has not seen.
    """
    known = lexicon or load_lexicon()
    ids = tuple(theme.id for theme in known.themes)
    wanted = np.array([[theme in e.themes for theme in ids] for e in examples])
    judged = np.array([[theme not in e.unjudged for theme in ids] for e in examples])
    blind = _blind_scores(examples, known, wanted, judged)
    # Labels that a classifier helped to make agree with it too well to calibrate by.
    sure = judged & ~np.array([[e.is_weak] for e in examples])
    slopes, offsets = _calibration(blind, wanted, sure)
    features, rows = _featured(examples, known)
    coefficients, intercepts = _regressions(rows, wanted, judged, features)
    words, parts = features.vocabularies()
    return Weights(
        themes=ids,
        words=words.entries,
        parts=parts.entries,
        word_idf=words.idf,
        part_idf=parts.idf,
        coefficients=coefficients,
        intercepts=intercepts,
        slopes=slopes,
        offsets=offsets,
        thresholds=_thresholds(calibrated(blind, slopes, offsets), wanted, sure),
    )


def _featured(
    examples: Sequence[Example], lexicon: ThemeLexicon
) -> tuple[ThemeFeatures, csr_matrix]:
    texts = [example.text for example in examples]
    features = ThemeFeatures.fit(texts, lexicon, rare=_RARE)
    return features, features.rows(texts, [example.title for example in examples])


def _regressions(
    rows: csr_matrix, wanted: Flags, judged: Flags, features: ThemeFeatures
) -> tuple[Array, Array]:
    """Coefficients and intercepts. A theme looks at its own related words only: those of others
    would speak against it, and passages that list five themes would have none."""
    coefficients = np.zeros((wanted.shape[1], rows.shape[1]))
    intercepts = np.full(wanted.shape[1], _NEVER)
    for theme in range(wanted.shape[1]):
        use, columns = np.flatnonzero(judged[:, theme]), features.columns_of(theme)
        if wanted[use, theme].any():
            model = LogisticRegression(
                C=_C, max_iter=1000, solver="liblinear", dual=True, random_state=0
            )
            model.fit(rows[use][:, columns], wanted[use, theme])
            coefficients[theme, columns] = model.coef_[0]
            intercepts[theme] = model.intercept_[0]
    return coefficients, intercepts


def _blind_scores(
    examples: Sequence[Example], lexicon: ThemeLexicon, wanted: Flags, judged: Flags
) -> Array:
    """For each passage the scores of a classifier that was trained without it."""
    scores = np.zeros(wanted.shape)
    # Passages on one theme stand together in the files: every third makes folds that are alike.
    fold = np.arange(len(examples)) % _FOLDS
    for left_out in range(_FOLDS):
        out = [int(i) for i in np.flatnonzero(fold == left_out)]
        rest = [int(i) for i in np.flatnonzero(fold != left_out)]
        features, rows = _featured([examples[i] for i in rest], lexicon)
        coefficients, intercepts = _regressions(rows, wanted[rest], judged[rest], features)
        unseen = features.rows([examples[i].text for i in out], [examples[i].title for i in out])
        scores[out] = unseen @ coefficients.T + intercepts
    return scores


def _calibration(scores: Array, wanted: Flags, judged: Flags) -> tuple[Array, Array]:
    """Slope and offset of the sigmoid that turns each theme's scores into probabilities."""
    slopes, offsets = np.ones(scores.shape[1]), np.zeros(scores.shape[1])
    for theme in range(scores.shape[1]):
        use = judged[:, theme]
        if wanted[use, theme].any() and not wanted[use, theme].all():
            model = LogisticRegression(C=1.0, solver="lbfgs", max_iter=1000)
            model.fit(scores[use, theme : theme + 1], wanted[use, theme])
            slopes[theme], offsets[theme] = model.coef_[0, 0], model.intercept_[0]
    return slopes, offsets


def _thresholds(probabilities: Array, wanted: Flags, judged: Flags) -> Array:
    """For each theme the probability at which F1 is best, drawn to that of all themes."""
    tried = np.arange(0.2, 0.71, 0.05)
    made = np.full(wanted.shape[1], _SURE)
    for theme in range(wanted.shape[1]):
        use = judged[:, theme]
        p, gold = probabilities[use, theme], wanted[use, theme]
        f1 = [2 * ((p >= t) & gold).sum() / max(1, (p >= t).sum() + gold.sum()) for t in tried]
        weight = gold.sum() / (gold.sum() + _DRAW)
        made[theme] = weight * tried[int(np.argmax(f1))] + (1 - weight) * _SURE
    return made


def evaluate_themes(classifier: ThemeClassifier | None = None) -> tuple[tuple[str, Score], ...]:
    """Scores on the held-out passages: per theme, and all together as `micro`."""
    judged = classifier or load_theme_classifier()
    held_out = [e for e in read_examples() if e.is_held_out]
    given = judged.predict([e.text for e in held_out], [e.title for e in held_out])
    predicted = [frozenset(theme for theme, _ in themes) for themes in given]
    return score_sets([e.themes for e in held_out], predicted)


def calibration_error(classifier: ThemeClassifier | None = None, *, least: float = 0.0) -> float:
    """Expected calibration error on the held-out passages, in ten bins of equal width.

    Over every pair of passage and theme whose probability is at least `least`: the many pairs that
    are plainly not so make the error small, so also ask for `least=0.1`. (M. Naeini and others,
    Obtaining well calibrated probabilities using Bayesian binning, AAAI 2015.)
    """
    judged = classifier or load_theme_classifier()
    held_out = [e for e in read_examples() if e.is_held_out]
    p = judged.probabilities([e.text for e in held_out], [e.title for e in held_out])
    gold = np.array([[theme in e.themes for theme in judged.weights.themes] for e in held_out])
    p, gold = p[p >= least], gold[p >= least]
    bins = np.minimum((p * 10).astype(int), 9)
    gaps = [abs(p[bins == b].sum() - gold[bins == b].sum()) for b in range(10)]
    return float(sum(gaps) / max(1, len(p)))


if __name__ == "__main__":
    sys.stdout.write(f"{train_themes()}\n")
