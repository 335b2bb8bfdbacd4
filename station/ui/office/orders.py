"""The orders' page as a screen: rows, the chosen order beside them, what is asked. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from station.ui import texts
from station.ui.look import Look
from station.ui.office import orders_words as said
from station.ui.office import words
from station.ui.office.screen import NOTHING, Block, Cell, Column, Fact, Heading, Line, TableView, Tone
from station.ui.words import Words, begun, beside, same

_MINUTE_US = 60_000_000
_LATE = Words(zh="超 {span}", en="{span} late")
_DAYS = Words(zh="{days} 天", en="{days} d")
_TWO_DAYS_MIN = 2 * 24 * 60
_LEAVES = ("ready", "held", "outside", "packing", "sealed")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBy:
    reason: str
    detail: str
    since_us: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderView:
    """One order; ``name`` is masked before it comes here."""

    order: str
    state: str
    name: str
    place: str
    shop: str
    service: str
    waybill: str
    bench: str
    due_us: int | None
    lines: int
    units: int
    gift: bool
    expedited: bool
    holds: tuple[HeldBy, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedView:
    """What people call the order's codes."""

    place: Words
    service: Words
    shop: Words


COLUMNS = (
    Column(head=said.ORDER, share=0.38),
    Column(head=said.STATE, share=0.17),
    Column(head=said.LEFT, share=0.16, right=True),
    Column(head=said.UNITS, share=0.1, right=True),
    Column(head=said.HOLDS, share=0.38),
)


def table(rows: tuple[OrderView | None, ...], now_us: int, *, first: int, total: int, cursor: int, search: str,
          state: str, nothing_at_all: bool) -> TableView:  # fmt: skip
    empty, how = said.NONE_SO, said.NONE_SO_HOW
    if search:
        empty, how = said.NOT_FOUND, said.NOT_FOUND_HOW
    elif nothing_at_all or state == "":
        empty, how = said.FIRST_DAY, said.FIRST_DAY_HOW
    return TableView(
        name=said.ORDER,
        columns=COLUMNS,
        rows=tuple(None if row is None else _cells(row, now_us) for row in rows),
        first=first,
        total=total,
        cursor=cursor,
        empty=empty,
        empty_how=how,
    )


def _cells(row: OrderView, now_us: int) -> tuple[Cell, ...]:
    left, late = left_of(row, now_us)
    held = Cell(words=_plain(row.holds[0]), tone=Tone.WARN) if row.holds else Cell(words=NOTHING)
    return (
        Cell(words=same(row.order), bold=True, code=True),
        Cell(words=said.STATES.get(row.state, same(row.state))),
        Cell(words=left, tone=Tone.STOP if late else Tone.PLAIN),
        Cell(words=same(f"{row.units:,}")),
        held,
    )


def left_of(row: OrderView, now_us: int) -> tuple[Words, bool]:
    """Until it must leave, and whether that is over; nothing for what has left."""
    if row.due_us is None or row.state not in _LEAVES:
        return NOTHING, False
    minutes = abs(row.due_us - now_us) // _MINUTE_US
    span = same(f"{minutes // 60}:{minutes % 60:02d}")
    if minutes >= _TWO_DAYS_MIN:
        span = _DAYS.filled(days=minutes // (24 * 60))
    late = row.due_us < now_us
    return (_LATE.filled(span=span) if late else span), late


def _plain(held: HeldBy) -> Words:
    known = texts.HOLDS.get(held.reason)
    return begun(Words(zh=known[0], en=known[1])) if known else same(held.reason)


def reason_of(held: HeldBy) -> Words:
    """With what is said about it."""
    words = _plain(held)
    return said.DETAIL.filled(reason=words, detail=held.detail[:60]) if held.detail else words


def pane(row: OrderView, look: Look, named: NamedView) -> Iterator[Block]:
    yield Heading(words=said.STATES.get(row.state, same(row.state)), after=same(row.order))
    for held in row.holds:
        at = look.local(held.since_us).strftime("%m-%d %H:%M")
        yield Line(words=reason_of(held), tone=Tone.WARN, bold=True)
        yield Line(words=said.SINCE.filled(since=at), tone=Tone.QUIET)
    if not row.holds:
        yield Line(words=said.NOT_HELD, tone=Tone.QUIET)
    if row.due_us is not None:
        yield Fact(name=said.CUT_OFF, value=same(look.local(row.due_us).strftime("%m-%d %H:%M")))
    yield Fact(name=said.UNITS, value=said.LINES.filled(n=row.lines, units=f"{row.units:,}"))
    yield Fact(name=said.WHO, value=beside([same(row.name), said.GIFT if row.gift else NOTHING]))
    for name, value, code in (
        (said.PLACE, named.place, False),
        (said.SERVICE, named.service, False),
        (said.WAYBILL, same(row.waybill), True),
        (said.BENCH, same(row.bench), True),
        (said.SHOP, named.shop, False),
    ):
        if value.en:
            yield Fact(name=name, value=value, code=code)


def summary(state: str, total: int, search: str) -> Words:
    if search:
        return said.FOUND.filled(total=f"{total:,}")
    return said.FILTERS[state].filled(total=f"{total:,}")


TITLE = words.PAGES["orders"]
