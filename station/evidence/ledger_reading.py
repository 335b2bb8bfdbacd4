"""Reading the ledger: entries, hashes of the tree, checkpoints. Nothing here writes.

No read stays open between two calls: an idle reader would keep the write-ahead log from being folded.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from station.evidence.canonical import INT_LIMIT, encode
from station.evidence.commitment import SALT_SIZE, order_tag
from station.evidence.entry import Entry, Secret, SecretMedium
from station.evidence.ledger_file import FAILURES, Connection, broken, connect_reading, damaged
from station.evidence.media import SEALED
from station.evidence.merkle import TILE_HEIGHT, leaf_hash

MARK_EVERY = 1024

_CHUNK = 256


@dataclass(frozen=True, slots=True)
class OrderSalt:
    id: int
    order_no: str
    salt: bytes
    tag: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tag", order_tag(self.salt, self.order_no))


@dataclass(frozen=True, slots=True)
class StoredCheckpoint:
    size: int
    note: str


@dataclass(frozen=True, slots=True)
class LedgerReader:
    """``file`` only names the ledger in messages."""

    connection: Connection
    file: Path

    @property
    def log(self) -> str:
        names = [name for (name,) in self._typed((str,), "SELECT name FROM log")]
        if len(names) != 1 or not _LOG_NAME.fullmatch(names[0]):
            raise damaged("it does not say whose it is", self.file)
        return str(names[0])

    @property
    def size(self) -> int:
        return int(self._all(_SIZE)[0][0])

    def entries(self, from_seq: int = 0, to_seq: int | None = None) -> Iterator[Entry]:
        """From the first to the last number, both included; up to the newest at the time of the call by default."""
        last = self.size - 1 if to_seq is None else min(to_seq, self.size - 1)
        return self._entries(from_seq, last)

    def _entries(self, from_seq: int, last: int) -> Iterator[Entry]:
        for first in range(from_seq, last + 1, _CHUNK):
            yield from self._chunk(first, min(first + _CHUNK - 1, last))

    def _chunk(self, first: int, last: int) -> Iterator[Entry]:
        rows = self._typed(
            (int, str, bytes, bytes, str | None),
            "SELECT seq, kind, header, leaf, order_no FROM entry LEFT JOIN order_salt ON order_id = id"
            " WHERE seq BETWEEN ? AND ? ORDER BY seq",
            first,
            last,
        )
        secrets: dict[int, list[Secret]] = {}
        for seq, name, salt, value in self._typed((int, str, bytes, bytes), _DISCLOSURES, first, last):
            secrets.setdefault(seq, []).append(Secret(field=name, salt=salt, value=value))
        media: dict[int, list[SecretMedium]] = {}
        for seq, index, salt, sha256, path, key in self._typed(_MEDIUM, _MEDIA, first, last):
            medium = SecretMedium(index=index, salt=salt, sha256=sha256, path=path, key=key or b"")
            media.setdefault(seq, []).append(medium)
        for seq, kind, header, leaf, order_no in rows:
            yield Entry(
                seq=seq,
                kind=kind,
                header=header,
                leaf=leaf,
                order_no=order_no,
                secrets=tuple(secrets.get(seq, ())),
                media=tuple(media.get(seq, ())),
            )

    def entry(self, seq: int) -> Entry:
        """``LedgerBroken`` when the log has no such entry, or other bytes than were hashed."""
        found = list(self._chunk(seq, seq))
        if not found:
            raise damaged(f"entry {seq} is missing", self.file)
        if leaf_hash(found[0].header) != found[0].leaf:
            raise damaged(f"entry {seq} is not what was recorded", self.file)
        return found[0]

    def has(self, seq: int, kind: str) -> bool:
        return bool(self._all("SELECT 1 FROM entry WHERE seq = ? AND kind = ?", seq, kind))

    def of_kind(self, kind: str) -> Iterator[Entry]:
        """Every entry of a kind, the oldest first; the whole log is looked through unless it has none."""
        if kind in self.marks():
            yield from (self.entry(seq) for (seq,) in self._all("SELECT seq FROM entry WHERE kind = ?", kind))

    def disclosing(self) -> Iterator[Entry]:
        """Entries that still have a value or a file to show, the oldest first."""
        after = -1
        while rows := self._all(_DISCLOSING, after, after, _CHUNK):
            yield from (self.entry(seq) for (seq,) in rows)
            after = rows[-1][0]

    def discloses(self, seq: int) -> bool:
        """Whether the entry still has a value or a file to show."""
        return bool(self._all(_SHOWS, seq, seq))

    def disclosing_word(self, word: str) -> list[int]:
        """Entries with a value that has this word in it; every value is looked at."""
        return [int(row[0]) for row in self._all("SELECT seq FROM disclosure WHERE instr(value, ?)", word.encode())]

    def orders_by_age(self) -> Iterator[tuple[str, int]]:
        """Every order that still has its number, and its first entry, in the order in which they came here."""
        after = 0
        while rows := self._all(_BY_AGE, after, _CHUNK):
            yield from ((order_no, first) for _, order_no, first in rows if first is not None)
            after = rows[-1][0]

    def nodes(self, level: int, first: int, count: int) -> list[bytes]:
        """Stored hashes of the tree, as ``merkle.Nodes`` asks for them."""
        if level == 0:
            rows = self._typed(
                (bytes,), "SELECT leaf FROM entry WHERE seq BETWEEN ? AND ? ORDER BY seq", first, first + count - 1
            )
        else:
            rows = self._typed(
                (bytes,),
                "SELECT hash FROM node WHERE level = ? AND idx BETWEEN ? AND ? ORDER BY idx",
                level,
                first,
                first + count - 1,
            )
        return [row[0] for row in rows]

    def last_seq_of(self, kind: str) -> int | None:
        marked = self.marks().get(kind)
        if marked is None:
            return None
        newest = "SELECT max(seq) FROM entry WHERE kind = ? AND seq BETWEEN ? AND ?"
        return int(self._all(newest, kind, marked, marked + MARK_EVERY - 1)[0][0])

    def newest_before(self, kind: str, seq: int, *, limit: int, count: int = 1) -> list[int]:
        """Numbers of entries of this kind before ``seq``, the newest first, at most ``limit`` entries back."""
        rows = self._all(_BEFORE, max(0, seq - limit), seq - 1, kind, count)
        return [int(row[0]) for row in rows]

    def first_after(self, kind: str, seq: int, end: int, *, count: int) -> list[int]:
        """Numbers of the next entries of this kind after ``seq``, up to ``end``."""
        return [int(row[0]) for row in self._all(_AFTER, seq + 1, end, kind, count)]

    def first_other(self, kind: str, seq: int) -> int | None:
        """The number of the first entry from ``seq`` on that is of another kind."""
        rows = self._all("SELECT seq FROM entry WHERE seq >= ? AND kind <> ? ORDER BY seq LIMIT 1", seq, kind)
        return int(rows[0][0]) if rows else None

    def marks(self) -> dict[str, int]:
        """Of each kind an entry that has no other of its kind ``MARK_EVERY`` or more entries after it."""
        return dict(self._typed((str, int), "SELECT kind, seq FROM mark"))

    def order_salt(self, order_no: str) -> OrderSalt | None:
        number = unicodedata.normalize("NFC", order_no)
        found = "SELECT id, order_no, salt FROM order_salt WHERE order_no = ?"
        rows = self._typed((int, str, bytes), found, number)
        if rows and len(rows[0][2]) != SALT_SIZE:
            raise damaged("an order's salt is cut short", self.file)
        return OrderSalt(*rows[0]) if rows else None

    def next_order_id(self) -> int:
        return int(self._all("SELECT coalesce(max(id), 0) + 1 FROM order_salt")[0][0])

    def leaves_of_order(self, order_id: int) -> list[tuple[int, bytes]]:
        return [(seq, leaf) for seq, leaf in self._typed((int, bytes), _OF_ORDER, order_id)]

    def by_tag(self, order_no: str) -> list[int]:
        """Numbers of the order's entries, in order; empty for an order this log does not know."""
        order = self.order_salt(order_no)
        return [] if order is None else [seq for seq, _ in self.leaves_of_order(order.id)]

    def joining(self, order_no: str) -> Iterator[tuple[str, str | None, bytes]]:
        """Kind, order and value of every entry whose field ``joined`` has this word, the newest first."""
        yield from self._typed((str, str | None, bytes), _JOINING, encode(order_no))

    def latest_checkpoint(self) -> StoredCheckpoint | None:
        rows = self._typed((int, str), "SELECT size, note FROM checkpoint ORDER BY size DESC LIMIT 1")
        return StoredCheckpoint(*rows[0]) if rows else None

    def checkpoint_at(self, size: int) -> StoredCheckpoint | None:
        rows = self._typed((int, str), "SELECT size, note FROM checkpoint WHERE size = ?", size)
        return StoredCheckpoint(*rows[0]) if rows else None

    def checkpoints(self, first: int = 0, last: int = INT_LIMIT) -> list[StoredCheckpoint]:
        """Those of sizes from ``first`` to ``last``, both included."""
        rows = self._typed((int, str), _CHECKPOINTS, first, last)
        return [StoredCheckpoint(*row) for row in rows]

    def stray_checkpoints(self) -> list[int]:
        """Sizes of checkpoints that cover entries which are not there, or none."""
        return [int(row[0]) for row in self._all(_STRAY_CHECKPOINTS)]

    def stray_nodes(self) -> bool:
        """Whether the tree has not just the hashes that a log of this size must have."""
        size, there = self._all(_SIZE_AND_NODES)[0]
        return bool(there != sum(size >> level for level in range(TILE_HEIGHT, 64, TILE_HEIGHT)))

    def integrity(self) -> list[str]:
        """SQLite's own complaints about the file; none is good."""
        words = [" ".join(str(row[0]).split()) for row in self._all("PRAGMA integrity_check")]
        strays = [f"a row of {row[0]} belongs to no entry" for row in self._all("PRAGMA foreign_key_check")]
        return [word for word in words if word != "ok"] + strays

    def medium_is_named(self, name: str) -> bool:
        """Whether an entry names the file: a sealed one by its name, a plain one by its SHA-256."""
        if name.endswith(SEALED):
            return bool(self._all("SELECT 1 FROM media_key WHERE path = ?", name))
        return bool(self._all("SELECT 1 FROM medium WHERE sha256 = ? LIMIT 1", bytes.fromhex(name)))

    def sealed_media(self) -> list[tuple[str, bytes, bytes]]:
        """Name, SHA-256 of the plain bytes and key of every sealed file that an entry names; all media are looked
        through."""
        found = "SELECT DISTINCT medium.path, sha256, key FROM medium JOIN media_key ON media_key.path = medium.path"
        return self._typed((str, bytes, bytes), found)

    def plain_media(self) -> list[tuple[str, bytes]]:
        """Name and SHA-256 of every file of before keys that an entry names; all media are looked through."""
        return [
            (row[0], row[1])
            for row in self._all("SELECT DISTINCT path, sha256 FROM medium WHERE path NOT GLOB ?", f"*{SEALED}")
        ]

    def plain_state(self, name: str) -> bool | None:
        """Of a plain file: whether an entry needs it under this name; None when no entry ever knew its bytes."""
        rows = self._all("SELECT max(path = ?) FROM medium WHERE sha256 = ?", name, bytes.fromhex(name))
        return None if rows[0][0] is None else bool(rows[0][0])

    def close(self) -> None:
        self.connection.close()

    def _typed(self, kinds: tuple[Any, ...], statement: str, *values: object) -> list[Any]:
        """Rows of these types; a damaged file may hold text where bytes were written, or nothing."""
        rows = self._all(statement, *values)
        if not all(all(map(isinstance, row, kinds)) for row in rows):
            raise damaged("it gives back what was never written", self.file)
        return rows

    def _all(self, statement: str, *values: object) -> list[Any]:
        try:
            return list(self.connection.execute(statement, values).fetchall())
        except FAILURES as error:
            raise broken(error, self.file) from error


