"""One map per period: each Dutch place with the theme that the papers link to it most."""

from __future__ import annotations

import io
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corpus.records import Entity, Interest
from corpus.reference.outline import load_outline
from corpus.reference.places import load_places
from corpus.reference.tables import read_rows
from corpus.reference.themes import load_themes
from outputs.files import write_whole
from outputs.merge import Dataset

_EDGES = (3.2, 7.35, 50.7, 53.65)  # west, east, south, north in degrees
_INK, _LAND, _AROUND, _SEA = "#22303c", "#f6f3ea", "#e6e2d8", "#dbe7ee"
_FONT = "DejaVu Sans"
# Where a label may stand beside its dot, in points, the best first.
_BESIDE = ((7, 0), (-7, 0), (0, 8), (0, -8), (6, 7), (-6, 7), (6, -7), (-6, -7))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A place on a map: its dominant theme and how many interests it has in the period."""

    name: str
    position: tuple[float, float]  # latitude, longitude
    theme: str
    count: int
    is_province: bool = False


def dots_of(dataset: Dataset, period: str) -> tuple[Dot, ...]:
    """The places of a period; the dominant theme is the one with most evidence."""
    weight: dict[Entity, Counter[str]] = {}
    for record in dataset.facts[Interest.table]:
        fact = record.fact
        assert isinstance(fact, Interest)
        if period in _map_periods(fact):
            weight.setdefault(fact.nl, Counter())[fact.theme] += len(fact.evidences)
    places = load_places()
    dots = []
    for entity, themes in weight.items():
        position = places.position(entity.id)
        if position is not None:
            theme = min(themes, key=lambda t: (-themes[t], t))
            dots.append(
                Dot(
                    name=entity.name,
                    position=position,
                    theme=theme,
                    count=len(themes),
                    is_province=entity.kind == "provincie",
                )
            )
    return tuple(sorted(dots, key=lambda d: (-d.count, d.name)))


def periods_of(dataset: Dataset) -> tuple[str, ...]:
    """The periods that interests are told for, the earliest first."""
    facts = (record.fact for record in dataset.facts[Interest.table])
    return tuple(sorted({p for f in facts if isinstance(f, Interest) for p in _map_periods(f)}))


def _map_periods(interest: Interest) -> tuple[str, ...]:
    """The maps that an interest stands on: of its own period, else of those of its years."""
    if interest.period:
        return (interest.period,)
    return tuple(
        f"{start}-{end}"
        for start, end in _standard_periods()
        if any(start <= year < end for year in interest.years)
    )


@cache
def _standard_periods() -> tuple[tuple[int, int], ...]:
    return tuple((int(row["start"]), int(row["end"])) for row in read_rows("periods"))


def write_maps(dataset: Dataset, folder: Path) -> tuple[Path, ...]:
    """Writes `<period>.svg` and `.png` for each period; the same data, the same bytes."""
    written: list[Path] = []
    for period in periods_of(dataset):
        for suffix, data in draw(period, dots_of(dataset, period)).items():
            path = folder / f"{period}.{suffix}"
            write_whole(path, data)
            written.append(path)
    for path in folder.glob("*.*"):
        if path not in written and path.suffix in (".svg", ".png"):
            path.unlink()  # of a period that no paper tells of any more
    return tuple(written)


def draw(period: str, dots: Sequence[Dot]) -> dict[str, bytes]:
    """The map as SVG and PNG."""
    import matplotlib as mpl  # noqa: PLC0415 - heavy, and needed only when a map is drawn
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    with mpl.rc_context({"svg.hashsalt": "stedenband", "font.family": _FONT}):
        figure = Figure(figsize=(8.6, 7.2), dpi=110, facecolor="white")
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0.01, 0.02, 0.6, 0.88))
        _land(axes)
        _dots(figure, axes, dots)
        _words(figure, period, dots)
        return {"svg": _saved(figure, "svg"), "png": _saved(figure, "png")}


def _saved(figure: Any, suffix: str) -> bytes:
    buffer = io.BytesIO()
    metadata = {"Date": None} if suffix == "svg" else {"Software": None}
    figure.savefig(buffer, format=suffix, metadata=metadata)
    return buffer.getvalue()


def _land(axes: Any) -> None:
    outline = load_outline()
    west, east, south, north = _EDGES
    axes.set_facecolor(_SEA)
    for rings, colour in ((outline.neighbours, _AROUND), (outline.netherlands, _LAND)):
        for ring in rings:
            xs, ys = zip(*ring, strict=True)
            axes.fill(xs, ys, facecolor=colour, edgecolor="#a9a594", linewidth=0.6, zorder=1)
    axes.set_xlim(west, east)
    axes.set_ylim(south, north)
    axes.set_aspect(1 / math.cos(math.radians((south + north) / 2)))
    axes.set_xticks([])
    axes.set_yticks([])
    for spine in axes.spines.values():
        spine.set_visible(False)


def _dots(figure: Any, axes: Any, dots: Sequence[Dot]) -> None:
    colours = {theme.id: theme.colour for theme in load_themes()}
    boxes = []
    for dot in dots:
        latitude, longitude = dot.position
        size = 5 + 2.2 * math.sqrt(dot.count)
        axes.plot(
            longitude,
            latitude,
            "s" if dot.is_province else "o",
            ms=size,
            mfc=colours[dot.theme],
            mec="white",
            mew=0.8,
            zorder=3,
        )
        boxes.append(_box_of_dot(axes, dot, size, figure.dpi))
    renderer = figure.canvas.get_renderer()
    for dot in dots:
        boxes.append(_label(axes, dot, boxes, renderer))


def _box_of_dot(axes: Any, dot: Dot, size: float, dpi: float) -> Any:
    from matplotlib.transforms import Bbox  # noqa: PLC0415

    x, y = axes.transData.transform((dot.position[1], dot.position[0]))
    half = size * dpi / 72 / 2
    return Bbox.from_extents(x - half, y - half, x + half, y + half)


def _label(axes: Any, dot: Dot, boxes: Sequence[Any], renderer: Any) -> Any:
    """Puts the name where it covers least, and gives its box."""
    best: tuple[float, Any, Any] | None = None
    for dx, dy in _BESIDE:
        text = axes.annotate(
            dot.name,
            xy=(dot.position[1], dot.position[0]),
            xytext=(dx, dy),
            textcoords="offset points",
            ha="left" if dx > 0 else "right" if dx < 0 else "center",
            va="bottom" if dy > 0 else "top" if dy < 0 else "center",
            fontsize=8,
            color=_INK,
            zorder=4,
        )
        box = text.get_window_extent(renderer)
        covered = sum(_overlap(box, other) for other in boxes) + _outside(box, axes.bbox)
        if best is None or covered < best[0]:
            if best is not None:
                best[1].remove()
            best = (covered, text, box)
        else:
            text.remove()
        if covered == 0:
            break
    assert best is not None
    return best[2]


def _overlap(one: Any, other: Any) -> float:
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.y1, other.y1) - max(one.y0, other.y0)
    return float(width * height) if width > 0 and height > 0 else 0.0


def _outside(box: Any, frame: Any) -> float:
    return float(max(0, box.x1 - frame.x1) + max(0, frame.x0 - box.x0)) * 10


def _words(figure: Any, period: str, dots: Sequence[Dot]) -> None:
    figure.text(0.02, 0.955, period, fontsize=20, fontweight="bold", color=_INK)
    figure.text(0.02, 0.925, "Overheersend thema per plaats", fontsize=10.5, color=_INK)
    themes = [t for t in load_themes() if any(dot.theme == t.id for dot in dots)]
    figure.text(0.63, 0.875, "Thema", fontsize=10, fontweight="bold", color=_INK)
    for index, theme in enumerate(themes):
        y = 0.845 - 0.031 * index
        figure.text(0.63, y, "●", fontsize=11, color=theme.colour, va="center")
        figure.text(0.655, y, theme.nl, fontsize=9, color=_INK, va="center")
    said = (
        "Rond: gemeente; vierkant: provincie. Groter: meer thema's.\n"
        "Bron: de stukken in deze dataset."
    )
    figure.text(0.63, 0.06, said, fontsize=7.5, color="#5b6670", va="bottom")
