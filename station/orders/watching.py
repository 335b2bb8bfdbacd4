"""A folder whose files are imported by themselves: each is taken once, kept with its receipt, and never lost.

A file is taken when two looks found it alike, because a share or a browser may still be writing it. What was imported
goes to ``done/``, what could not be to ``refused/``, under its name and the beginning of its hash, so that every step
may be interrupted and done again. Who looks how often is the caller's affair.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from station.errors import Trouble
from station.orders.engine import reading
from station.orders.import_records import ImportRecord, taken_before
from station.orders.importing import FileReport, Shelf, take_files
from station.orders.shop_time import utc_text

DONE, REFUSED = "done", "refused"
RECEIPT = ".receipt.json"
FILES_AT_ONCE = 200
"""Of one look; the others wait for the next."""

ENTRIES_MAX = 100_000
_UNFINISHED = (".tmp", ".part", ".partial", ".crdownload", ".download", ".filepart")
_HIDDEN = (".", "~$")

OpenShelf = Callable[[int], AbstractContextManager[Shelf]]
"""Opens the book for the files of one look, at that time, and closes it; so settings and rules are the newest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handled:
    """What became of one file: the receipt as it was written, and whether anything of it was refused."""

    name: str
    receipt: dict[str, Any]
    fault: bool

    @property
    def sentence(self) -> str:
        return f"{self.name}: {self.receipt['said']}"


@dataclass(frozen=True, slots=True)
class _Look:
    """What a file was like at a look."""

    size: int
    mtime_ns: int


class FolderWatch:
    """Looks at one folder again and again; what it remembers between two looks is only what files were like."""

    def __init__(self, folder: Path, open_shelf: OpenShelf) -> None:
        self._folder = folder
        self._open_shelf = open_shelf
        self._before: dict[str, _Look] = {}
        self._said: dict[str, str] = {}

    def look(self, *, now_us: int) -> tuple[Handled, ...]:
        """Take every file that has stood still since the last look, the oldest first: newer ones say what is so now.

        Raises:
            Trouble: the folder or the order book cannot be reached; nothing is lost, and the next look may do.
        """
        found = _files(self._folder)
        steady = [name for name, now in found.items() if now.size and self._before.get(name) == now]
        self._before = found
        if not steady:
            return ()
        oldest_first = sorted(steady, key=lambda name: (found[name].mtime_ns, name))
        with self._open_shelf(now_us) as shelf:
            handled = [self._handle(shelf, name, found[name], now_us) for name in oldest_first[:FILES_AT_ONCE]]
        return tuple(each for each in handled if each is not None)

    def _handle(self, shelf: Shelf, name: str, was: _Look, now_us: int) -> Handled | None:
        """One file to its place; None when it has to wait and that has been said."""
        path = self._folder / name
        try:
            handled = _take(shelf, path, was, now_us)
        except OSError as error:
            said = f"waits in the folder: {(error.strerror or 'it cannot be read').lower()}"
            known, self._said[name] = self._said.get(name), said
            return None if known == said else Handled(name=name, receipt={"file": name, "said": said}, fault=True)
        self._said.pop(name, None)
        return handled


def _files(folder: Path) -> dict[str, _Look]:
    found: dict[str, _Look] = {}
    try:
        with os.scandir(folder) as entries:
            for count, entry in enumerate(entries):
                if count > ENTRIES_MAX:
                    raise Trouble(f"the watched folder has more than {ENTRIES_MAX} files", where=str(folder))
                if _is_to_be_taken(entry):
                    stat = entry.stat(follow_symlinks=False)
                    found[entry.name] = _Look(stat.st_size, stat.st_mtime_ns)
    except OSError as error:
        what = f"the watched folder cannot be read: {(error.strerror or 'unknown').lower()}"
        raise Trouble(what, where=str(folder), remedy="It is looked at again.") from error
    return found


def _is_to_be_taken(entry: os.DirEntry[str]) -> bool:
    name = entry.name
    if name.startswith(_HIDDEN) or name.lower().endswith((*_UNFINISHED, RECEIPT)):
        return False
    return entry.is_file(follow_symlinks=False)


def _take(shelf: Shelf, path: Path, was: _Look, now_us: int) -> Handled | None:
    with path.open("rb") as stream:
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    with reading(shelf.book.engine) as connection:
        before = taken_before(connection, sha256)
    (report,), _batch = take_files(shelf, [path], now_us=now_us, dry_run=before is not None)
    stat = path.stat()
    if _Look(stat.st_size, stat.st_mtime_ns) != was:
        return None  # it was written meanwhile: what stands in it now is taken at a later look
    receipt = _receipt(shelf, path.name, sha256, report, before, now_us)
    kept = _keep(path, REFUSED if report.trouble else DONE, sha256, receipt, again=before is not None)
    return Handled(name=path.name, receipt=kept, fault=bool(report.trouble or report.faults))


def _receipt(
    shelf: Shelf, name: str, sha256: str, report: FileReport, before: ImportRecord | None, now_us: int
) -> dict[str, Any]:
    counts = dict(before.counts) if before else {**asdict(report.counts), "refused": len(report.faults)}
    head = {
        "said": report.trouble or _said(report, counts, before),
        "file": name,
        "sha256": sha256,
        "at": utc_text(before.at_us if before else now_us),
        "by": before.who if before else shelf.who,
        "shop": shelf.shop_name,
    }
    if report.trouble:
        return head
    errors = [{"row": each.row, "column": each.column, "message": each.message} for each in report.faults]
    return {**head, "source": report.source, **counts, "errors": errors}


def _said(report: FileReport, counts: dict[str, int], before: ImportRecord | None) -> str:
    if before:
        return f"imported already, {utc_text(before.at_us)}, as {Path(before.file).name}; nothing was changed now"
    refused = f"; {counts['refused']} rows refused, see errors" if counts["refused"] else ""
    return (
        f"imported as {report.source}: {counts['orders']} orders, {counts['new']} new, {counts['updated']} updated, "
        f"{counts['unchanged']} unchanged; {counts['held']} held, {counts['closed']} closed{refused}"
    )


def _keep(path: Path, where: str, sha256: str, receipt: dict[str, Any], *, again: bool) -> dict[str, Any]:
    """The receipt first, then the file beside it. The first receipt of a file stays: it has its counts and errors."""
    folder = path.parent / where
    folder.mkdir(exist_ok=True)
    kept_as = folder / f"{path.stem}.{sha256[:12]}{path.suffix}"
    beside = kept_as.with_name(kept_as.name + RECEIPT)
    if not (again and beside.exists()):
        unfinished = beside.with_name(beside.name + ".tmp")
        unfinished.write_text(json.dumps(receipt, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        unfinished.replace(beside)
    path.replace(kept_as)  # of the same name only with the same content, so nothing is lost by it
    return receipt