_SIZE = "SELECT coalesce(max(seq) + 1, 0) FROM entry"
_SIZE_AND_NODES = "SELECT (SELECT coalesce(max(seq) + 1, 0) FROM entry), (SELECT count(*) FROM node)"
_STRAY_CHECKPOINTS = (
    "SELECT size FROM checkpoint WHERE size < 1 OR size > (SELECT coalesce(max(seq) + 1, 0) FROM entry)"
)
_LOG_NAME = re.compile(r"[^/]+/[^/]+/[1-9][0-9]{0,9}")
_CHECKPOINTS = "SELECT size, note FROM checkpoint WHERE size BETWEEN ? AND ? ORDER BY size"
_DISCLOSURES = "SELECT seq, field, salt, value FROM disclosure WHERE seq BETWEEN ? AND ? ORDER BY seq, field"
_DISCLOSING = (
    "SELECT seq FROM (SELECT seq FROM disclosure WHERE seq > ? UNION SELECT seq FROM medium WHERE seq > ?)"
    " ORDER BY seq LIMIT ?"
)
_SHOWS = "SELECT 1 WHERE EXISTS (SELECT 1 FROM disclosure WHERE seq = ?) OR EXISTS (SELECT 1 FROM medium WHERE seq = ?)"
_BY_AGE = (
    "SELECT id, order_no, (SELECT min(seq) FROM entry WHERE order_id = id) FROM order_salt"
    " WHERE id > ? AND order_no IS NOT NULL ORDER BY id LIMIT ?"
)
_MEDIUM = (int, int, bytes, bytes, str, bytes | None)
_MEDIA = (
    "SELECT seq, idx, salt, sha256, medium.path, key FROM medium LEFT JOIN media_key ON media_key.path = medium.path"
    " WHERE seq BETWEEN ? AND ? ORDER BY seq, idx"
)
_JOINING = (
    "SELECT kind, order_no, value FROM disclosure JOIN entry USING (seq) LEFT JOIN order_salt ON order_id = id"
    " WHERE field = 'joined' AND instr(value, ?) ORDER BY seq DESC"
)
_BEFORE = "SELECT seq FROM entry WHERE seq BETWEEN ? AND ? AND kind = ? ORDER BY seq DESC LIMIT ?"
_AFTER = "SELECT seq FROM entry WHERE seq BETWEEN ? AND ? AND kind = ? ORDER BY seq LIMIT ?"
_OF_ORDER = "SELECT seq, leaf FROM entry WHERE order_id = ? ORDER BY seq"


def open_reader(file: Path) -> LedgerReader:
    return LedgerReader(connect_reading(file), file)
