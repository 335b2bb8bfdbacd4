"""The logs of earlier epochs of this bench: files that were set aside in the home's folder ``epochs``, only read here.

Each has a folder of its own with the public keys that belong to it. A file that cannot be read any more hides no other.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from station.errors import LedgerBroken, Trouble
from station.evidence.ledger_reading import LedgerReader, open_reader
from station.home import Home

LEDGER = "ledger.db"
CARRIED = "in-the-order-book"
"""An empty file: the order book has all of that log, or refuses it; it is not asked again."""

OF_ORG = "org.vkey"


@dataclass(frozen=True, slots=True)
class PastLog:
    folder: Path
    reader: LedgerReader
    log: str
    size: int

    @property
    def epoch(self) -> int:
        return int(self.log.rsplit("/", 1)[1])


def past_folders(home: Home) -> tuple[Path, ...]:
    """Every ledger that was set aside, readable or not."""
    return tuple(sorted(file.parent for file in home.epochs.glob(f"*/{LEDGER}")))


class PastLogs:
    """Opened at first use and kept open. One log of each name: the longest, where a copy of it was set aside too."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._logs: tuple[PastLog, ...] | None = None

    def all(self) -> tuple[PastLog, ...]:
        """The oldest first."""
        if self._logs is None:
            self._logs = _longest(_opened(self._home))
        return self._logs

    def entries_of(self, order_no: str) -> list[tuple[str, int, bytes]]:
        """Log, number and leaf of what earlier epochs recorded of an order, as a seal lists it.

        Only of logs under the organisation's key of today: a bundle has room for one.
        """
        return [
            (past.log, seq, leaf)
            for past in of_organisation(self.all(), self._home)
            if (order := past.reader.order_salt(order_no)) is not None
            for seq, leaf in past.reader.leaves_of_order(order.id)
        ]

    def medium_is_named(self, name: str) -> bool:
        return any(past.reader.medium_is_named(name) for past in self.all())

    def close(self) -> None:
        logs, self._logs = self._logs or (), None
        for past in logs:
            past.reader.close()


def of_organisation(logs: tuple[PastLog, ...], home: Home) -> tuple[PastLog, ...]:
    today = _text(home.keys / OF_ORG)
    return tuple(past for past in logs if _text(past.folder / OF_ORG) == today)


def _opened(home: Home) -> list[PastLog]:
    opened: list[PastLog] = []
    for folder in past_folders(home):
        try:
            reader = open_reader(folder / LEDGER)
            opened.append(PastLog(folder, reader, reader.log, reader.size))
        except (LedgerBroken, Trouble):
            continue  # a damaged file was set aside because it is damaged; the audit tells of it
    return opened


def _longest(found: list[PastLog]) -> tuple[PastLog, ...]:
    by_log: dict[str, PastLog] = {}
    for past in sorted(found, key=lambda past: past.size):
        if past.log in by_log:
            by_log[past.log].reader.close()
        by_log[past.log] = past
    return tuple(sorted(by_log.values(), key=lambda past: past.epoch))


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""
