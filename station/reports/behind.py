"""From a figure to the entries behind it, page by page: bench, time, order, packer. Reads the order book only.

The figures say in which quarters of an hour there is anything, so that a rare thing of a long time is found without
reading all that happened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from station.errors import UsageTrouble
from station.orders.engine import reading
from station.orders.figure_names import COUNTED, QUARTER_US, REFUSALS, REFUSED, SAVE_OF, SAVED, Name, Save
from station.orders.figure_tables import figures
from station.orders.orderbook import OrderBook
from station.orders.tables import events
from station.packing.events import DeviceChanged, HelpCalled, ItemPacked, LabelAllowed, LabelPrinted, ParcelSealed
from station.packing.reasons import Reason

PAGE = 50
PAGE_MAX = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """An entry that a figure counts. ``order_no`` is None when it has none, or when the order was erased."""

    at_us: int
    bench: str
    epoch: int
    seq: int
    kind: str
    reason: str
    order_no: str | None
    packer: str

    @property
    def place(self) -> tuple[int, str, int, int]:
        return self.at_us, self.bench, self.epoch, self.seq


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """``figure`` as ``known_figures`` names it. ``after`` is the place of the last entry of the page before."""

    figure: str
    from_us: int
    to_us: int
    benches: tuple[str, ...] = ()
    packers: tuple[str, ...] = ()
    after: tuple[int, str, int, int] | None = None
    limit: int = PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class BehindPage:
    rows: tuple[Behind, ...]
    next: Asked | None
    """What gives the next page; None when this was the last."""


class _Pub(msgspec.Struct, frozen=True):
    by_hand: bool = False
    by: str = ""
    copy: int = 1
    up: bool = True
    command: str = "help"


class _Header(msgspec.Struct, frozen=True):
    pub: _Pub = _Pub()


@dataclass(frozen=True, slots=True)
class _Counts:
    """Which entries a figure counts: of these kinds, for one of these reasons (none named: any), and so told."""

    kinds: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    told: Callable[[_Pub], bool] = lambda _pub: True


_SEALED = _Counts((ParcelSealed.__name__,))
ANY_REFUSED, ANY_SAVED = "refused", "saved"
"""Whatever the reason, and whatever the kind."""
_WEIGHTS = (Reason.WEIGHT_LOW, Reason.WEIGHT_HIGH)
_OWN: Mapping[str, _Counts] = MappingProxyType({
    **dict.fromkeys((Name.PARCELS, Name.ORDERS, Name.LINES, Name.UNITS), _SEALED),
    Name.BY_HAND: _Counts((ItemPacked.__name__,), told=lambda pub: pub.by_hand),
    Name.PRINTED_BY_WORD: _Counts((LabelPrinted.__name__,), told=lambda pub: pub.by == "packer"),
    Name.REPRINTS: _Counts((LabelAllowed.__name__,), told=lambda pub: pub.copy > 1),
    Name.DEVICES_LOST: _Counts((DeviceChanged.__name__,), told=lambda pub: not pub.up),
    Name.CALLS: _Counts((HelpCalled.__name__,), told=lambda pub: pub.command == "help"),
    f"{SAVED}{Save.WEIGHT}": _Counts(REFUSALS, _WEIGHTS),
    ANY_REFUSED: _Counts(REFUSALS),
    ANY_SAVED: _Counts(REFUSALS, (*SAVE_OF, *_WEIGHTS)),
})  # fmt: skip


def known_figures() -> tuple[str, ...]:
    counted = (*_OWN, *COUNTED.values(), *(f"{SAVED}{save}" for save in Save))
    return tuple(sorted({*counted, *(f"{REFUSED}{reason.value}" for reason in Reason)}))


def behind(book: OrderBook, asked: Asked) -> BehindPage:
    """The entries that a figure counts, in the order of their time.

    Raises:
        UsageTrouble: no figure of that name has entries of its own.
    """
    counts = _counts(asked.figure)
    limit = max(1, min(asked.limit, PAGE_MAX))
    rows: list[Behind] = []
    with reading(book.engine) as connection:
        for quarter in _quarters(connection, asked):
            rows += _of_quarter(connection, asked, counts, quarter)
            if len(rows) > limit:
                break
    page = tuple(rows[:limit])
    return BehindPage(rows=page, next=replace(asked, after=page[-1].place) if len(rows) > limit else None)


def _counts(figure: str) -> _Counts:
    if figure not in known_figures():
        raise UsageTrouble(f"{figure[:40]!r} is no figure with entries", remedy=f"Known: {', '.join(known_figures())}.")
    if figure in _OWN:
        return _OWN[figure]
    if figure.startswith(SAVED):
        return _Counts(REFUSALS, tuple(reason for reason in SAVE_OF if SAVE_OF[reason] == figure.removeprefix(SAVED)))
    kinds = tuple(kind for kind, name in COUNTED.items() if name == figure)
    return _Counts(kinds) if kinds else _Counts(REFUSALS, (figure.removeprefix(REFUSED),))


def _quarters(connection: Connection, asked: Asked) -> Iterator[int]:
    """Those in which the figure counted anything; a saved weight may have been refused in the quarter before."""
    f = figures.c
    first = max(asked.from_us, asked.after[0] if asked.after else 0) // QUARTER_US
    wanted = [f.quarter >= first, f.quarter <= (asked.to_us - 1) // QUARTER_US, _counted_as(asked.figure)]
    wanted += [f.bench.in_(asked.benches)] if asked.benches else []
    wanted += [f.packer.in_(asked.packers)] if asked.packers else []
    found = connection.execute(select(f.quarter).where(*wanted).distinct().order_by(f.quarter)).scalars().all()
    return iter(found)


def _counted_as(figure: str) -> Any:
    """Of a parcel's refusals only the first is a save, and all are behind it: their reasons tell the quarters."""
    if figure == ANY_REFUSED:
        return figures.c.name.startswith(REFUSED)
    if figure != ANY_SAVED and not figure.startswith(SAVED):
        return figures.c.name == figure
    return figures.c.name.in_([f"{REFUSED}{reason}" for reason in _counts(figure).reasons])


