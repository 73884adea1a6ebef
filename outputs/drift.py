"""How themes shift: their share of passages from one window of years to the next.

A passage counts in the window of its own period where the paper has periods, else in that of the
paper's year. Whether a shift may be chance is Fisher's exact test, two-sided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from scipy.stats import fisher_exact

from corpus.errors import SettingsError
from corpus.records import Analysis
from corpus.records.dates import first_year
from corpus.records.ids import hashed_id
from outputs.merge import Dataset
from outputs.paper_rows import dutch_names
from outputs.rows import Row, number

_ALL = "all"
_FEWEST = 5  # passages with a theme that a window needs to be compared


@dataclass(frozen=True, slots=True)
class _Told:
    """A passage with themes: its window and the places it names."""

    window: str
    themes: frozenset[str]
    places: tuple[str, ...]


def drift_rows(dataset: Dataset, *, by: str = _ALL, window: str = "period") -> tuple[Row, ...]:
    """One row for each scope, theme and pair of neighbouring windows.

    `by` is `all` or `place`; `window` is `period`, `year` or a number of years. Windows with
    fewer than five passages with a theme are left out. Raises SettingsError for other choices.
    """
    if by not in (_ALL, "place"):
        raise SettingsError("--by", f"cannot be {by!r}", "Use place or all.")
    if window not in ("period", "year") and not (window.isdigit() and int(window) > 0):
        raise SettingsError("--window", f"cannot be {window!r}", "Use period, year or a number.")
    scopes: dict[str, list[_Told]] = {}
    for told in _told(dataset, window):
        for scope in told.places if by == "place" else (_ALL,):
            scopes.setdefault(scope, []).append(told)
    return tuple(row for scope in sorted(scopes) for row in _rows(scope, scopes[scope]))


def _told(dataset: Dataset, window: str) -> Iterator[_Told]:
    for analysis in dataset.analyses:
        themes: dict[int, set[str]] = {}
        for assignment in analysis.themes:
            themes.setdefault(assignment.passage, set()).add(assignment.theme)
        places = dutch_names(analysis)
        for index, found in sorted(themes.items()):
            label = _window(analysis, index, window)
            if label:
                yield _Told(label, frozenset(found), tuple(places.get(index, ())))


def _window(analysis: Analysis, passage: int, window: str) -> str:
    periods = analysis.passage_periods
    own = periods[passage] if passage < len(periods) else ""
    if window == "period" and own:
        return own
    year = first_year(own.partition("-")[0]) or first_year(analysis.document.published)
    if year is None:
        return ""
    if window == "period":
        return f"{year // 10 * 10}-{year // 10 * 10 + 9}"
    size = 1 if window == "year" else int(window)
    start = year // size * size
    return str(start) if size == 1 else f"{start}-{start + size - 1}"


def _rows(scope: str, told: list[_Told]) -> Iterator[Row]:
    totals = Counter(t.window for t in told)
    windows = sorted(w for w, n in totals.items() if n >= _FEWEST)
    counts = Counter((t.window, theme) for t in told for theme in t.themes)
    themes = sorted({theme for t in told for theme in t.themes})
    for before, after in pairwise(windows):
        for theme in themes:
            with_before, with_after = counts[before, theme], counts[after, theme]
            if not with_before and not with_after:
                continue
            share_from = with_before / totals[before]
            share_to = with_after / totals[after]
            without = (totals[before] - with_before, totals[after] - with_after)
            p_value = fisher_exact([(with_before, with_after), without]).pvalue
            yield {
                "record_id": hashed_id("drift", scope, theme, before, after),
                "scope": scope,
                "theme": theme,
                "from": before,
                "to": after,
                "share_from": number(share_from),
                "share_to": number(share_to),
                "change": number(share_to - share_from),
                "p_value": f"{p_value:.2g}",
                "n": str(totals[before] + totals[after]),
            }
