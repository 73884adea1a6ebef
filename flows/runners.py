"""Where batches of papers run: here, in processes on this machine, or on Dask workers."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from corpus.errors import SettingsError
from corpus.records import Analysis, SourceItem
from flows.choice import ToolChoice
from flows.guard import analyse_guarded
from flows.settings import RunnerName, Settings

# A second process loads its own tools (1.5 to 3 s, docs/measurements.md), so few papers stay here.
_FEW_BYTES = 8_000_000
_FEW_PAPERS = 24


def choose_runner(items: Sequence[SourceItem], settings: Settings) -> RunnerName:
    """The runner that the settings name; for `auto` the cheapest for these papers."""
    if settings.runner != "auto":
        return settings.runner
    if settings.dask_address:
        return "dask"
    few = len(items) <= _FEW_PAPERS and sum(len(item.data) for item in items) <= _FEW_BYTES
    return "here" if few or workers(settings) == 1 else "processes"


def workers(settings: Settings) -> int:
    """How many processes may work at a time."""
    return settings.workers or os.cpu_count() or 1


def pool_size(items: Sequence[SourceItem], settings: Settings) -> int:
    """How many guarded processes of this machine these papers get."""
    return workers(settings) if choose_runner(items, settings) == "processes" else 1


def run_items(
    items: Sequence[SourceItem], choice: ToolChoice, *, runner: RunnerName, settings: Settings
) -> Iterator[Analysis]:
    """The analysis of each paper as it is done: the order is not that of `items`."""
    if runner == "dask":
        return _on_dask(items, choice, settings)
    size = workers(settings) if runner == "processes" else 1
    return analyse_guarded(items, choice, workers=size)


def _on_dask(
    items: Sequence[SourceItem], choice: ToolChoice, settings: Settings
) -> Iterator[Analysis]:
    try:
        import dask
        from distributed import Client, LocalCluster
        from distributed import as_completed as as_dask_completes
    except ImportError as error:
        raise SettingsError(
            "runner = dask", "Dask is not installed", "pip install 'stedenband[dask]'"
        ) from error
    # Workers read papers in processes of their own, and daemons may have none.
    with dask.config.set({"distributed.worker.daemon": False}):
        cluster = settings.dask_address or LocalCluster(
            n_workers=workers(settings), threads_per_worker=1, dashboard_address=None
        )  # type: ignore[no-untyped-call]
    work = tuple(batches(items, settings.batch))
    with Client(cluster) as client:  # type: ignore[no-untyped-call]
        futures = client.map(analyse_batch, work, choice=choice, pure=False)
        for _, analyses in as_dask_completes(futures, with_results=True):  # type: ignore[no-untyped-call]
            yield from analyses


def analyse_batch(items: Sequence[SourceItem], choice: ToolChoice) -> tuple[Analysis, ...]:
    """The analyses of some papers; never raises for the sake of one paper."""
    return tuple(analyse_guarded(items, choice))


def batches(items: Sequence[SourceItem], size: int) -> Iterable[tuple[SourceItem, ...]]:
    """`items` in order, `size` at a time."""
    step = max(size, 1)
    return (tuple(items[at : at + step]) for at in range(0, len(items), step))
