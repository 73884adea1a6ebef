"""Analyses of papers into one dataset: the same fact from several papers is one fact.

Pure: the order of the papers does not matter, and a paper that is given twice counts once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.records import (
    Actor,
    ActorRelation,
    Analysis,
    Citation,
    Entity,
    Event,
    Evidence,
    Fact,
    Figure,
    Interest,
    Notice,
    Period,
    Tie,
)
from corpus.records.dates import first_year
from corpus.records.facts import TieStatus
from corpus.records.ids import record_id

FACT_TABLES = (
    Tie.table,
    Event.table,
    Interest.table,
    Actor.table,
    ActorRelation.table,
    Citation.table,
    Figure.table,
    Period.table,
)
_MOST = 0.99  # many papers make a fact surer, never certain


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A fact of the dataset: its id and the fact, its evidence best first."""

    id: str
    fact: Fact

    @property
    def evidences(self) -> tuple[Evidence, ...]:
        return self.fact.evidences


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """All facts by table, and the analyses that they come from, by name of paper."""

    facts: Mapping[str, tuple[Record, ...]]
    analyses: tuple[Analysis, ...] = ()
    notices: tuple[Notice, ...] = field(default=())  # what the papers together give doubt of


@dataclass(frozen=True, slots=True)
class _Telling:
    """A fact as one paper tells it, with that paper's date and identity."""

    fact: Fact
    published: str
    paper: str


def merge(analyses: Iterable[Analysis]) -> Dataset:
    """The dataset of these papers."""
    by_name = {analysis.document.name: analysis for analysis in analyses}
    ordered = tuple(by_name[name] for name in sorted(by_name))
    tellings: dict[str, list[_Telling]] = {}
    for analysis in ordered:
        document = analysis.document
        for fact in analysis.facts:
            telling = _Telling(fact, document.published, document.id)
            tellings.setdefault(record_id(fact), []).append(telling)
    facts: dict[str, list[Record]] = {table: [] for table in FACT_TABLES}
    notices: list[Notice] = []
    for id_, told in tellings.items():
        record = Record(id=id_, fact=_merged(told))
        facts[record.fact.table].append(record)
        notices.extend(_conflicts(record, told))
    return Dataset(
        facts={t: tuple(sorted(rows, key=_order)) for t, rows in facts.items()},
        analyses=ordered,
        notices=tuple(sorted(notices, key=lambda n: (n.doc, n.message))),
    )


def _order(record: Record) -> tuple[object, ...]:
    first = record.evidences[0]
    fact = record.fact
    if isinstance(fact, Tie):
        return (fact.nl.name, fact.foreign.name, record.id)
    if isinstance(fact, Event):
        return (first_year(fact.when) or 0, fact.when, fact.type, record.id)
    if isinstance(fact, Interest):
        return (fact.period, fact.nl.name, fact.theme, record.id)
    if isinstance(fact, Actor):
        return (-fact.mentions, fact.entity.name, record.id)
    return (first.doc, first.start, record.id)


def _merged(told: Sequence[_Telling]) -> Fact:
    """One fact of all its tellings: the surest says what it is, all give their evidence."""
    ranked = sorted(told, key=lambda t: (-t.fact.confidence, t.paper, t.fact.evidences[0].start))
    best = ranked[0].fact
    if len(told) == 1:
        return best
    evidences = tuple(dict.fromkeys(e for t in ranked for e in t.fact.evidences))
    fact = replace(best, evidences=evidences, confidence=_confidence(ranked))
    if isinstance(fact, Tie):
        return _merged_tie(fact, [t for t in ranked if isinstance(t.fact, Tie)])
    if isinstance(fact, Event):
        events = [t.fact for t in ranked if isinstance(t.fact, Event)]
        themes = tuple(sorted({theme for event in events for theme in event.themes}))
        return replace(
            fact, when=max((e.when for e in events), key=lambda w: (len(w), w)), themes=themes
        )
    if isinstance(fact, Interest):
        interests = [t.fact for t in ranked if isinstance(t.fact, Interest)]
        return replace(
            fact,
            foreign=_entities(i.foreign for i in interests),
            years=tuple(sorted({year for i in interests for year in i.years})),
        )
    if isinstance(fact, Actor):
        return replace(
            fact, mentions=sum(t.fact.mentions for t in ranked if isinstance(t.fact, Actor))
        )
    return fact


def _confidence(ranked: Sequence[_Telling]) -> float:
    """That at least one paper is right, if papers were right or wrong on their own; a paper that
    is there under two names counts once."""
    wrong = 1.0
    for paper in {t.paper for t in ranked}:
        wrong *= 1 - max(t.fact.confidence for t in ranked if t.paper == paper)
    best = ranked[0].fact.confidence
    return max(best, round(min(1 - wrong, _MOST), 3))


def _entities(several: Iterable[Sequence[Entity]]) -> tuple[Entity, ...]:
    found = {entity.id: entity for entities in several for entity in entities}
    return tuple(found[id_] for id_ in sorted(found))


def _merged_tie(tie: Tie, told: Sequence[_Telling]) -> Tie:
    ties = [t.fact for t in told if isinstance(t.fact, Tie)]
    return replace(
        tie,
        formed=_agreed(t.formed for t in ties),
        formalised=_agreed(t.formalised for t in ties),
        ended=_agreed(t.ended for t in ties),
        status=_status(told),
    )


def _agreed(dates: Iterable[str]) -> str:
    """The date that most papers say; of as many the most precise, then the earliest."""
    counts = Counter(date for date in dates if date)
    if not counts:
        return ""
    years = Counter(date[:4] for date in counts.elements())
    return min(counts, key=lambda d: ("~" in d, -years[d[:4]], -len(d), d))


def _status(told: Sequence[_Telling]) -> TieStatus:
    """What the latest paper says that says anything; without dates: ended, active, proposed."""
    rank = {"ended": 3, "active": 2, "proposed": 1, "unknown": 0}
    said = [
        (t.published, rank[t.fact.status], t.fact.status)
        for t in told
        if isinstance(t.fact, Tie) and t.fact.status != "unknown"
    ]
    return max(said)[2] if said else "unknown"


def _conflicts(record: Record, told: Sequence[_Telling]) -> list[Notice]:
    """A notice for each date on which papers disagree by more than a year."""
    found = []
    for name in ("formed", "ended"):
        dates = sorted(
            {getattr(t.fact, name) for t in told if isinstance(t.fact, Tie)} - {""},
            key=lambda d: (first_year(d) or 0, d),
        )
        years = [year for date in dates if (year := first_year(date))]
        if years and max(years) - min(years) > 1 and isinstance(record.fact, Tie):
            pair = f"the tie of {record.fact.nl.name} and {record.fact.foreign.name}"
            found.append(
                Notice(
                    code="conflict",
                    level="doubt",
                    doc=record.evidences[0].doc,
                    message=f"papers disagree on when {pair} was {name}: {', '.join(dates)}",
                    remedy=f"look at the evidence: stedenband show {record.id}",
                )
            )
    return found
