"""The wall board as a value: what the order book said of each bench, and what of it is shown where. Pure.

Times are microseconds UTC. Of a book that is gone the last truth stays, at the time it was true.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from types import MappingProxyType
from typing import Final

from station.packing.cut_offs import Act
from station.ui import board_words as said
from station.ui.widgets.marks import Mark
from station.ui.words import Words, named, same

PAGE_US: Final = 10_000_000
"""How long a page stands where the benches need several."""

PAGE_TILES: Final = 16
"""The smallest tiles that can still be read at eight metres: 16 arc minutes (tests/ui/test_board_sizes.py)."""

PINNED_MAX: Final = 12
"""So many troubled benches stand on every page; the others get the rest."""

STANDS_US: Final = 30_000_000
"""A stop or a lost device that is put right sooner is no news for the hall."""


class Level(IntEnum):
    """How loud a tile is."""

    OFF = 0
    CALM = 1
    TAKEN = 2  # somebody is on the way
    ATTENTION = 3
    CALL = 4
    STOP = 5
    LOUD = 6  # a call that nobody has taken for too long


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """``taken_by``: who said to be on the way, None while nobody did."""

    raised_us: int
    taken_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    what: Words
    since_us: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """``doing`` and ``reason`` as the order book has them; ``silent_us``: unheard of since.

    ``per_hour`` never comes without ``clean_percent`` (requirement E16); both None when nothing was packed lately.
    """

    bench: str
    packer: str = ""
    doing: str = "ready"
    reason: str = ""
    since_us: int = 0
    open: bool = False
    silent_us: int | None = None
    fault: Fault | None = None
    call: Call | None = None
    per_hour: int | None = None
    clean_percent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CutOffNow:
    """``done_us`` None: nobody packs, nothing is forecast. The act that mends as ``packing.cut_offs`` has it."""

    carrier: Words
    due_us: int
    left: int
    done_us: int | None = None
    act: Act = Act.NONE
    benches: tuple[str, ...] = ()
    pace: int = 0

    @property
    def troubled(self) -> bool:
        return self.act is not Act.NONE and (self.done_us is not None or self.act is Act.LATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What the book said at ``at_us``. ``cut_offs`` None: it could not be reckoned, ``why_no_cut_offs`` says why."""

    at_us: int
    benches: tuple[Bench, ...] = ()
    cut_offs: tuple[CutOffNow, ...] | None = ()
    why_no_cut_offs: str = ""
    sealed: int = 0
    clean_percent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardScreen:
    """``gone_us``: since when the book does not answer, and ``why``; ``title`` is the house's own name for the hall."""

    now_us: int
    truth: Truth | None = None
    gone_us: int | None = None
    why: str = ""
    title: str = ""
    louder_after_us: int = 180_000_000

    @property
    def true_us(self) -> int:
        """The time that what is shown is true of."""
        return self.truth.at_us if self.gone_us is not None and self.truth is not None else self.now_us


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """``since_us`` is told as a running time; ``pace`` and ``clean_percent`` come together."""

    bench: str
    packer: str
    level: Level
    mark: Mark
    word: Words
    since_us: int | None = None
    pace: Words | None = None
    clean_percent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """``number`` of ``of``, counted from 1; ``tiles`` in the benches' order, on several pages the troubled first."""

    tiles: tuple[Tile, ...]
    number: int = 1
    of: int = 1


@dataclass(frozen=True, slots=True)
class Layout:
    """``thin``: the cut-offs stand in one low row, so that the tiles have room."""

    columns: int
    rows: int
    thin: bool = False


def layout(tiles: int) -> Layout:
    """As large as they can be; up to ``PAGE_TILES``."""
    for most, columns, rows in ((1, 1, 1), (2, 2, 1), (3, 3, 1), (4, 2, 2), (6, 3, 2), (8, 4, 2)):
        if tiles <= most:
            return Layout(columns, rows)
    return Layout(4, 3 if tiles <= 12 else 4, thin=True)


def tiles(screen: BoardScreen) -> tuple[Tile, ...]:
    """All benches, in the order the book has them."""
    benches = screen.truth.benches if screen.truth else ()
    return tuple(tile(bench, screen.true_us, screen.louder_after_us) for bench in benches)


