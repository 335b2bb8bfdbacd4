"""What becomes of a known order when a file says something else of it, by rule:

an order a bench has, or has sealed, is held when its lines or address change; a hold a person lifted stays lifted
while the file says the same; the platform's end of an order is its end. Changes in memory only (``known_orders``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row

from station.orders.holding import CHANGE, ITEMS, PLATFORM
from station.orders.known_orders import KnownOrders
from station.orders.order_values import TOLD, goods_print, lines_print
from station.orders.single import Special, single_sku
from station.orders.source_order import SourceHold, SourceItems, SourceLine, SourceOrder
from station.orders.standing import ENDED, Standing, missing, only_virtual
from station.packing.gates import OFFICE_ONLY
from station.packing.model import Fulfilment, HoldReason, OrderState

_AT_A_BENCH = (OrderState.PACKING, OrderState.SEALED, OrderState.HANDED_OVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedHead:
    """An order report's order that differs from what the book has."""

    order: SourceOrder
    standing: Standing
    head: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedItems:
    items: SourceItems
    refunds: tuple[SourceHold, ...]


class Changes:
    """Known orders on their way to what a file says; each call gives the state the order now has."""

    def __init__(self, known: KnownOrders, *, virtual: frozenset[str], special: Special) -> None:
        self._known = known
        self._special = special
        self._virtual = virtual

    def take_head(self, changed: ChangedHead) -> OrderState:
        order, head, standing = changed.order, changed.head, changed.standing
        row = self._known.rows[order.number]
        changes = [name for name, columns in TOLD.items() if any(getattr(row, c) != head[c] for c in columns)]
        if not row.has_head:
            changes = []
        values = {**head, "status_word": order.status_word, "platform_state": standing.state.value, "has_head": True}
        if row.waybill and not order.waybill:
            values["waybill"] = row.waybill
        if row.extras and not order.extras:
            values["extras"] = row.extras
        if row.agreed_us is not None:
            values["due_us"] = row.agreed_us
        if order.lines is not None:
            changes += self._new_lines(order.number, row, order.lines, values)
        self._replace_holds(order.number, PLATFORM, standing.holds)
        return self._finish(order.number, row, values, standing.state, changes)

    def take_items(self, changed: ChangedItems) -> OrderState:
        number = changed.items.number
        row = self._known.rows[number]
        values: dict[str, Any] = {}
        changes = self._new_lines(number, row, changed.items.lines, values)
        platform_state = OrderState(row.platform_state) if row.platform_state else OrderState.READY
        self._replace_holds(number, ITEMS, changed.refunds)
        return self._finish(number, row, values, platform_state, changes)

    def _new_lines(
        self, number: str, row: Row[Any], lines: tuple[SourceLine, ...], values: dict[str, Any]
    ) -> list[str]:
        """Put new lines in place of the old; gives what changed for somebody who had the old ones."""
        print_of_lines = lines_print(lines)
        if row.has_lines and row.lines_print == print_of_lines:
            return []
        values |= {"lines_print": print_of_lines, "has_lines": True, "single_sku": single_sku(lines, self._special)}
        self._known.put_lines(number, lines)
        same_goods = goods_print(row.lines_print) == goods_print(print_of_lines)
        return ["lines"] if row.has_lines and not same_goods else []

    def _replace_holds(self, number: str, origin: str, wanted: tuple[SourceHold, ...]) -> None:
        """The file's holds in place of those an earlier file set; one it no longer names is lifted by its word."""
        by_reason = {hold.reason: hold for hold in wanted}
        self._known.drop_holds(number, origin=origin, but=by_reason)
        for hold in by_reason.values():
            self._known.put_hold(number, hold.reason, origin=origin, detail=hold.detail)

    def _finish(
        self, number: str, row: Row[Any], values: dict[str, Any], platform_state: OrderState, changes: list[str]
    ) -> OrderState:
        self._set_gap(number, row, values, platform_state)
        if changes:
            values["revision"] = row.revision + 1
            if row.claimed_by or row.state in _AT_A_BENCH:
                self._known.put_hold(number, HoldReason.ORDER_CHANGED, origin=CHANGE, detail=", ".join(changes))
        by = self._fulfilment(number, row, values)
        state = self._state_now(number, OrderState(row.state), platform_state, by)
        self._known.set(number, {**values, "state": state.value, "fulfilment": by.value})
        return state

    def _fulfilment(self, number: str, row: Row[Any], values: dict[str, Any]) -> Fulfilment:
        """What a bench has stays with it; which supplier sends an order is settled by the shop's rules afterwards."""
        if row.state in _AT_A_BENCH:
            return Fulfilment(row.fulfilment)
        if values.get("no_shipping", row.no_shipping) or only_virtual(self._known.lines(number), self._virtual):
            return Fulfilment.NONE
        return Fulfilment.BENCH if row.fulfilment == Fulfilment.NONE else Fulfilment(row.fulfilment)

    def _set_gap(self, number: str, row: Row[Any], values: dict[str, Any], platform_state: OrderState) -> None:
        """NO_LINES stands exactly while something of the order is missing; nothing is once it is in several parcels."""
        if self._known.is_split(number):
            return
        has_head = values.get("has_head", row.has_head)
        has_lines = values.get("has_lines", row.has_lines)
        lines = self._known.lines(number) if has_lines else None
        gap = missing(has_head=has_head, lines=lines, units_stated=values.get("units_stated", row.units_stated))
        if gap is None or platform_state in ENDED:
            self._known.drop_reason(number, HoldReason.NO_LINES)
        else:
            self._known.put_hold(number, gap.reason, origin=ITEMS, detail=gap.detail)

    def _state_now(self, number: str, now: OrderState, platform: OrderState, by: Fulfilment) -> OrderState:
        if now in ENDED and platform not in ENDED:
            return now
        if platform in ENDED:
            return platform
        if now in _AT_A_BENCH:
            return now
        if any(reason not in OFFICE_ONLY for reason in self._known.live_reasons(number)):
            return OrderState.HELD
        return OrderState.READY if by is Fulfilment.BENCH else OrderState.OUTSIDE
