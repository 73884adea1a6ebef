"""What `refresh` looks at: the papers that the settings name; only new ones are read."""

from __future__ import annotations

from corpus.errors import SettingsError
from flows.settings import Settings


def refresh_places(settings: Settings) -> tuple[str, ...]:
    """The configured files, folders, globs and addresses.

    Raises SettingsError where none is configured.
    """
    if not settings.papers:
        raise SettingsError(
            "stedenband.toml",
            "no papers are configured to refresh from",
            'Add for example: papers = ["raadsstukken/", "https://example.org/stuk.pdf"]',
        )
    return settings.papers
