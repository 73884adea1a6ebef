"""Drop capitals: a letter as high as some lines, set before the first of them."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.text.runs import Run

_LARGE = 1.7  # of the text's size; two lines high
_BESIDE = 1.2  # how far from the letter its lines may begin, of the text's size


def with_drop_capitals(runs: Sequence[Run], usual: float) -> list[Run]:
    """The runs in which each drop capital stands at the head of its first line.

    The lines beside it begin at its left edge, as the paragraph's other lines do. `usual` is the
    size of the page's text.
    """
    made = list(runs)
    for capital in [r for r in runs if _may_be(r, usual)]:
        beside = _lines_beside(capital, made, usual)
        if len(beside) < 2:  # a large letter by itself
            continue
        made.remove(capital)
        for at, line in enumerate(beside):
            letter = capital.text if at == 0 else ""
            made[made.index(line)] = line._replace(text=letter + line.text, x0=capital.x0)
    return made


def _may_be(run: Run, usual: float) -> bool:
    return len(run.text) == 1 and run.text.isupper() and run.size >= _LARGE * usual


def _lines_beside(capital: Run, runs: Sequence[Run], usual: float) -> list[Run]:
    """The first run of each line that stands right of the letter, within its height."""
    found = [
        run
        for run in runs
        if run is not capital
        and run.size < 1.3 * usual
        and capital.baseline - capital.size < run.baseline <= capital.baseline + 0.3 * usual
        and -1 <= run.x0 - capital.x1 < _BESIDE * usual
    ]
    return sorted(found, key=lambda run: run.baseline)
