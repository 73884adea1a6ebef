"""Everything that users look at, written from one dataset."""

from __future__ import annotations

from pathlib import Path

from outputs.maps import write_maps
from outputs.merge import Dataset
from outputs.site.render import write_site
from outputs.tables import write_tables


def publish(dataset: Dataset, out: Path) -> None:
    """Writes tables, maps and site under `out`; raises StoreError where that cannot be."""
    write_tables(dataset, out / "tables")
    write_maps(dataset, out / "maps")
    write_site(dataset, out / "site")
