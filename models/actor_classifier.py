"""Which candidates of a paper are actors: a linear model over named features.

The features are said by `extractors.actors.features`; what was learnt ships in `weights/actors`,
made by `stedenband model train actors` (models.training.actors).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from models.linear import LinearModel, load_linear

SHIPPED = Path(__file__).parent / "weights" / "actors"
ACTOR, NONE = "actor", "none"


@cache
def load_actor_classifier(path: Path | None = None) -> LinearModel:
    """The classifier in a folder; the one that ships where none is named.

    Raises ModelMissing where there is none.
    """
    return load_linear(path or SHIPPED, "actor classifier")
