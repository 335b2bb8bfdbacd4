"""The order book's side of the review before orders share a waybill, on a thread of its own: it may wait on a network.

One thing at a time, in order; trouble is a sentence that is shown, never an exception.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import assert_never

from PySide6.QtCore import QObject, Signal, Slot

from station.clock import Clock
from station.errors import BookUnreachable, Trouble
from station.home import Home
from station.orders.joining import Differs, Group, Member, value_of
from station.orders.opening import KeptBook
from station.orders.parting import decline_group, join_orders, part_orders, review, shares_with
from station.settings import Settings
from station.ui.goods_words import goods as called
from station.ui.merge_screen import Aspect, Fate, GoodsView, GroupView, MemberView

_IS = {
    Aspect.NAME: Differs.NAME,
    Aspect.PHONE: Differs.PHONE,
    Aspect.ADDRESS: Differs.ADDRESS,
    Aspect.MESSAGE: Differs.MESSAGE,
    Aspect.NOTE: Differs.NOTE,
}


class MergeDesk(QObject):
    """``looked`` brings the groups, ``decided`` the numbers of one and what became of it."""

    looked = Signal(object)
    decided = Signal(object, str)
    failed = Signal(str, bool)  # in a sentence; whether the order book is out of reach

    def __init__(self, home: Home, settings: Settings, clock: Clock) -> None:
        super().__init__()
        self._settings = settings
        self._clock = clock
        self._book = KeptBook(home, settings.bench.orderbook)

    @Slot()
    def look(self) -> None:
        self._attempt(self._look)

    @Slot(object, str)
    def decide(self, numbers: tuple[str, ...], fate: str) -> None:
        """Merge the orders, leave them as they are, or, with ``open``, take either back."""
        self._attempt(lambda: self._decide(numbers, Fate(fate)))

    @Slot()
    def finish(self) -> None:
        self._book.close()

    def _attempt(self, act: Callable[[], None]) -> None:
        try:
            act()
        except Trouble as trouble:
            self.failed.emit(trouble.sentence(), isinstance(trouble, BookUnreachable))

    def _look(self) -> None:
        found = review(self._book.open())
        proposed = [_group(group, Fate.OPEN) for group in found.proposed]
        self.looked.emit((*proposed, *(_group(group, Fate.MERGED) for group in found.joined)))

    def _decide(self, numbers: tuple[str, ...], fate: Fate) -> None:
        book, who, now_us = self._book.open(), self._settings.bench.id, self._clock.now().wall_us
        match fate:
            case Fate.MERGED:
                join_orders(book, numbers, who=who, now_us=now_us)
            case Fate.DECLINED:
                decline_group(book, numbers, who=who, now_us=now_us)
            case Fate.OPEN if shares_with(book, numbers[0]):
                part_orders(book, numbers[0], who=who, now_us=now_us)
            case Fate.OPEN:
                decline_group(book, numbers, who=who, now_us=now_us, undo=True)
            case _:
                assert_never(fate)
        self.decided.emit(numbers, fate.value)


def _group(group: Group, fate: Fate) -> GroupView:
    return GroupView(members=tuple(_member(member) for member in group.members), fate=fate)


def _member(member: Member) -> MemberView:
    goods = tuple(
        GoodsView(sku=line.sku, name=called(line), variant=line.variant, units=line.quantity, picture=line.picture)
        for line in member.lines
    )
    return MemberView(order=member.order, texts=tuple(_text(member, aspect) for aspect in Aspect), goods=goods)


def _text(member: Member, aspect: Aspect) -> str:
    if aspect is Aspect.DEADLINE:
        return "" if member.deadline_us is None else _local(member.deadline_us)
    return value_of(member, _IS[aspect])


def _local(wall_us: int) -> str:
    return datetime.fromtimestamp(wall_us / 1_000_000, tz=UTC).astimezone().strftime("%m-%d %H:%M")
