"""The dataset in other formats."""

from outputs.export.formats import FORMATS, export

__all__ = ["FORMATS", "export"]
