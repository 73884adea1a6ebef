"""What is done with one paper, from its bytes to its records; what a guarded process runs.

Every paper is read and analysed behind one boundary, `analyse_item`: whatever goes wrong with one
paper becomes that paper's row and never costs another.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from corpus.errors import UnreadablePaper
from corpus.records import Analysis, SourceItem
from extractors.analyse import Tools, ToolsNote, analyse, describe_tools, load_tools
from extractors.text.reading import read_document
from flows.choice import ToolChoice
from flows.failures import failed


@cache
def tools_for(choice: ToolChoice) -> Tools:
    """The tools, loaded once per process."""
    return load_tools(choice.pipeline, _classifier(choice), choice.reading)


def describe(choice: ToolChoice) -> ToolsNote:
    """What the tools are, without loading what is heavy.

    Raises ModelMissing for a pipeline or classifier that is not there.
    """
    return describe_tools(choice.pipeline, _classifier(choice), choice.reading)


def _classifier(choice: ToolChoice) -> Path | None:
    return Path(choice.classifier) if choice.classifier else None


def analyse_item(item: SourceItem, tools: Tools) -> Analysis:
    """One paper from bytes to records; a paper that fails becomes an analysis that says so."""
    try:
        return analyse(read_document(item, tools.reading), tools)
    except UnreadablePaper as error:
        return failed(item, error, tools.fingerprint)
    except MemoryError:
        short = UnreadablePaper(item.name, "it takes more memory than there is", code="too_large")
        return failed(item, short, tools.fingerprint)
    except Exception as error:  # noqa: BLE001 - the one boundary: one paper never costs another
        wrong = UnreadablePaper(
            item.name,
            f"stedenband failed on it ({type(error).__name__}: {error})",
            "Please report this with the paper, if it is public.",
            code="internal",
        )
        return failed(item, wrong, tools.fingerprint)
