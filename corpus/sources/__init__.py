"""Where papers come from: folders and addresses."""

from corpus.sources.base import Source, distinct_names
from corpus.sources.folder import FolderSource
from corpus.sources.memory import MemorySource
from corpus.sources.web import WebSource

__all__ = ["FolderSource", "MemorySource", "Source", "WebSource", "distinct_names"]
