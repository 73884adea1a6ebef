"""The steps as Prefect tasks, and the flow that an operator watches. One call each, no logic.

Imported only when a run is watched: Prefect costs a second and a half to import.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE

from corpus.errors import SettingsError
from corpus.records import Analysis, SourceItem
from flows.choice import ToolChoice
from flows.refresh import refresh_places
from flows.run import Report, RunResult, run_papers
from flows.runners import analyse_batch, batches, choose_runner, workers
from flows.settings import RunnerName, Settings, load_settings


@task(
    name="analyse papers",
    retries=2,
    retry_delay_seconds=[2, 10],
    timeout_seconds=1800,
    cache_policy=NO_CACHE,  # the store decides what is known; papers are too large to hash twice
)
def analyse_papers(items: tuple[SourceItem, ...], choice: ToolChoice) -> tuple[Analysis, ...]:
    """The analyses of one batch of papers."""
    return analyse_batch(items, choice)


@flow(name="analyse", validate_parameters=False)
def analyse_flow(
    items: Sequence[SourceItem], choice: ToolChoice, settings: Settings
) -> list[tuple[Analysis, ...]]:
    """Every batch as a task run, spread by Prefect's own task runner."""
    futures = [analyse_papers.submit(batch, choice) for batch in batches(items, settings.batch)]
    return [future.result() for future in futures]


def analyse_watched(
    items: Sequence[SourceItem], choice: ToolChoice, settings: Settings
) -> Iterator[Analysis]:
    """The analyses, made by `analyse_flow` on the task runner that the settings ask for."""
    runner = task_runner(choose_runner(items, settings), settings)
    return chain.from_iterable(
        analyse_flow.with_options(task_runner=runner)(items, choice, settings)
    )


def task_runner(name: RunnerName, settings: Settings) -> Any:
    """Prefect's task runner for ours: threads here, processes, or Dask."""
    from prefect.task_runners import ProcessPoolTaskRunner, ThreadPoolTaskRunner

    if name == "processes":
        return ProcessPoolTaskRunner(max_workers=workers(settings))
    if name != "dask":
        return ThreadPoolTaskRunner(max_workers=1)
    try:
        from prefect_dask import DaskTaskRunner  # type: ignore[attr-defined]
    except ImportError as error:
        raise SettingsError(
            "runner = dask", "prefect-dask is not installed", "pip install 'stedenband[dask]'"
        ) from error
    if settings.dask_address:
        return DaskTaskRunner(address=settings.dask_address)
    return DaskTaskRunner(cluster_kwargs={"n_workers": workers(settings), "threads_per_worker": 1})


@flow(name="stedenband", validate_parameters=False)
def run_flow(
    places: tuple[str, ...], settings: Settings, report: Report | None = None
) -> RunResult:
    """The whole run: gather, analyse, keep, publish; its outcome as an artifact."""
    result = run_papers(places, settings, report=report, analysed=analyse_watched)
    create_markdown_artifact(key="stedenband-run", markdown=summary(result))
    return result


@flow(name="stedenband refresh")
def refresh_flow(config: str = "") -> str:
    """What the schedule calls: the settings are read anew each time; says where the result is."""
    settings = load_settings(Path(config) if config else None)
    result = run_flow(refresh_places(settings), settings)
    return str(result.out)


def summary(result: RunResult) -> str:
    """What an operator wants to know of a run, as Markdown."""
    counts = "\n".join(
        f"| {table} | {len(facts)} |" for table, facts in result.dataset.facts.items()
    )
    failed = "\n".join(
        f"- `{a.document.name}`: {a.notices[0].message if a.notices else a.status}"
        for a in result.failures
    )
    return (
        f"Version {result.version.number}: {result.read} papers read, "
        f"{result.unchanged} unchanged.\n\n| table | rows |\n|---|---|\n{counts}\n"
        + (f"\n**Not wholly read**\n\n{failed}\n" if failed else "")
    )
