"""Names found in a paper, the entities they stand for, and the themes of its passages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.records.evidence import Evidence, Span

Label = Literal["PER", "PLACE", "ORG", "PROG", "DATE"]
MentionContext = Literal["body", "heading", "footnote", "citation", "toc"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """What a name stands for: a row of a register, or a name that stands for itself.

    `id` is `cbs:GM0599` / `cbs:PV27` (Dutch municipality, province), `geonames:1796236`,
    `iso:CN` (country), `org:<slug>` (our register), or `name:<slug>` where no register has it.
    Carried whole, so that whoever prints it needs no register.
    """

    id: str
    name: str  # canonical
    kind: str = ""  # gemeente provincie stad district land; or a kind of actor
    country: str = ""  # ISO 3166-1 alpha-2
    province: str = ""  # for Dutch municipalities: official name of the province
    abbreviation: str = ""
    other_names: tuple[str, ...] = ()

    @property
    def is_dutch_government(self) -> bool:
        return self.country == "NL" and self.kind in ("gemeente", "provincie")

    @property
    def is_foreign_government(self) -> bool:
        return self.country not in ("", "NL") and self.kind in ("stad", "provincie", "district")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of text that names something. `method`: gazetteer, pattern, model, learnt."""

    label: Label
    evidence: Evidence
    entity: Entity | None = None
    value: str = ""  # DATE: EDTF
    score: float = 1.0
    method: str = "gazetteer"
    context: MentionContext = "body"

    @property
    def surface(self) -> str:
        return self.evidence.quote

    @property
    def span(self) -> Span:
        return self.evidence.span


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeAssignment:
    """A theme of a passage with its calibrated probability."""

    passage: int  # Passage.index
    theme: str  # id in the taxonomy
    score: float
    method: str
    evidence: Evidence
