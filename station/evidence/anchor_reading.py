"""Which anchors a ledger holds around an entry, and how long its newest entries have been without one. Only reads.

Entries have no index by kind: every search here has a stated limit, so that a ledger of ten million entries is not read
through for an anchor that it does not have.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from station.evidence.anchors import ANCHOR, Received, is_outside, received
from station.evidence.ledger_reading import LedgerReader

LOOK = 65_536
"""Entries before and after a parcel among which its anchors are looked for: some days of a busy bench."""

CANDIDATES = 64
"""Anchors after a parcel among which the one for its bundle is chosen: about an hour's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Of a parcel: the newest anchor received before its first entry, and those of checkpoints that cover its last."""

    before: Received | None
    after: tuple[Received, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """How the ledger's end stands: ``newest`` covers everything before ``since_us``, if there is an entry after it."""

    newest: Received | None
    open_entries: int
    since_us: int | None  # when the oldest entry without an outside anchor was made; None: there is none


NEVER_ANCHORED = Exposure(newest=None, open_entries=0, since_us=None)


def around(reader: LedgerReader, first_seq: int, last_seq: int) -> Around:
    newest = reader.last_seq_of(ANCHOR)
    if newest is None:
        return Around(before=None, after=())
    older = _anchors(reader, reader.newest_before(ANCHOR, first_seq, limit=LOOK))
    covering = (one for one in _after(reader, last_seq, newest) if one.size > last_seq)
    return Around(before=next(older, None), after=tuple(islice(covering, CANDIDATES)))


def _after(reader: LedgerReader, seq: int, newest: int) -> Iterator[Received]:
    end = min(newest, seq + LOOK)
    while seq < end:
        numbers = reader.first_after(ANCHOR, seq, end, count=CANDIDATES)
        if not numbers:
            return
        yield from _anchors(reader, numbers)
        seq = numbers[-1]


def _anchors(reader: LedgerReader, numbers: list[int]) -> Iterator[Received]:
    """Those that hold; a false one is the audit's to tell."""
    for number in numbers:
        try:
            found = received(reader.entry(number))
        except ValueError:
            continue
        yield found


def newest_of(reader: LedgerReader, *, back: int = 8, limit: int = 4096) -> list[Received]:
    """The last anchors received, the newest first: at most ``back``, within ``limit`` entries of the last one."""
    newest = reader.last_seq_of(ANCHOR)
    if newest is None:
        return []
    return list(_anchors(reader, reader.newest_before(ANCHOR, newest + 1, limit=limit, count=back)))


def is_recorded(reader: LedgerReader, kind: str, by: str, size: int) -> bool:
    """Whether the ledger has this word on its first ``size`` entries: it then stands soon after them."""
    newest, seq = reader.last_seq_of(ANCHOR), size - 1
    while newest is not None and (numbers := reader.first_after(ANCHOR, seq, newest, count=CANDIDATES)):
        if any((one.size, one.anchor.kind, one.anchor.by) == (size, kind, by) for one in _anchors(reader, numbers)):
            return True
        seq = numbers[-1]
    return False


def exposure(reader: LedgerReader) -> Exposure:
    """Entries that are anchors themselves wait for nothing: a bench at rest would else anchor its anchors for ever."""
    outside = [one for one in newest_of(reader) if is_outside(one.anchor)]
    newest = max(outside, key=lambda one: one.size, default=None)
    start = 0 if newest is None else newest.size
    since = reader.first_other(ANCHOR, start)
    if since is None:
        return Exposure(newest=newest, open_entries=0, since_us=None)
    return Exposure(
        newest=newest, open_entries=reader.size - since, since_us=int(reader.entry(since).parsed()["wall_us"])
    )
