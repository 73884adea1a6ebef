"""A trained classifier on disk: arrays as npy, words as JSON, with checksums; never a pickle."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.errors import ModelMissing

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What the theme classifier learned. Rows of `coefficients` are themes; columns are the words
    of the vocabulary, then one lexicon feature for each theme."""

    themes: tuple[str, ...]
    vocabulary: tuple[str, ...]
    idf: Array
    coefficients: Array
    intercepts: Array
    threshold: float


def save_weights(weights: Weights, folder: Path) -> Path:
    """Writes the weights; the folder is the artifact."""
    return save_arrays(
        folder,
        config={
            "themes": weights.themes,
            "threshold": weights.threshold,
            "vocabulary": weights.vocabulary,
        },
        arrays={
            "idf": weights.idf,
            "coefficients": weights.coefficients,
            "intercepts": weights.intercepts,
        },
    )


def load_weights(folder: Path) -> tuple[Weights, str]:
    """The weights and their version (a hash of all they hold).

    Raises ModelMissing where the folder is no artifact or a file does not match its checksum.
    """
    config, arrays, version = load_arrays(folder, "theme classifier")
    weights = Weights(
        themes=tuple(config["themes"]),
        vocabulary=tuple(config["vocabulary"]),
        threshold=float(config["threshold"]),
        **arrays,
    )
    return weights, version


def save_arrays(folder: Path, *, config: Mapping[str, Any], arrays: Mapping[str, Array]) -> Path:
    """Writes `config.json` with a checksum of each array beside it; the folder is the artifact."""
    folder.mkdir(parents=True, exist_ok=True)
    whole: dict[str, Any] = {**config, "arrays": {}}
    for name, array in arrays.items():
        buffer = io.BytesIO()
        np.save(buffer, array.astype(np.float32), allow_pickle=False)
        (folder / f"{name}.npy").write_bytes(buffer.getvalue())
        whole["arrays"][name] = sha256(buffer.getvalue()).hexdigest()
    text = json.dumps(whole, ensure_ascii=False, indent=1)
    (folder / "config.json").write_text(text + "\n", encoding="utf-8")
    return folder


def load_arrays(folder: Path, what: str) -> tuple[dict[str, Any], dict[str, Array], str]:
    """The config, the arrays and the version (a hash of all of it) of an artifact.

    `what` is the model's name in words ("theme classifier"). Raises ModelMissing where the folder
    is no artifact or a file does not match its checksum.
    """
    try:
        raw = (folder / "config.json").read_bytes()
        config = json.loads(raw)
        arrays = {name: _array(folder, name, digest) for name, digest in config["arrays"].items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelMissing(
            str(folder), f"is no {what} ({error})", "Run: stedenband model train"
        ) from error
    return config, arrays, sha256(raw).hexdigest()[:12]


def _array(folder: Path, name: str, digest: str) -> Array:
    data = (folder / f"{name}.npy").read_bytes()
    if sha256(data).hexdigest() != digest:
        raise ValueError(f"{name}.npy does not match its checksum")
    array: Array = np.load(io.BytesIO(data), allow_pickle=False).astype(np.float64)
    return array
