"""Whether a run is a Prefect flow, and how to start one without its chatter.

Nobody watching: the plain functions run, and no server is started (12 s saved, see
docs/measurements.md). A server to watch with (PREFECT_API_URL), or `watch = "always"`: the same
functions run as a flow with tasks, retries and an artifact.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from flows.run import Report, RunResult, run_papers
from flows.settings import Settings

# A throw-away server needs up to half a minute on a cold machine; Prefect's default is 20 s.
_QUIET = {
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_LOGGING_SERVER_LEVEL": "ERROR",
    "PREFECT_SERVER_LOGGING_LEVEL": "ERROR",
}


def is_watched(settings: Settings) -> bool:
    """Whether this run goes through Prefect."""
    if settings.watch == "auto":
        return bool(os.environ.get("PREFECT_API_URL"))
    return settings.watch == "always"


def run_or_watch(
    places: Sequence[str], settings: Settings, *, report: Report | None = None
) -> RunResult:
    """The run, as a Prefect flow where it is watched, else as plain functions."""
    if not is_watched(settings):
        return run_papers(places, settings, report=report)
    quiet_prefect()
    from flows.tasks import run_flow

    return run_flow(tuple(places), settings, report)


def quiet_prefect() -> None:
    """Sets what keeps Prefect's server quiet and patient, before Prefect is first imported."""
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
