"""A page as a picture with what was found drawn on it: the tool to see how a paper was read."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
from PIL import Image, ImageDraw, ImageFont

from corpus.records import Box, Line, Mention, Page, Passage, PassageKind, Span

_SCALE = 2.0  # pixels a point; fewer on a page that would be wider or higher than _SIDE
_SIDE = 3000  # pixels
_MARGIN = 3.0  # points around a passage
# Colours that are told apart without red and green (Okabe and Ito 2008).
_COLOURS: dict[PassageKind, str] = {
    "body": "#0072B2",
    "heading": "#D55E00",
    "footnote": "#009E73",
    "list": "#56B4E9",
    "table": "#CC79A7",
    "quote": "#E69F00",
    "caption": "#999999",
    "toc": "#999999",
    "running_head": "#999999",
}
_MENTION = "#F0E442"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """What to draw on a page."""

    page: Page
    passages: Sequence[Passage]
    mentions: Sequence[Mention]
    gutter: float | None = None  # where its columns part, in points


def draw_page(data: bytes, layer: Layer) -> bytes:
    """The page of a PDF as PNG: passages framed and numbered by kind, mentions in yellow."""
    longest = max(layer.page.width, layer.page.height, 1.0)
    scale = min(_SCALE, _SIDE / longest)
    picture = _drawn(data, layer.page, scale)
    shade = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(shade)
    font = ImageFont.load_default(size=6 * _SCALE)
    for mention in layer.mentions:
        for box in _boxes(layer.page, mention.span):
            pen.rectangle(_pixels(box, scale), fill=_MENTION + "80")
    for passage in layer.passages:
        colour = _COLOURS[passage.kind]
        boxes = list(_boxes(layer.page, passage.span))
        if boxes:
            frame = _pixels(_around(boxes), scale)
            pen.rectangle(frame, outline=colour, width=2)
            label = f"{passage.index} {passage.kind} {passage.label}".strip()
            pen.text((frame[0] - 4, frame[1]), label, fill=colour, font=font, anchor="ra")
    if layer.gutter is not None:
        x = layer.gutter * scale
        pen.line((x, 0, x, picture.height), fill="#D55E00A0", width=2)
    file = io.BytesIO()
    Image.alpha_composite(picture, shade).convert("RGB").save(file, "PNG", optimize=True)
    return file.getvalue()


def _drawn(data: bytes, page: Page, scale: float) -> Image.Image:
    """The page's picture, turned so that its text stands upright."""
    pdf = pdfium.PdfDocument(data)
    try:
        shown: Image.Image = pdf[page.number - 1].render(scale=scale).to_pil().convert("RGBA")
    finally:
        pdf.close()
    return shown.rotate(-page.turned, expand=True) if page.turned else shown


def _boxes(page: Page, span: Span) -> Iterator[Box]:
    """Where a stretch of text stands on a page: a box a line."""
    for line in page.lines:
        if line.start < span.end and span.start < line.end:
            yield _part(line, span)


def _part(line: Line, span: Span) -> Box:
    """The part of a line's box that a span covers, as if its letters were equally wide."""
    x0, top, x1, bottom = line.box
    wide = (x1 - x0) / max(line.end - line.start, 1)
    left = max(span.start - line.start, 0) * wide
    right = min(span.end - line.start, line.end - line.start) * wide
    return x0 + left, top, x0 + right, bottom


def _around(boxes: Sequence[Box]) -> Box:
    return (
        min(box[0] for box in boxes) - _MARGIN,
        min(box[1] for box in boxes) - _MARGIN,
        max(box[2] for box in boxes) + _MARGIN,
        max(box[3] for box in boxes) + _MARGIN,
    )


def _pixels(box: Box, scale: float) -> Box:
    return box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale
