"""Makes every sample paper from its prose: `python -m corpus.samples.makers.make` from the root."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from corpus.samples.makers import pdf, plain, web, word
from corpus.samples.makers.prose import Prose, read_all

MAKERS: Mapping[str, Callable[[Prose], bytes]] = {
    ".pdf": pdf.make,
    ".docx": word.make,
    ".html": web.make,
    ".md": plain.make_markdown,
    ".txt": plain.make_text,
}


def make(prose: Prose) -> bytes:
    return MAKERS[Path(prose.name).suffix](prose)


def main() -> None:
    folder = Path(__file__).parent.parent
    for prose in read_all():
        (folder / prose.name).write_bytes(make(prose))
        print(prose.name)


if __name__ == "__main__":
    main()