def _of_quarter(connection: Connection, asked: Asked, counts: _Counts, quarter: int) -> list[Behind]:
    e = events.c
    first_us, end_us = max(asked.from_us, quarter * QUARTER_US), min(asked.to_us, (quarter + 1) * QUARTER_US)
    wanted = [e.wall_us >= first_us, e.wall_us < end_us, e.kind.in_(counts.kinds)]
    wanted += [e.reason.in_(counts.reasons)] if counts.reasons else []
    wanted += [e.bench.in_(asked.benches)] if asked.benches else []
    wanted += [e.packer.in_(asked.packers)] if asked.packers else []
    found = connection.execute(select(events).where(*wanted).order_by(e.wall_us, e.bench, e.epoch, e.seq))
    rows = [_behind(row) for row in found if counts.told(_pub(row))]
    return [row for row in rows if asked.after is None or row.place > asked.after]


def _pub(row: Row[Any]) -> _Pub:
    try:
        return msgspec.json.decode(row.header, type=_Header).pub
    except msgspec.DecodeError:
        return _Pub()


def _behind(row: Row[Any]) -> Behind:
    named = {name: getattr(row, name) for name in ("bench", "epoch", "seq", "kind", "reason", "order_no", "packer")}
    return Behind(at_us=row.wall_us, **named)


def place_text(place: tuple[int, str, int, int]) -> str:
    """A place as one word, for a command line."""
    at_us, bench, epoch, seq = place
    return f"{at_us}/{bench}/{epoch}/{seq}"


def place_from(text: str) -> tuple[int, str, int, int]:
    """
    Raises:
        UsageTrouble: it is no place.
    """
    parts = text.split("/")
    if len(parts) != 4 or not all(
        part.isascii() and part.isdigit() and len(part) < 19 for part in (parts[0], *parts[2:])
    ):
        raise UsageTrouble(f"{text[:60]!r} is no place", remedy="Copy it from the end of the page before.")
    return int(parts[0]), parts[1], int(parts[2]), int(parts[3])
