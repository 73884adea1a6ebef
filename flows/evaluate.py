"""How well the models do on what they were not trained on."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import ModelMissing
from models.dutch import EMBEDDED, LARGE, load_dutch

if TYPE_CHECKING:
    from extractors.entities.recogniser import Recogniser
    from models.training.dutch.scores import FindNames, ScoreRow
    from models.training.dutch.test_sets import TestSet

_PIPELINES = (EMBEDDED, LARGE, "nl_core_news_md", "nl_core_news_sm")
_SPEED_TEXTS = 400


def evaluate_classifier() -> list[dict[str, str]]:
    """Precision, recall and F1 of each theme, and of all together."""
    from models.training.dutch.scores import score_row
    from models.training.themes import evaluate_themes

    scored = evaluate_themes()
    return [_plain(score_row("themes", "passages held out", name, s)) for name, s in scored]


def evaluate_pipelines(data: Path | None, names: Sequence[str] = ()) -> list[dict[str, str]]:
    """Each installed pipeline on each test set that is there, and stedenband's own finds.

    `data`: the folder of public test sets (docs/models.md); without it only the project's own
    council sentences are scored. Raises ModelMissing for a pipeline named but not installed.
    """
    wanted = names or [n for n in _PIPELINES if n == EMBEDDED or find_spec(n) is not None]
    return [_plain(row) for name in wanted for row in _pipeline_rows(name, data)]


def _pipeline_rows(name: str, data: Path | None) -> Iterator[ScoreRow]:
    from extractors.analyse import load_tools
    from models.training.dutch.scores import (
        ScoreRow,
        names_of,
        score_names,
        score_syntax,
        words_a_second,
    )
    from models.training.dutch.test_sets import read_test_sets

    pipeline, recogniser = load_dutch(name), load_tools(name).recogniser
    tests = tuple(read_test_sets(data))
    for test in tests:
        yield from score_names(name, test, names_of(pipeline))
        yield from score_names(f"stedenband with {name}", test, _whole(recogniser, test))
    trees = data / "ud" / "test.conllu" if data else None
    if trees is not None and trees.is_file():
        yield from score_syntax(name, trees)
    texts = [text.text for test in tests for text in test.texts][:_SPEED_TEXTS]
    speed = round(words_a_second(pipeline, texts * 3))
    yield ScoreRow(
        pipeline=name, data="speed", what="words/s", precision=0, recall=0, f1=0, count=speed
    )


def _whole(recogniser: Recogniser, test: TestSet) -> FindNames:
    """The names that a run finds, registers, patterns and the pipeline merged, as `test` marks."""
    from corpus.records import Document, Passage

    begin = _whole_start if test.marks_kind else _bare_start

    def find(texts: Sequence[str]) -> list[list[tuple[int, int, str]]]:
        found: list[list[tuple[int, int, str]]] = []
        for number, text in enumerate(texts):
            passages = (Passage(index=0, start=0, end=len(text), kind="body"),)
            paper = Document(id=str(number), name=str(number), text=text, passages=passages)
            found.append(
                [(begin(text, m.span.start), m.span.end, m.label) for m in recogniser.find(paper)]
            )
        return found

    return find


def _whole_start(_text: str, start: int) -> int:
    return start


def _bare_start(text: str, start: int) -> int:
    """Where a place's name begins without `gemeente` or `provincie`."""
    for word in ("gemeente ", "provincie ", "Gemeente ", "Provincie "):
        if text.startswith(word, start):
            return start + len(word)
    return start


def _plain(row: ScoreRow) -> dict[str, str]:
    return {
        "pipeline": row.pipeline,
        "data": row.data,
        "what": row.what,
        "precision": f"{row.precision:.3f}",
        "recall": f"{row.recall:.3f}",
        "F1": f"{row.f1:.3f}",
        "count": str(row.count),
    }


def write_scores(rows: Sequence[dict[str, str]], path: Path) -> Path:
    """The table as CSV. Raises ModelMissing where there is nothing to write."""
    if not rows:
        raise ModelMissing(str(path), "nothing was scored")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, fieldnames=list(rows[0]))
        table.writeheader()
        table.writerows(rows)
    return path
