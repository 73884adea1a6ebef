"""Whether a candidate tells an event, and of which type: two linear models over its features.

The first is asked of every candidate, the second of those that tell one: what makes a happening is
not what makes it a visit. Both are explained by the weights of their features.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from models.linear import Features, LinearModel, load_linear

SHIPPED = Path(__file__).parent / "weights" / "events"
NONE, TOLD = "none", "event"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventClassifier:
    """A loaded classifier; `version` changes with what it learned."""

    told: LinearModel  # classes NONE and TOLD, calibrated
    type: LinearModel  # the event types of the contract

    @property
    def version(self) -> str:
        return f"{self.told.version}-{self.type.version}"

    @property
    def threshold(self) -> float:
        """The least probability at which a candidate is taken for an event."""
        return self.told.threshold

    def chance(self, features: Features) -> float:
        """The probability that the features are of an event."""
        return self.told.probabilities(features)[TOLD]

    def types(self, features: Features) -> dict[str, float]:
        """The probability of each type, given that it is an event."""
        return self.type.probabilities(features)

    def explain(self, features: Features, type_: str) -> tuple[str, ...]:
        """What speaks for and against an event, then for and against this type of it."""
        told = self.told.explain(features, TOLD, top=5)
        typed = self.type.explain(features, type_, top=5) if type_ in self.type.classes else ()
        return (*(f"event: {said}" for said in told), *(f"{type_}: {said}" for said in typed))


@cache
def load_event_classifier(path: Path | None = None) -> EventClassifier:
    """The classifier in a folder; the one that ships where none is named.

    Raises ModelMissing where there is none.
    """
    folder = path or SHIPPED
    return EventClassifier(
        told=load_linear(folder / "told", "event classifier"),
        type=load_linear(folder / "type", "event classifier"),
    )
