"""The models in use, and how to get or make them."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from corpus.errors import ModelMissing
from models.actor_classifier import SHIPPED as ACTORS
from models.actor_classifier import load_actor_classifier
from models.dutch import LARGE, load_dutch
from models.event_classifier import SHIPPED as EVENTS
from models.event_classifier import load_event_classifier
from models.relation_classifier import SHIPPED as RELATIONS
from models.relation_classifier import load_relation_classifier
from models.theme_classifier import SHIPPED, load_theme_classifier

MODELS = Path("stedenband-models")


def model_facts(pipeline: str = "") -> list[dict[str, str]]:
    """Name, version, reason, data and licence of each model in use."""
    dutch, themes, events = load_dutch(pipeline), load_theme_classifier(), load_event_classifier()
    actors, relations = load_actor_classifier(), load_relation_classifier()
    meta = dutch.nlp.meta
    return [
        {
            "model": dutch.name,
            "version": dutch.version,
            "note": dutch.reason,
            "labels": ", ".join(sorted(meta.get("labels", {}).get("ner", ()))),
            "licence": str(meta.get("license", "")),
        },
        _own("themes", themes.version, SHIPPED, f"{len(themes.weights.themes)} themes"),
        _own("ties", relations.version, RELATIONS, f"{len(relations.ties.features)} features"),
        _own("events", events.version, EVENTS, f"{len(events.type.classes)} types of event"),
        _own("actors", actors.version, ACTORS, f"{len(actors.features)} features"),
    ]


def _own(name: str, version: str, folder: Path, labels: str) -> dict[str, str]:
    """The row of a classifier that the project trains and ships itself."""
    return {
        "model": name,
        "version": version,
        "note": str(folder),
        "labels": labels,
        "licence": "Apache-2.0",
    }


def install_pipeline() -> None:
    """Fetches the large pipeline; raises ModelMissing where that fails."""
    command = [sys.executable, "-m", "spacy", "download", LARGE]
    if subprocess.run(command, check=False).returncode != 0:  # noqa: S603 - our own words
        raise ModelMissing(
            LARGE,
            "could not be fetched",
            "It is 568 MB from github.com; without it the embedded default is used. On a machine "
            "without internet: download nl_core_news_lg-3.8.0-py3-none-any.whl from "
            "github.com/explosion/spacy-models/releases elsewhere, bring it, and run: "
            f"{sys.executable} -m pip install nl_core_news_lg-3.8.0-py3-none-any.whl",
        )


def train_classifier(
    to: Path | None, taxonomy: Path | None = None, examples: Path | None = None
) -> Path:
    """The folder of a classifier trained on the passages that ship with the project, for the
    themes of `taxonomy` and on the passages of `examples` as well, where they are given.

    Raises ReferenceDataError where one of these cannot be read or a theme has no example.
    """
    from models.training.themes import train_themes

    return train_themes(to or MODELS / "themes", taxonomy=taxonomy, examples=examples)


def train_actor_classifier(papers: Path, to: Path | None) -> Path:
    """The folder of an actor classifier trained on the sets `train-*` under `papers`.

    Raises ModelMissing where there is no such set.
    """
    from flows.actor_examples import read_actor_examples
    from models.training.actors import train_actors

    return train_actors(read_actor_examples(papers), to or MODELS / "actors")


def train_relation_classifier(papers: Path, to: Path | None) -> Path:
    """The folder of a relation classifier trained on the sets `train-*` under `papers`.

    Raises ModelMissing where there is no such set.
    """
    from flows.relation_examples import read_relation_examples
    from models.training.relations import train_relations

    return train_relations(read_relation_examples(papers), to or MODELS / "relations")


def train_pipeline(data: Path, to: Path | None) -> Path:
    """The folder of a Dutch pipeline trained on `data`: an hour and a half on two cores.

    Raises ModelMissing where a data set or floret is not there.
    """
    from models.training.dutch.make import train_dutch

    if find_spec("floret") is None:
        raise ModelMissing(
            "floret",
            "it is needed to train vectors",
            f"Run: {sys.executable} -m pip install floret",
        )
    return train_dutch(data, to or MODELS / "dutch")


def train_events(papers: Path, to: Path | None) -> Path:
    """The folder of an event classifier trained on `papers/train-*`, each with `papers/` and
    `gold/`, and on the sentences that ship with the project: some minutes.

    Raises ModelMissing where there are no such papers.
    """
    from flows.event_examples import event_examples
    from models.training.events import train_events as train

    return train(event_examples(papers), to or MODELS / "events")
