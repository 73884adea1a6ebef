"""The models in use, and how to get or make them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from corpus.errors import ModelMissing
from models.dutch import LARGE, load_dutch
from models.theme_classifier import SHIPPED, load_theme_classifier


def model_facts() -> list[dict[str, str]]:
    """Name, version and reason of each model in use."""
    dutch, themes = load_dutch(), load_theme_classifier()
    return [
        {"model": dutch.name, "version": dutch.version, "note": dutch.reason},
        {"model": "themes", "version": themes.version, "note": str(SHIPPED)},
    ]


def install_pipeline() -> None:
    """Fetches the large pipeline; raises ModelMissing where that fails."""
    command = [sys.executable, "-m", "spacy", "download", LARGE]
    if subprocess.run(command, check=False).returncode != 0:  # noqa: S603 - our own words
        raise ModelMissing(
            LARGE,
            "could not be fetched",
            "It is 568 MB from github.com; without it the embedded default is used.",
        )


def train_classifier(to: Path | None) -> Path:
    """The folder of a classifier trained on the passages that ship with the project."""
    from models.training.themes import train_themes

    return train_themes(to or Path("stedenband-models") / "themes")
