"""What is known of a bench's log outside its ledger, and what follows when the ledger says otherwise. Pure.

Who knows it, and how it is asked, is others' business: its memory, the order book, a witness.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from station.evidence.fact import JSON


class Cause(StrEnum):
    """Why a ledger is not gone on with, or why an epoch was begun."""

    ROLLED_BACK = "rolled_back"  # others know more of it
    FORKED = "forked"  # others know other entries
    GONE = "gone"  # there is no ledger, or none that can be read
    MACHINE = "other_machine"  # it wakes up on a machine that it was not written on
    COPY = "copy"  # the home that it was copied from is still there
    ASKED = "asked"  # nothing is wrong: a key is rotated, or a supervisor wants it


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """The ledger at hand."""

    log: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What somebody else knows: a log of this bench with ``size`` entries.

    ``agrees``: how many first entries of the ledger at hand are surely the same there. None when that cannot be said:
    another log, or a root that is not this ledger's.
    """

    where: str
    log: str
    size: int
    agrees: int | None = None
    root: str = ""  # base64, when it is known


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    cause: Cause
    words: str


def epoch_of(log: str) -> int:
    return int(log.rsplit("/", 1)[1])


def doubts(own: Own, known: Iterable[Known]) -> Iterator[Doubt]:
    for other in known:
        words = f"{other.where} knows {other.size} entries of {other.log}"
        if epoch_of(other.log) > epoch_of(own.log):
            yield Doubt(cause=Cause.ROLLED_BACK, words=f"{words}, the ledger is of {own.log}")
        elif other.log == own.log and own.size and _differs(own, other):
            yield Doubt(cause=Cause.FORKED, words=f"{words}, and not the same ones as the ledger")
        elif other.log == own.log and other.size > own.size:
            yield Doubt(cause=Cause.ROLLED_BACK, words=f"{words}, the ledger has only {own.size}")


def _differs(own: Own, other: Known) -> bool:
    return other.agrees is None or other.agrees < min(own.size, other.size)


def lost(at_hand: Sequence[Own], known: Iterable[Known]) -> list[JSON]:
    """Entries that somebody knows and this home has not: ``{"log","from","to","known_to"}``, ``to`` not included.

    ``from`` is null where it cannot be said which of the entries at hand are the right ones. Of several who know, the
    one who misses most is named.
    """
    sizes = {own.log: own.size for own in at_hand}
    widest: dict[str, tuple[int, int | None, Known]] = {}
    for other in known:
        missing, start = _missing(sizes.get(other.log), other)
        if missing > widest.get(other.log, (0, None, other))[0]:
            widest[other.log] = (missing, start, other)
    return [
        {"log": log, "from": start, "to": other.size, "known_to": other.where}
        for log, (_, start, other) in sorted(widest.items(), key=lambda item: epoch_of(item[0]))
    ]


def _missing(size: int | None, other: Known) -> tuple[int, int | None]:
    """How many of its entries are not at hand, and from which on; all of them where nothing is known to be the same."""
    if size is None:
        return other.size, 0
    if other.agrees is None:
        return other.size, None
    agreed = min(size, other.agrees)
    return other.size - agreed, agreed


def told(known: Iterable[Known]) -> list[JSON]:
    """As an epoch's first entry has it."""
    return [
        {"where": other.where, "log": other.log, "size": other.size, "root": other.root}
        for other in sorted(known, key=lambda other: (other.where, other.log))
    ]
