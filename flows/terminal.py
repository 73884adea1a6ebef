"""What the terminal shows: progress and talk on standard error, results on standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from flows.run import Report, RunResult

talk = Console(stderr=True, highlight=False, soft_wrap=True)


@contextmanager
def progress(*, quiet: bool = False) -> Iterator[Report]:
    """A progress bar on a terminal; nothing where standard error is not one."""
    if quiet or not sys.stderr.isatty():
        yield lambda _done, _total, _name: None
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=talk, transient=True) as bar:
        task = bar.add_task("papers", total=None)

        def report(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=name[:40])

        yield report


def say(message: str) -> None:
    """A line of talk, with no mark-up read into it."""
    talk.print(message, markup=False)


def print_json(value: Any) -> None:
    """A result for a program."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def print_rows(rows: Sequence[Mapping[str, str]], columns: Sequence[str], *, title: str) -> None:
    """A table that fits the terminal's width."""
    table = Table(title=title, title_justify="left")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(clean(row.get(column, "")) for column in columns))
    Console(highlight=False, markup=False).print(table)


def print_record(record: Mapping[str, Any]) -> None:
    """One record: its fields, each piece of evidence with where it stands, why it was believed."""
    out = Console(highlight=False, markup=False, soft_wrap=True)
    for name, value in record.items():
        if name not in ("evidence", "why") and value not in ("", None):
            out.print(f"{name:>16}  {clean(str(value))}")
    for evidence in record.get("evidence", ()):
        page = f", page {evidence['page']}" if evidence["page"] else ""
        where = f"{evidence['doc']}{page}, characters {evidence['start']}-{evidence['end']}"
        out.print(f"\n{where}\n  {clean(evidence['quote'])}")
    if "why" in record:
        reasons = record["why"] or ["a rule found it: no learned weights were asked"]
        out.print("\nwhy")
        for reason in reasons:
            out.print(f"  {clean(reason)}")


def clean(text: str) -> str:
    r"""`text` without control characters: a paper must not steer the terminal.

    >>> clean("a\\x1b[31mb\\n")
    'a[31mb '
    """
    return "".join(c if c.isprintable() else (" " if c in "\n\t" else "") for c in text)


def tell_result(result: RunResult) -> None:
    """What a run found and where it is, and each paper that was not wholly read."""
    facts = result.dataset.facts
    found = ", ".join(f"{len(rows)} {name}" for name, rows in facts.items() if rows)
    say(f"Dutch pipeline: {result.pipeline}.")
    failed = sum(analysis.status == "failed" for analysis in result.failures)
    read = result.read - failed
    say(
        f"{read} {'paper' if read == 1 else 'papers'} read, {result.unchanged} unchanged"
        f"{f', {failed} failed' if failed else ''}; "
        f"version {result.version.number}: {found or 'nothing found'}."
    )
    for analysis in result.failures:
        for notice in analysis.notices:
            if notice.level == "loss":
                where = f", page {notice.page}" if notice.page else ""
                remedy = f" {notice.remedy}" if notice.remedy else ""
                say(clean(f"! {notice.doc}{where}: {notice.message}.{remedy}".replace("..", ".")))
    say(f"Tables in {result.out / 'tables'}, site at {result.out / 'site' / 'index.html'}")


def result_as_json(result: RunResult) -> dict[str, Any]:
    """The same for `--json`."""
    return {
        "out": str(result.out),
        "version": result.version.number,
        "read": result.read,
        "unchanged": result.unchanged,
        "facts": {name: len(rows) for name, rows in result.dataset.facts.items()},
        "failures": [
            {
                "doc": a.document.name,
                "status": a.status,
                "messages": [n.message for n in a.notices if n.level == "loss"],
            }
            for a in result.failures
        ],
    }
