"""An analyst's decisions, laid over the machine's facts; the facts themselves stay as found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Literal

from corpus.records.dates import is_edtf
from outputs.merge import Dataset, Record

Verdict = Literal["accept", "reject", "correct"]
_DATES = ("formed", "formalised", "ended", "when")


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One decision on one record; `field` and `value` for a correction."""

    record_id: str
    verdict: Verdict
    by: str
    at: str  # ISO 8601
    field: str = ""
    value: str = ""
    note: str = ""


def apply_reviews(dataset: Dataset, reviews: Sequence[Review]) -> Dataset:
    """The dataset as the analysts want it: rejected records out, corrected text fields replaced.

    The last decision on a record and field counts. A correction of a field that the record does
    not have as text, or to a date that is none, raises ValueError.
    """
    rejected = {r.record_id: r.verdict == "reject" for r in reviews if r.verdict != "correct"}
    corrections = {(r.record_id, r.field): r.value for r in reviews if r.verdict == "correct"}
    facts = {
        table: tuple(_corrected(r, corrections) for r in records if not rejected.get(r.id))
        for table, records in dataset.facts.items()
    }
    return replace(dataset, facts=facts)


def _corrected(record: Record, corrections: dict[tuple[str, str], str]) -> Record:
    own = {field: value for (id_, field), value in corrections.items() if id_ == record.id}
    for field, value in own.items():
        texts = {
            f.name for f in fields(record.fact) if isinstance(getattr(record.fact, f.name), str)
        }
        if field not in texts:
            raise ValueError(f"{record.id} has no text field {field!r}")
        if field in _DATES and value and not is_edtf(value):
            raise ValueError(f"{value!r} is no EDTF date")
    changes: dict[str, Any] = dict(own)
    return replace(record, fact=replace(record.fact, **changes)) if own else record
