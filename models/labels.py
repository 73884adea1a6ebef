"""The label bridge: what pipelines call their names, and what the contract calls them.

The one place that knows foreign labels: OntoNotes' as nl_core_news_* has them
(https://catalog.ldc.upenn.edu/LDC2013T19), CoNLL's, and the embedded default's. Labels that are not
here (NORP, LAW, MONEY …) are no mentions in the contract.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

ContractLabel = Literal["PER", "PLACE", "ORG", "PROG", "DATE"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridged:
    """A label of the contract, and how sure a name so labelled is of that kind.

    `score` is set by hand after the precision of an earlier embedded pipeline; that of the present
    one, by another writer's sentences, is lower (its card). For labels of other pipelines, that of
    the label nearest to it.
    """

    label: ContractLabel
    score: float


_PER, _ORG = Bridged(label="PER", score=0.85), Bridged(label="ORG", score=0.75)
_PLACE = Bridged(label="PLACE", score=0.85)
BRIDGE: Mapping[str, Bridged] = MappingProxyType(
    {
        "PER": _PER,
        "PERSON": _PER,
        "ORG": _ORG,
        "GPE": _PLACE,
        "LOC": _PLACE,
        "PLACE": _PLACE,
        "FAC": Bridged(label="PLACE", score=0.3),
        "PROG": Bridged(label="PROG", score=0.7),
        "EVENT": Bridged(label="PROG", score=0.5),
        "DATE": Bridged(label="DATE", score=0.7),
    }
)
