"""The picture of a page with what was found on it."""

from __future__ import annotations

import io

from PIL import Image

from corpus.records import Mention, SourceItem, Span
from extractors.text.reading import read_document
from outputs.page_picture import Layer, draw_page
from tests.extractors.text.printing import body, head, printed


def picture(data: bytes, document, *mentions: Mention) -> Image.Image:
    layer = Layer(page=document.pages[0], passages=document.passages, mentions=mentions)
    return Image.open(io.BytesIO(draw_page(data, layer)))


def test_passages_are_framed_and_names_are_marked():
    data = printed(head("Stedenband"), body("De raad besluit een band aan te gaan met Lünen."))
    document = read_document(SourceItem(name="a.pdf", data=data)).document
    at = document.text.index("Lünen")
    name = Mention(label="PLACE", evidence=document.evidence(Span(at, at + 5)))
    bare, marked = picture(data, document), picture(data, document, name)
    [line] = [line for page in document.pages for line in page.lines if line.start <= at < line.end]
    middle = (2 * line.box[1] + 2 * line.box[3]) / 2
    last = (2 * line.box[2] - 12, middle - 9)
    assert bare.size == (round(2 * document.pages[0].width), round(2 * document.pages[0].height))
    assert bare.getpixel(last)[2] > marked.getpixel(last)[2]
    colours = {colour for _, colour in bare.getcolors(100_000)}
    assert (0, 114, 178) in colours  # the frame of a paragraph
    assert (213, 94, 0) in colours  # of a heading
