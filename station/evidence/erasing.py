"""What is taken out of a ledger when personal data is erased: salts, values, files' keys, at last the order's number.

Entries stay, and with them every proof. Which orders, and whether it may be done at all, is decided by whoever calls.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Protocol

from pysqlite3 import dbapi2 as sqlite

from station.evidence.entry import Entry
from station.evidence.fact import JSON, Fact, Receipt
from station.evidence.ledger_file import BUSY_TIMEOUT_S, Connection, broken, connect
from station.evidence.ledger_reading import LedgerReader, OrderSalt, open_reader
from station.rewriting import folded, write_anew

AT_ONCE = 32
"""Entries whose values go in one transaction: where the bench runs, a scan waits for one such at most."""

ERASED, HELD, RELEASED = "EvidenceErased", "EvidenceHeld", "EvidenceReleased"


class Scope(StrEnum):
    """What of a parcel is erased; each goes with the shelf life of its own."""

    VIDEO = "video"
    PHOTOS = "photos"
    PERSONAL = "personal"  # every committed value, label bytes, papers
    NUMBER = "number"  # the order's number and its salt: the entries are nobody's from then on


_OF_ROLE: Mapping[str, Scope] = {"video": Scope.VIDEO, "photo": Scope.PHOTOS}

Excuse = tuple[str, str, Scope]
"""Log, tag of the order or ``entry N`` of one without, and what may be missing there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """What is left to do on disk once the transaction has ended."""

    fields: int
    files: tuple[str, ...]  # names in the media folder that no entry needs any more


class Erasable(Protocol):
    """A ledger that something is taken out of: the bench's own, or what lends it to another thread."""

    @property
    def log_name(self) -> str: ...

    @property
    def lent(self) -> bool:
        """Whether a bench packs with it meanwhile: its file cannot be written anew then."""
        ...

    def append(
        self,
        facts: Sequence[Fact],
        *,
        order_no: str | None,
        by: str,
        checkpoint: bool = False,
        beside: Callable[[Connection], None] = ...,
    ) -> Receipt: ...

    def reader(self) -> LedgerReader: ...

    def forget_order(self) -> None: ...

    def scrub(self) -> bool: ...


def scope_of(role: str) -> Scope:
    return _OF_ROLE.get(role, Scope.PERSONAL)


def erased(
    scopes: Collection[Scope], *, rule: str, reason: str, logs: Sequence[tuple[str, str]], seqs: Sequence[int]
) -> Fact:
    """The entry that says so. ``logs`` are log and tag of the order in each; ``seqs`` entries that are of no order."""
    pub: dict[str, JSON] = {
        "scopes": sorted(scopes),
        "rule": rule,
        "logs": [list(pair) for pair in logs],
        "entries": list(seqs),
    }
    return Fact(kind=ERASED, pub=pub, com={"reason": reason} if reason else {})


def held(reader: LedgerReader, order_no: str) -> bool:
    """Whether it was put on legal hold by hand, as far as this log tells."""
    order = reader.order_salt(order_no)
    if order is None:
        return False
    newest: str | None = None
    for seq, _ in reader.leaves_of_order(order.id):
        newest = next((kind for kind in (HELD, RELEASED) if reader.has(seq, kind)), newest)
    return newest == HELD


def wipe(connection: Connection, order: OrderSalt, scopes: Collection[Scope]) -> Gone:
    """In the caller's transaction. Files are only named: they go when it has ended well."""
    seqs = [seq for (seq,) in connection.execute("SELECT seq FROM entry WHERE order_id = ?", (order.id,))]
    gone = wipe_entries(connection, seqs, scopes)
    if Scope.NUMBER in scopes:
        connection.execute("UPDATE order_salt SET order_no = NULL, salt = NULL WHERE id = ?", (order.id,))
    return gone


def wipe_order(
    ledger: Erasable,
    order: OrderSalt,
    scopes: Collection[Scope],
    fact: Fact,
    *,
    by: str,
    gone: Callable[[Gone], None],
    checkpoint: bool = False,
) -> None:
    """With an entry, ``fact``, in the last of its transactions; each before says which entries' values went with it."""
    reader = ledger.reader()
    full = [seq for seq, _ in reader.leaves_of_order(order.id) if reader.discloses(seq)]
    values = frozenset(scopes) - {Scope.NUMBER}
    while len(full) > AT_ONCE:
        some, full = full[:AT_ONCE], full[AT_ONCE:]
        said = Fact(kind=ERASED, pub={**fact.pub, "scopes": sorted(values), "logs": [], "entries": list(some)})
        ledger.append([said], order_no=order.order_no, by=by, beside=partial(_gone_with, gone, some, values))
    ledger.append(
        [fact],
        order_no=order.order_no,
        by=by,
        checkpoint=checkpoint,
        beside=lambda connection: gone(wipe(connection, order, scopes)),
    )
    ledger.forget_order()


def _gone_with(
    gone: Callable[[Gone], None], seqs: Sequence[int], scopes: Collection[Scope], connection: Connection
) -> None:
    gone(wipe_entries(connection, seqs, scopes))


def naming(reader: LedgerReader, words: Collection[str]) -> tuple[int, ...]:
    """Entries that are of another order or of none, and have a value with one of the words in it: a wrong scan."""
    return tuple(dict.fromkeys(seq for word in sorted(words) for seq in reader.disclosing_word(word)))


