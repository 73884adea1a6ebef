"""Where batches of papers run: here, in processes on this machine, or on Dask workers."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context

from corpus.errors import SettingsError
from corpus.records import Analysis, SourceItem
from flows.settings import RunnerName, Settings
from flows.steps import ToolChoice, analyse_batch

Batch = tuple[SourceItem, ...]
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


def run_batches(
    work: Sequence[Batch], choice: ToolChoice, *, runner: RunnerName, settings: Settings
) -> Iterator[tuple[Analysis, ...]]:
    """The analyses of each batch as it is done: the order is not that of `work`."""
    if runner == "processes":
        return _in_processes(work, choice, settings)
    if runner == "dask":
        return _on_dask(work, choice, settings)
    return (analyse_batch(batch, choice) for batch in work)


def _in_processes(
    work: Sequence[Batch], choice: ToolChoice, settings: Settings
) -> Iterator[tuple[Analysis, ...]]:
    # spawn: a fork would copy threads' locks and whatever libraries hold open.
    size = min(workers(settings), len(work)) or 1
    with ProcessPoolExecutor(size, mp_context=get_context("spawn")) as pool:
        for done in as_completed([pool.submit(analyse_batch, batch, choice) for batch in work]):
            yield done.result()


def _on_dask(
    work: Sequence[Batch], choice: ToolChoice, settings: Settings
) -> Iterator[tuple[Analysis, ...]]:
    try:
        from distributed import Client, LocalCluster
        from distributed import as_completed as as_dask_completes
    except ImportError as error:
        raise SettingsError(
            "runner = dask", "Dask is not installed", "pip install 'stedenband[dask]'"
        ) from error
    cluster = settings.dask_address or LocalCluster(
        n_workers=workers(settings), threads_per_worker=1, dashboard_address=None
    )  # type: ignore[no-untyped-call]
    with Client(cluster) as client:  # type: ignore[no-untyped-call]
        futures = client.map(analyse_batch, work, choice=choice, pure=False)
        for _, analyses in as_dask_completes(futures, with_results=True):  # type: ignore[no-untyped-call]
            yield analyses
