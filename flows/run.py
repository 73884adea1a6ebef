"""The main job: papers in, dataset out. Reads as a paragraph; what runs where is `runners`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from corpus.errors import SourceError, StoreError
from corpus.records import Analysis, SourceItem
from flows.choice import ToolChoice, choice_of
from flows.failures import refused
from flows.gather import gather, unpacked
from flows.guard import describe_guarded
from flows.runners import choose_runner, pool_size, run_items
from flows.settings import Settings
from outputs.merge import Dataset, merge
from outputs.publish import publish
from outputs.store import Store, VersionChange, open_store

SAMPLES = Path(__file__).parent.parent / "corpus" / "samples"
Report = Callable[[int, int, str], None]  # done, of how many, what was just done
Analysed = Callable[[Sequence[SourceItem], ToolChoice, Settings], Iterator[Analysis]]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunResult:
    """What a run did. `failures` are papers asked for in this run that were not wholly read."""

    out: Path
    dataset: Dataset
    version: VersionChange
    read: int
    unchanged: int
    failures: tuple[Analysis, ...]
    pipeline: str = ""  # which Dutch pipeline, and why

    @property
    def exit_code(self) -> int:
        """0 all read; 1 none readable; 3 done, but some failed or were only partly read."""
        failed = sum(analysis.status == "failed" for analysis in self.failures)
        if failed and failed == self.read and not self.unchanged:
            return 1
        return 3 if self.failures else 0


def analyse_here(
    items: Sequence[SourceItem], choice: ToolChoice, settings: Settings
) -> Iterator[Analysis]:
    """The analyses as they are done, with no Prefect between."""
    if items:
        runner = choose_runner(items, settings)
        yield from run_items(items, choice, runner=runner, settings=settings)


def run_papers(
    places: Sequence[str],
    settings: Settings,
    *,
    report: Report | None = None,
    analysed: Analysed = analyse_here,
) -> RunResult:
    """Reads every paper in `places` that is new or changed and publishes the dataset.

    Raises SourceError when there is no paper at all, StoreError when the store cannot be written,
    ModelMissing and ReferenceDataError when the tools cannot be loaded.
    """
    choice = choice_of(settings)
    found = unpacked(gather(places or (str(SAMPLES),), settings), choice.reading)
    if not found.items:
        raise (
            found.failures[0]
            if found.failures
            else SourceError(
                ", ".join(places),
                "there is no paper here",
                "Name files, folders, globs or addresses.",
            )
        )
    out = Path(settings.out)
    _make(out)
    size = pool_size(found.items, settings)
    with open_store(settings.store or out / "stedenband.sqlite") as store:
        new = _new(found.items, store, choice, size)
        analyses = [*refused(found.failures)]
        for analysis in _reported(analysed(new, choice, settings), len(new), report):
            store.save(analysis)
            analyses.append(analysis)
        dataset = merge(store.analyses())
        version = store.write_version(dataset, created_at=datetime.now(UTC).isoformat())
    publish(dataset, out)
    return RunResult(
        out=out,
        dataset=dataset,
        version=version,
        read=len(analyses),
        unchanged=len(found.items) - len(new),
        pipeline=describe_guarded(choice, workers=size).pipeline,
        failures=tuple(
            sorted((a for a in analyses if a.status != "ok"), key=lambda a: a.document.name)
        ),
    )


def _new(
    items: tuple[SourceItem, ...], store: Store, choice: ToolChoice, size: int
) -> tuple[SourceItem, ...]:
    """The papers that are new or changed, or that other tools would read otherwise."""
    if store.is_empty():
        return items
    fingerprint = describe_guarded(choice, workers=size).fingerprint
    return tuple(item for item in items if not store.known(item.sha256, item.name, fingerprint))


def _reported(
    analyses: Iterable[Analysis], total: int, report: Report | None
) -> Iterator[Analysis]:
    for number, analysis in enumerate(analyses, start=1):
        if report is not None:
            report(number, total, analysis.document.name)
        yield analysis


def _make(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            str(out), f"cannot be made ({error.strerror})", "Name another --out."
        ) from error
