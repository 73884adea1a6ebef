"""A trained classifier on disk: arrays as npy, words as JSON, with checksums; never a pickle."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.errors import ModelMissing

Array = NDArray[np.float64]
TAXONOMY = "taxonomy.toml"  # what a classifier was trained for, where it is a user's own


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What the theme classifier learned. Rows of `coefficients` are themes; columns are words,
    parts of words, then the features of related words (models/theme_features.py)."""

    themes: tuple[str, ...]
    words: tuple[str, ...]
    parts: tuple[str, ...]
    word_idf: Array
    part_idf: Array
    coefficients: Array
    intercepts: Array
    slopes: Array  # calibration: probability = 1 / (1 + exp(-(slope * score + offset)))
    offsets: Array
    thresholds: Array  # below it the classifier abstains from the theme


def save_weights(weights: Weights, folder: Path, taxonomy: Path | None = None) -> Path:
    """Writes the weights, and beside them the `taxonomy` where it is not the one that ships."""
    arrays = {
        "word_idf": weights.word_idf,
        "part_idf": weights.part_idf,
        "coefficients": weights.coefficients,
        "intercepts": weights.intercepts,
        "slopes": weights.slopes,
        "offsets": weights.offsets,
        "thresholds": weights.thresholds,
    }
    config = {"themes": weights.themes, "words": weights.words, "parts": weights.parts}
    save_arrays(folder, config=config, arrays=arrays, half=("coefficients",))
    if taxonomy is not None and taxonomy.resolve() != (folder / TAXONOMY).resolve():
        shutil.copyfile(taxonomy, folder / TAXONOMY)
    return folder


def load_weights(folder: Path) -> tuple[Weights, str]:
    """The weights and their version (a hash of all they hold).

    Raises ModelMissing where the folder is no artifact or a file does not match its checksum.
    """
    config, arrays, version = load_arrays(folder, "theme classifier")
    try:
        weights = Weights(
            themes=tuple(config["themes"]),
            words=tuple(config["words"]),
            parts=tuple(config["parts"]),
            **arrays,
        )
    except (KeyError, TypeError) as error:
        raise ModelMissing(
            str(folder), f"is of another version ({error})", "Run: stedenband model train"
        ) from error
    return weights, version


def taxonomy_of(folder: Path) -> Path | None:
    """The taxonomy kept in a classifier's folder, none where it was trained for the shipped one."""
    own = folder / TAXONOMY
    return own if own.is_file() else None


def save_arrays(
    folder: Path,
    *,
    config: Mapping[str, Any],
    arrays: Mapping[str, Array],
    half: Collection[str] = (),
) -> Path:
    """Writes `config.json` with a checksum of each array beside it; the folder is the artifact.

    The arrays named in `half` are kept in half precision, which halves their files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    whole: dict[str, Any] = {**config, "arrays": {}}
    for name, array in arrays.items():
        buffer = io.BytesIO()
        np.save(
            buffer, array.astype(np.float16 if name in half else np.float32), allow_pickle=False
        )
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
