"""Whether a pair of governments is tied, and how the tie stands: what was learned of papers.

Three linear models over named features. `ties` judges each sentence that names the pair, and the
surest one decides; `courses` judges each sentence for how a tie stands, and `status` weighs these
judgements together with what the rules read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from models.linear import Features, LinearModel, load_linear

SHIPPED = Path(__file__).parent / "weights" / "relations"
TIE, NONE = "tie", "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationClassifier:
    """A loaded classifier; `version` changes with what it learned."""

    ties: LinearModel
    courses: LinearModel
    status: LinearModel
    version: str

    def tie_probabilities(self, sightings: Sequence[Features]) -> list[float]:
        """For each sighting of a pair the probability that it tells of a tie."""
        return [self.ties.probabilities(features)[TIE] for features in sightings]

    def how_it_stands(self, sightings: Sequence[Features], ruled: str) -> str:
        """The likeliest status of a tie with these sightings; `ruled` is what the rules read."""
        judged = [self.courses.probabilities(features) for features in sightings]
        found = self.status.probabilities(together(judged, ruled))
        return max(sorted(found), key=lambda status: found[status])


def together(judged: Sequence[dict[str, float]], ruled: str) -> dict[str, float]:
    """The judgements of a pair's sightings as features: highest, mean and last of each status."""
    found = {f"rule:{ruled}": 1.0}
    for status in sorted({status for one in judged for status in one}):
        said = [one[status] for one in judged]
        found[f"highest:{status}"] = max(said)
        found[f"mean:{status}"] = sum(said) / len(said)
        found[f"last:{status}"] = said[-1]
    return found


@cache
def load_relation_classifier(folder: Path = SHIPPED) -> RelationClassifier:
    """The classifier in a folder; the one that ships where none is named.

    Raises ModelMissing where there is none.
    """
    parts = {
        name: load_linear(folder / name, "relation classifier")
        for name in ("ties", "courses", "status")
    }
    versions = "".join(part.version for part in parts.values())
    return RelationClassifier(**parts, version=sha256(versions.encode()).hexdigest()[:12])