def wipe_naming(connection: Connection, words: Collection[str], seqs: Iterable[int]) -> Gone:
    """Those values alone, of these entries."""
    statement = "DELETE FROM disclosure WHERE seq = ? AND instr(value, ?)"
    fields = sum(connection.execute(statement, (seq, word.encode())).rowcount for seq in seqs for word in words)
    return Gone(fields=fields, files=())


def wipe_entries(connection: Connection, seqs: Iterable[int], scopes: Collection[Scope]) -> Gone:
    fields, files = 0, list[str]()
    for seq in seqs:
        if Scope.PERSONAL in scopes:
            fields += connection.execute("DELETE FROM disclosure WHERE seq = ?", (seq,)).rowcount
        for path in _media_gone(connection, seq, scopes):
            files.append(path)
    return Gone(fields=fields, files=tuple(files))


def _media_gone(connection: Connection, seq: int, scopes: Collection[Scope]) -> Iterator[str]:
    rows = connection.execute("SELECT idx, sha256, path FROM medium WHERE seq = ?", (seq,)).fetchall()
    if not rows:
        return
    (header,) = connection.execute("SELECT header FROM entry WHERE seq = ?", (seq,)).fetchone()
    listed = json.loads(header)["media"]
    for index, sha256, path in rows:
        if scope_of(listed[index]["role"]) not in scopes:
            continue
        connection.execute("DELETE FROM medium WHERE seq = ? AND idx = ?", (seq, index))
        others = "SELECT 1 FROM medium WHERE sha256 = ? AND path = ?"
        if connection.execute(others, (sha256, path)).fetchone() is None:
            connection.execute("DELETE FROM media_key WHERE path = ?", (path,))
            yield path


def unlink(folder: Path, files: Iterable[str]) -> None:
    """What a power cut leaves here no key opens, and the next start's sweep puts it away."""
    for name in files:
        (folder / name).unlink(missing_ok=True)


def wipe_past(file: Path, numbers: Iterable[str], words: Collection[str]) -> Iterator[Gone]:
    """All of these orders out of a ledger that was set aside; its bench signs it no more, so nothing is recorded."""
    with closing(open_reader(file)) as reader:
        orders = [order for number in numbers if (order := reader.order_salt(number)) is not None]
        log = reader.log
        others = naming(reader, words)
        if not orders and not others:
            return
    with set_aside(file, log) as connection:
        gone = [
            *(wipe(connection, order, frozenset(Scope)) for order in orders),
            wipe_naming(connection, words, others),
        ]
        yield from gone  # before it is for good


@contextmanager
def set_aside(file: Path, log: str) -> Iterator[Connection]:
    """A ledger of an earlier epoch, for one transaction; it is to be written anew after that (``scrubbing``)."""
    try:
        with closing(connect(file, log)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")
    except sqlite.DatabaseError as error:
        raise broken(error, file) from error


def scrub(connection: Connection, file: Path, *, whole: bool = True) -> bool:
    """Write the whole file anew: what was deleted is in no page, no free list and no write-ahead log after it.

    Deleted rows are overwritten at once (``secure_delete``), but a page that was split long before may keep a copy of
    them where no row stands any more. Not ``whole``, only the write-ahead log goes, and nobody is waited for: what a
    reader holds just now goes with the next time. False, when the whole file is still to be written anew.
    """
    if whole:
        with closing(sqlite.connect(file, timeout=BUSY_TIMEOUT_S, isolation_level=None)) as other:
            return write_anew(connection, other, file)
    connection.execute("PRAGMA busy_timeout=0").fetchall()
    folded(connection)
    connection.execute(f"PRAGMA busy_timeout={int(BUSY_TIMEOUT_S * 1000)}").fetchall()
    return False


def excuses(reader: LedgerReader) -> frozenset[Excuse]:
    """What may be missing because an entry says that it was erased, in this log and those before it."""
    return frozenset(excuse for entry in reader.of_kind(ERASED) for excuse in _excuses(reader.log, entry))


def _excuses(log: str, entry: Entry) -> Iterator[Excuse]:
    try:
        pub = entry.parsed()["pub"]
        scopes = [Scope(scope) for scope in pub["scopes"]]
        places = [*((one, tag) for one, tag in pub["logs"]), *((log, f"entry {seq}") for seq in pub["entries"])]
    except (KeyError, TypeError, ValueError):
        return  # the audit tells of an entry that is not what was recorded
    yield from ((*place, scope) for place in places for scope in scopes)


def remarks_of_erasure(entries: Iterable[Entry]) -> Iterator[str]:
    """What a bundle says of what is no longer in it, in plain words."""
    for entry in entries:
        fields = entry.parsed()
        if entry.kind == ERASED and fields["pub"]["logs"]:
            what = ", ".join(_WORDS[Scope(scope)] for scope in fields["pub"]["scopes"])
            day = datetime.fromtimestamp(fields["wall_us"] / 1_000_000, UTC).date().isoformat()
            why = "as the retention rules say" if fields["pub"]["rule"] == "retention" else "on request"
            yield f"{what} of this parcel were erased on {day} {why}, with an entry that says so: {entry.seq}"


_WORDS: Mapping[Scope, str] = {
    Scope.VIDEO: "the video segments",
    Scope.PHOTOS: "the photos",
    Scope.PERSONAL: "the personal data and label bytes",
    Scope.NUMBER: "the number",
}


def whole(entry: Entry) -> bool:
    """Whether every value that the entry commits to is still there; what is replayed must be."""
    fields = entry.parsed()
    if fields["tag"] and entry.order_no is None:
        return False
    return set(fields["com"]) == {secret.field for secret in entry.secrets}
