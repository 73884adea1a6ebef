"""Gold against predicted: precision, recall and F1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts of right, wrongly found and missed, and what follows from them."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        found = self.right + self.wrong
        return self.right / found if found else float(self.missed == 0)

    @property
    def recall(self) -> float:
        wanted = self.right + self.missed
        return self.right / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def score_sets(
    gold: Sequence[frozenset[str]], predicted: Sequence[frozenset[str]]
) -> tuple[tuple[str, Score], ...]:
    """Scores of each label in order of name, then of all together under `micro`."""
    labels = sorted(frozenset().union(*gold, *predicted))
    counts = {
        label: Score(
            right=sum(label in g and label in p for g, p in zip(gold, predicted, strict=True)),
            wrong=sum(label not in g and label in p for g, p in zip(gold, predicted, strict=True)),
            missed=sum(label in g and label not in p for g, p in zip(gold, predicted, strict=True)),
        )
        for label in labels
    }
    micro = Score(
        right=sum(s.right for s in counts.values()),
        wrong=sum(s.wrong for s in counts.values()),
        missed=sum(s.missed for s in counts.values()),
    )
    return (*counts.items(), ("micro", micro))
