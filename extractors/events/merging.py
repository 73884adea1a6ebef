"""One happening told twice is one event with the evidence of both tellings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.records import Entity, Event
from corpus.records.dates import is_edtf, parse_edtf


def merged(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events, those that are one joined, by date; the surer telling says what it is."""
    kept: list[Event] = []
    ranked = sorted(
        events, key=lambda e: (-e.confidence, e.evidences[0].start, e.type, e.when, e.key)
    )
    for event in ranked:
        at = next((i for i, other in enumerate(kept) if is_one(other, event)), None)
        if at is None:
            kept.append(event)
        else:
            kept[at] = _joined(kept[at], event)
    return tuple(sorted(kept, key=lambda e: (e.when, e.type, e.key)))


def is_one(one: Event, other: Event) -> bool:
    """Whether two tellings may be of one happening: same type, dates that can be the same, the
    foreign side shared (or not said by one), and the Dutch side too."""
    if one.key == other.key:
        return True
    if one.type != other.type or not _may_be_same_day(one.when, other.when):
        return False
    return _shared(one.foreign_parties, other.foreign_parties) and _shared(
        one.nl_parties, other.nl_parties
    )


def _shared(one: Sequence[Entity], other: Sequence[Entity]) -> bool:
    if not one or not other:
        return True
    return bool({e.id for e in one} & {e.id for e in other})


def _may_be_same_day(one: str, other: str) -> bool:
    if not (is_edtf(one) and is_edtf(other)):
        return one == other
    left, right = parse_edtf(one), parse_edtf(other)
    # A decade may hold much: only what is dated to a few years is held to be one.
    narrow = max(len(left.years), len(right.years)) <= 3
    return left.overlaps(right) if narrow else one == other


def _joined(surer: Event, other: Event) -> Event:
    return replace(
        surer,
        when=_more_precise(surer.when, other.when),
        foreign_parties=surer.foreign_parties or other.foreign_parties,
        themes=tuple(dict.fromkeys((*surer.themes, *other.themes))),
        evidences=tuple(dict.fromkeys((*surer.evidences, *other.evidences))),
    )


def _more_precise(one: str, other: str) -> str:
    if not (is_edtf(one) and is_edtf(other)):
        return one

    def days(when: str) -> int:
        date = parse_edtf(when)
        first, last = date.first, date.last
        return (last[0] - first[0]) * 372 + (last[1] - first[1]) * 31 + last[2] - first[2]

    return min(one, other, key=lambda when: (days(when), when))
