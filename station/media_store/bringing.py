"""An order's files that have left this disk, brought back into the media folder: read there, opened, compared, renamed.

What was brought back stays as long as a new file would.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from station.beside import run_beside
from station.errors import Trouble
from station.evidence.entry import Entry
from station.evidence.keys import lasting_folder, sync_folder
from station.evidence.ledger_reading import LedgerReader, open_reader
from station.evidence.media import SEALED, intact
from station.evidence.past import PastLogs
from station.evidence.related import parcel_with, related_numbers
from station.home import Home
from station.media_store.copies import if_there
from station.media_store.copying import local_files
from station.media_store.opening import open_place
from station.media_store.place import Place, Spent
from station.media_store.recorded import Recorded
from station.settings import load

_UNFINISHED = ".new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """Names; ``lost`` are neither here nor, as they were recorded, there."""

    files: tuple[str, ...]
    lost: tuple[str, ...]


def missing_of(home: Home, order_no: str) -> tuple[Recorded, ...]:
    """Sealed files that entries of the order name and that are not here."""
    with _logs(home) as logs:
        found = {each.name: each for reader in logs for each in _of_order(reader, order_no)}
    return tuple(one for one in found.values() if not (home.media / one.name).is_file())


def known(home: Home, order_no: str) -> bool:
    """Whether a log of this home tells of the order, in a parcel of its own or in another's."""
    with _logs(home) as logs:
        return any(reader.order_salt(parcel_with(reader, order_no)) is not None for reader in logs)


@contextmanager
def _logs(home: Home) -> Iterator[list[LedgerReader]]:
    """Of all epochs, the oldest first."""
    with ExitStack() as opened:
        past = opened.enter_context(closing(PastLogs(home)))
        readers = [one.reader for one in past.all()]
        if home.ledger_file.is_file():
            readers.append(opened.enter_context(closing(open_reader(home.ledger_file))))
        yield readers


def _of_order(reader: LedgerReader, order_no: str) -> Iterator[Recorded]:
    for number in dict.fromkeys((order_no, *related_numbers(reader, order_no))):
        for seq in reader.by_tag(number):
            yield from _of_entry(reader.entry(seq))


def _of_entry(entry: Entry) -> Iterator[Recorded]:
    for medium in entry.media:
        if medium.path.endswith(SEALED) and medium.key:
            yield Recorded(name=medium.path, sha256=medium.sha256, key=medium.key)


def bring(home: Home, place: Place, files: tuple[Recorded, ...], spent: Spent) -> Brought:
    """``Trouble`` when the place does not answer or the disk here takes no more."""
    came, lost = list[str](), list[str]()
    for one in files:
        (came if _bring(home.media, place, one, spent) else lost).append(one.name)
    with if_there(home) as copies:
        for file in local_files(home, came):
            if copies is not None:
                copies.note_brought(file.name, file.kept_us)
    return Brought(files=tuple(came), lost=tuple(lost))


def _bring(media: Path, place: Place, one: Recorded, spent: Spent) -> bool:
    new = media / (one.name + _UNFINISHED)
    try:
        lasting_folder(media)
        try:
            with new.open("wb") as stream:
                for piece in place.read(one.name, spent):
                    stream.write(piece)
                stream.flush()
                os.fsync(stream.fileno())
        except FileNotFoundError:
            new.unlink(missing_ok=True)
            return False
        if not intact(new, one.sha256.hex(), one.key):
            new.unlink(missing_ok=True)
            return False
        new.replace(media / one.name)
        sync_folder(media)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise Trouble(
            f"a copy could not be brought back: {error.strerror}", where=str(media), remedy="Make room on the disk."
        ) from error
    return True


BESIDE_S: Final = 60.0


def bring_beside(home: Home, order_no: str) -> None:
    """The same for a window, in a process of its own: its store's library computes long. What does not come in time is
    told as missing by whoever reads the files."""
    with suppress(Trouble):
        if load(home).media_store.place and missing_of(home, order_no):
            run_beside(home, ("evidence", "media", f"--bring={order_no}"), seconds=BESIDE_S)


def bring_missing(home: Home, order_no: str) -> str:
    """Before an order is shown or exported: what could not be brought back, in words; empty when nothing is missing."""
    try:
        settings = load(home).media_store
        missing = missing_of(home, order_no) if settings.place else ()
        if not missing:
            return ""
        with closing(open_place(home, settings)) as place:
            lost = bring(home, place, missing, lambda _size: None).lost
    except Trouble as trouble:
        return f"files that have left this disk are not shown: {trouble.sentence()}"
    return f"{len(lost)} files are neither here nor in the second place as they were recorded" if lost else ""