def page(screen: BoardScreen) -> Page:
    """What stands on the wall now. A troubled bench never leaves it for another page."""
    every = tiles(screen)
    if len(every) <= PAGE_TILES:
        return Page(tiles=every)
    loudest = sorted((each for each in every if each.level > Level.CALM), key=_urgency)
    pinned = loudest[:PINNED_MAX]
    others = [each for each in every if each not in pinned]
    room = PAGE_TILES - len(pinned)
    pages = -(-len(others) // room)
    at = screen.now_us // PAGE_US % pages
    return Page(tiles=(*pinned, *others[at * room : (at + 1) * room]), number=at + 1, of=pages)


def _urgency(tile: Tile) -> tuple[int, int, str]:
    return -tile.level, tile.since_us or 0, tile.bench


def tile(bench: Bench, now_us: int, louder_after_us: int) -> Tile:
    """A call goes before what it is about, as loud as the loudest of it; once it is taken, all of that is in hand."""
    matters = [each for each in (_stopped(bench, now_us), _silent(bench), _faulty(bench, now_us)) if each]
    worst = max(matters, key=lambda each: each.level, default=None)
    called = _called(bench, now_us, louder_after_us)
    if called is None:
        return worst or _calm(bench)
    if called.level is Level.TAKEN or worst is None:
        return called
    return replace(called, level=max(called.level, worst.level))


def _called(bench: Bench, now_us: int, louder_after_us: int) -> Tile | None:
    call = bench.call
    if call is None:
        return None
    if call.taken_by is not None:
        return _tile(bench, Level.TAKEN, Mark.CALL, said.COMES.filled(name=same(call.taken_by)), call.raised_us)
    if now_us - call.raised_us >= louder_after_us:
        return _tile(bench, Level.LOUD, Mark.CALL_LOUD, said.NOBODY_COMES, call.raised_us)
    return _tile(bench, Level.CALL, Mark.CALL, said.CALLS, call.raised_us)


def _stopped(bench: Bench, now_us: int) -> Tile | None:
    if bench.doing != "stopped" or bench.silent_us is not None or now_us - bench.since_us < STANDS_US:
        return None
    word = said.STOPS.get(bench.reason, said.STOPPED)
    return _tile(bench, Level.STOP, Mark.STOP, word, bench.since_us)


def _silent(bench: Bench) -> Tile | None:
    if bench.silent_us is None:
        return None
    if bench.open:
        return _tile(bench, Level.ATTENTION, Mark.OFFLINE, said.NO_CONTACT, bench.silent_us)
    return Tile(bench=bench.bench, packer="", level=Level.OFF, mark=Mark.OFFLINE, word=said.OFF)


def _faulty(bench: Bench, now_us: int) -> Tile | None:
    fault = bench.fault
    if fault is None or bench.silent_us is not None or now_us - fault.since_us < STANDS_US:
        return None
    return _tile(bench, Level.ATTENTION, Mark.ATTENTION, fault.what, fault.since_us)


def _tile(bench: Bench, level: Level, mark: Mark, word: Words, since_us: int) -> Tile:
    return Tile(bench=bench.bench, packer=bench.packer, level=level, mark=mark, word=word, since_us=since_us)


def _calm(bench: Bench) -> Tile:
    return Tile(
        bench=bench.bench,
        packer=bench.packer,
        level=Level.CALM,
        mark=_MARKS.get(bench.doing, Mark.NORMAL),
        word=said.DOES.get(bench.doing, said.DOES["ready"]),
        pace=None if bench.per_hour is None else said.PACE.filled(rate=bench.per_hour),
        clean_percent=bench.clean_percent,
    )


_MARKS: Final[Mapping[str, Mark]] = MappingProxyType(
    {"signed_out": Mark.PAUSE, "locked": Mark.PAUSE, "ready": Mark.SCAN, "waiting": Mark.WAIT, "stopped": Mark.WAIT}
)


CUT_OFFS_MAX: Final = 4


def folded(every: Sequence[CutOffNow]) -> tuple[CutOffNow, ...]:
    """What has passed of one carrier's stands together, under the earliest; the others as they are."""
    late: dict[Words, CutOffNow] = {}
    for each in every:
        if each.act is Act.LATE:
            before = late.get(each.carrier)
            late[each.carrier] = each if before is None else _together(before, each)
    return (*late.values(), *(each for each in every if each.act is not Act.LATE))


def _together(first: CutOffNow, later: CutOffNow) -> CutOffNow:
    known = first.done_us is not None and later.done_us is not None
    done_us = max(first.done_us or 0, later.done_us or 0) if known else None
    return replace(first, left=first.left + later.left, done_us=done_us)


def shown_cut_offs(every: Sequence[CutOffNow]) -> tuple[CutOffNow, ...]:
    """The nearest, but one that will be missed before one that will not; in the order of their times."""
    first = sorted(every, key=lambda each: (not each.troubled, each.due_us))[:CUT_OFFS_MAX]
    return tuple(each for each in every if each in first)


def carrier_named(zh: str, en: str) -> Words:
    return said.NO_CARRIER if zh == "-" else named(zh, en)


def running(since_us: int, now_us: int) -> str:
    """How long: mm:ss, from an hour on h:mm:ss."""
    seconds = max(0, now_us - since_us) // 1_000_000
    hours, minutes, left = seconds // 3_600, seconds // 60 % 60, seconds % 60
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes:02}:{left:02}"


def hours_minutes(us: int) -> str:
    """Time left, as h:mm; below zero with a minus sign."""
    minutes = abs(us) // 60_000_000
    return f"{'−' if us < 0 and minutes else ''}{minutes // 60}:{minutes % 60:02}"
