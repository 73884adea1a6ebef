"""Papers on disk: files as they are given, folders walked in order of name.

In a folder only files with a paper's suffix are taken; hidden files, README files and sub-folders
that hold annotations (`gold`) or scripts (`makers`) are passed by. A file that was named by the
user is taken whatever it is called: the reader looks at its bytes.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.errors import SourceError
from corpus.records.document import SourceItem

PAPER_SUFFIXES = (".pdf", ".docx", ".html", ".htm", ".md", ".txt")
PASSED_FOLDERS = ("gold", "makers")


class FolderSource:
    """The papers under `paths` (files and folders), none larger than `max_bytes`."""

    def __init__(self, paths: Sequence[Path], *, max_bytes: int) -> None:
        self._paths = tuple(paths)
        self._max_bytes = max_bytes

    def items(self) -> Iterator[SourceItem | SourceError]:
        """Every paper once; an error for each that is missing, too large or cannot be read."""
        found: list[Path] = []
        for path in self._paths:
            for each in _walk(path) if path.is_dir() else (path,):
                if isinstance(each, SourceError):
                    yield each
                else:
                    found.append(each)
        once = list({os.path.realpath(path): path for path in reversed(found)}.values())[::-1]
        names = _names(once)
        for path in once:
            yield _read(path, names[path], self._max_bytes)


def _walk(folder: Path) -> Iterator[Path | SourceError]:
    errors: list[OSError] = []
    found = 0
    for at, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(n for n in folders if n not in PASSED_FOLDERS and n[0] != ".")
        for name in sorted(files):
            if _is_paper(Path(name)):
                found += 1
                yield Path(at) / name
    for error in errors:
        yield SourceError(str(error.filename), f"the folder cannot be read ({error.strerror})")
    if not found and not errors:
        kinds = " ".join(PAPER_SUFFIXES)
        yield SourceError(str(folder), "there is no paper in this folder", f"Papers end in {kinds}")


def _is_paper(path: Path) -> bool:
    hidden = path.name.startswith((".", "~$"))  # ~$ is the lock that a word processor leaves
    return not hidden and path.suffix.lower() in PAPER_SUFFIXES and path.stem.lower() != "readme"


def _names(paths: Sequence[Path]) -> dict[Path, str]:
    """The file's name, with as many of its folders in front as tell it from its namesakes."""
    parts = {path: Path(os.path.abspath(path)).parts for path in paths}  # noqa: PTH100 - no links followed
    depth = dict.fromkeys(paths, 1)
    while True:
        groups: defaultdict[str, list[Path]] = defaultdict(list)
        for path in paths:
            groups["/".join(parts[path][-depth[path] :])].append(path)
        alike = [path for group in groups.values() if len(group) > 1 for path in group]
        deeper = [path for path in alike if depth[path] < len(parts[path]) - 1]
        if not deeper:
            return {path: name for name, group in groups.items() for path in group}
        for path in deeper:
            depth[path] += 1


def _read(path: Path, name: str, max_bytes: int) -> SourceItem | SourceError:
    if not path.is_file():
        return SourceError(str(path), "there is no such file", "Check the spelling.")
    try:
        size = path.stat().st_size
        if size > max_bytes:
            limit = f"{max_bytes / 1_000_000:g} MB"
            reason = f"at {size / 1_000_000:.1f} MB it is larger than {limit}"
            return SourceError(str(path), reason, "Raise max_megabytes to read it.")
        data = path.read_bytes()
    except OSError as error:
        reason = f"the file cannot be read ({error.strerror or error})"
        return SourceError(str(path), reason, "Check its permissions.")
    return SourceItem(name=name, data=data, origin=str(path))
