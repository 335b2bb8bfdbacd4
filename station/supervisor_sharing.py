"""What the disputes of the last year have in common, for the supervisor's screen (E15). Reads the order book only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC
from typing import Final

from station.orders.orderbook import OrderBook
from station.reports.dispute_figures import Finding, dispute_figures
from station.reports.figure_period import SECOND_US, local_time, time_us
from station.supervisor_house import MINUTE_US, House
from station.ui import supervisor_act_words as told
from station.ui.dispute_words import KINDS
from station.ui.supervisor_board import Column, Drill, Line, Page, Shared
from station.ui.words import same

YEAR_US: Final = 365 * 86_400_000_000


def shared_of(book: OrderBook, house: House, *, now_us: int) -> tuple[Shared, ...]:
    """
    Raises:
        Trouble: the book cannot be read, or has more disputes than can be told.
    """
    offset_us = time_us(local_time(now_us, house.zone), UTC) - now_us // SECOND_US * SECOND_US
    figures = dispute_figures(
        book,
        from_us=now_us - YEAR_US,
        to_us=now_us + 1,
        utc_offset_minutes=offset_us // MINUTE_US,
        carrier_of=house.carrier_of,
    )
    return tuple(_shared(each, house) for each in figures.findings)


def shared_page(drill: Drill, shared: Sequence[Shared]) -> Page:
    """All of them as a table."""
    shares = (("kind", 24, False), ("what", 40, False), ("having", 12, True), ("among", 12, True), ("usual", 12, True))
    columns = tuple(Column(head=told.COLUMNS[name], share=share, right=right) for name, share, right in shares)
    return Page(drill=drill, columns=columns, lines=tuple(map(_line, shared)))


def _line(each: Shared) -> Line:
    numbers = (f"{each.having:,}", f"{each.among:,}", f"{each.usual_percent:.1f}")
    return Line(cells=(each.kind, each.what, *map(same, numbers)))


def _shared(found: Finding, house: House) -> Shared:
    value = house.carrier_words(found.value) if found.group == "carrier" else same(found.value)
    return Shared(
        kind=KINDS[found.kind],
        what=told.GROUPS[found.group].filled(value=value),
        having=found.having,
        among=found.among,
        usual_percent=found.usual_percent or 0.0,
    )
