"""Sources that a paper cites, from its numbered notes and reference lists."""

from extractors.citations.notes import citation_spans, find_citations

__all__ = ["citation_spans", "find_citations"]
