"""Teaches the event classifier from papers with gold: a candidate has its event's type.

Papers are read elsewhere (`flows.train`); here are plain values: what a candidate says and shows.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from corpus.errors import ReferenceDataError
from corpus.records.text import slug
from models.event_classifier import NONE, SHIPPED, TOLD
from models.linear import Features, save_linear
from models.training.linear import FitOptions, LinearExample, fit_linear

# Chosen on benchmarks/papers/dev (docs/measurements.md).
_TOLD = FitOptions(inverse_regularisation=0.3, threshold=0.3)
_TYPE = FitOptions(inverse_regularisation=1.0, balanced=True)
# What tells of which type a happening is; where it stands tells only that it is one.
_TYPE_FEATURES = (
    *("word:", "words:", "piece:", "pair:", "cue", "first:", "nearest:", "sense", "tie"),
    *("time:", "age:", "date:"),
)
_WRITTEN = Path(__file__).parent / "data" / "events.txt"
_ENOUGH = 1.2  # score from which each candidate is taken to tell a gold event …
_LEAST = 0.85  # … and from which the best is
_NEARLY = 0.25  # score below the best at which a candidate tells the same event again
_STOP = frozenset(
    "de het een en van in met op te voor der den om aan naar bij door uit".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenCandidate:
    """A candidate as training sees it: its years, its words, the parties it may have."""

    paper: str
    years: frozenset[int]
    date: str  # EDTF
    is_said: bool
    text: str
    around: str  # the whole sentence
    names: frozenset[str]  # canonical names in the sentence
    features: dict[str, float] = field(hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEvent:
    """A row of gold."""

    paper: str
    type: str
    years: frozenset[int]
    month: str
    day: str
    names: frozenset[str]
    own: frozenset[str]  # those of the Dutch side: most papers name it in every line
    what: str


def label_candidates(
    seen: Sequence[SeenCandidate], gold: Iterable[GoldEvent]
) -> tuple[LinearExample, ...]:
    """Each candidate with the type of the gold event that it tells best, or none.

    A gold event takes the candidate that fits it best and all that fit it nearly as well.
    """
    labels = [NONE] * len(seen)
    best = [0.0] * len(seen)
    by_paper: dict[str, list[int]] = {}
    for index, candidate in enumerate(seen):
        by_paper.setdefault(candidate.paper, []).append(index)
    for event in gold:
        scored = [(fit_of(seen[i], event), i) for i in by_paper.get(event.paper, ())]
        top = max((score for score, _ in scored), default=0.0)
        for score, index in scored:
            enough = _LEAST if score == top else max(_ENOUGH, top - _NEARLY)
            if score >= enough and score > best[index]:
                labels[index], best[index] = event.type, score
    return tuple(
        LinearExample(features=c.features, label=label, group=c.paper)
        for c, label in zip(seen, labels, strict=True)
    )


def fit_of(candidate: SeenCandidate, event: GoldEvent) -> float:
    """How well a candidate tells an event: its words, names and date in common.

    0 where the years differ or no word but the Dutch side's name is shared.
    """
    if not candidate.years & event.years:
        return 0.0
    own = {word for name in event.own for word in name.split("-")}
    told = [word for word in _words(event.what) if slug(word) not in own]
    here, around = _shared(told, candidate.text), _shared(told, candidate.around)
    names = len(candidate.names & event.names) / max(len(event.names), 1)
    if not around and not candidate.names & event.names - event.own:
        return 0.0
    narrow = 0.2 if candidate.years == event.years else 0.0
    said = 0.4 if candidate.is_said else 0.0
    return 0.9 * here + 0.4 * around + 0.5 * names + _same_date(candidate, event) + narrow + said


def _shared(told: Sequence[str], text: str) -> float:
    words = _words(text)
    return sum(any(_alike(w, other) for other in words) for w in told) / max(len(told), 1)


def _same_date(candidate: SeenCandidate, event: GoldEvent) -> float:
    """More for the same month, and day; less for another."""
    if not event.month:
        return 0.0
    month, day = [*candidate.date.split("/")[0].split("-")[1:], "", ""][:2]
    if month.lstrip("0") != event.month:
        return -0.3
    if not event.day:
        return 0.4
    return 0.7 if day.lstrip("0") == event.day else 0.2


def _words(text: str) -> tuple[str, ...]:
    return tuple(w for w in re.findall(r"\w+", text.lower()) if w not in _STOP)


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < 4:
        return False
    return one[:5] == other[:5] or difflib.SequenceMatcher(None, one, other).ratio() > 0.75


def names_of(cells: Iterable[str]) -> frozenset[str]:
    """The names in list cells, comparable."""
    return frozenset(slug(name) for cell in cells for name in cell.split(";") if name.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenSentence:
    """A sentence written for training: its type, the date and the town of the paper it is in."""

    type: str
    text: str
    published: str
    town: str


def read_written(path: Path = _WRITTEN) -> tuple[WrittenSentence, ...]:
    """The sentences of `data/events.txt`; its top says the form.

    Raises ReferenceDataError for a line of another form.
    """
    found: list[WrittenSentence] = []
    published = town = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@ "):
            published, town = line[2:].split(" ", 1)
        elif line and not line.startswith("#"):
            type_, bar, text = line.partition(" | ")
            if not bar or not published:
                raise ReferenceDataError(str(path), f"no `type | sentence` under a paper: {line}")
            found.append(WrittenSentence(type=type_, text=text, published=published, town=town))
    return tuple(found)


def train_events(examples: Sequence[LinearExample], to: Path = SHIPPED) -> Path:
    """Trains on labelled candidates and writes both models under `to`."""
    told = [replace(e, label=NONE if e.label == NONE else TOLD) for e in examples]
    typed = [replace(e, features=_of_type(e.features)) for e in examples if e.label != NONE]
    save_linear(fit_linear(told, _TOLD), to / "told")
    save_linear(fit_linear(typed, _TYPE), to / "type")
    return to


def _of_type(features: Features) -> dict[str, float]:
    return {name: value for name, value in features.items() if name.startswith(_TYPE_FEATURES)}
