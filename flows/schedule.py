"""`refresh` as a Prefect deployment on a schedule."""

from __future__ import annotations

from pathlib import Path

from flows.refresh import refresh_places
from flows.settings import load_settings
from flows.watch import quiet_prefect

TIME_ZONE = "Europe/Amsterdam"


def serve_refresh(cron: str, config: Path | None) -> None:
    """Serves the deployment until it is stopped; raises SettingsError before it starts to."""
    settings = load_settings(config)
    places = refresh_places(settings)
    quiet_prefect()
    from prefect.schedules import Cron

    from flows.tasks import refresh_flow

    refresh_flow.serve(
        name="refresh",
        schedule=Cron(cron, timezone=TIME_ZONE),
        parameters={"config": str(config) if config else ""},
        tags=["stedenband", *places[:3]],
        print_starting_message=True,
    )
