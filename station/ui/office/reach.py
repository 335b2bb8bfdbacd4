"""What a page shows of what it could not read: the book does not answer, or something else stood in the way. Pure."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from station.ui.office import words as said
from station.ui.office.screen import NOTHING, TableView
from station.ui.words import Words


class Reach(StrEnum):
    """How the last reading went."""

    ASKED = "asked"  # the first has not ended
    THERE = "there"
    AWAY = "away"  # the order book does not answer
    WRONG = "wrong"  # the head says what


def wrong(*, away: bool) -> Reach:
    return Reach.AWAY if away else Reach.WRONG


def offline(reach: Reach, *, known: bool) -> Words:
    """For the head: whether what stands below was read before."""
    if reach is not Reach.AWAY:
        return NOTHING
    return said.OFFLINE if known else said.AWAY


def shown(table: TableView, reach: Reach, *, known: bool) -> TableView:
    """An empty table is one that was read; of one that was not, why stands in it."""
    if known or reach is Reach.THERE:
        return table
    if reach is Reach.ASKED:
        return replace(table, waiting=True)
    away = reach is Reach.AWAY
    return replace(
        table,
        rows=(),
        total=0,
        empty=said.AWAY if away else said.UNREAD,
        empty_how=said.AWAY_HOW if away else said.UNREAD_HOW,
        waiting=False,
    )
