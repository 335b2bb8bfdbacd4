"""The pick list: one walk along the shelves, every unit on it once, and who goes without when units are missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.packing.model import LineKind, OrderLine, OrderNo, Sku
from station.packing.picking import CellNeed, Share, walk, walk_key, who_goes_without


def _line(sku: str, quantity: int, location: str = "", kind: LineKind = LineKind.GOODS) -> OrderLine:
    return OrderLine(sku=Sku(sku), quantity=quantity, location=location, kind=kind)


def _need(cell: int, *lines: OrderLine) -> CellNeed:
    return CellNeed(cell=cell, order=OrderNo(f"SO-{cell}"), lines=lines)


def test_the_walk_follows_the_shelves() -> None:
    """A-2 comes before A-10, and goods without a place come last."""
    lines = [_line("D", 1), _line("C", 1, "B-1"), _line("B", 1, "A-10"), _line("A", 1, "a-2")]
    assert [stop.line.sku for stop in walk([_need(1, *lines)])] == ["A", "B", "C", "D"]


def test_a_sku_of_several_orders_is_one_stop() -> None:
    """Each SKU stands once with its total, and with what of it goes to which cell; virtual lines are left out."""
    stops = walk(
        [
            _need(2, _line("A", 2), _line("A", 1), _line("V", 1, kind=LineKind.VIRTUAL)),
            _need(1, _line("A", 4)),
        ]
    )
    assert [(stop.line.sku, stop.units, stop.cells) for stop in stops] == [("A", 7, ((1, 4), (2, 3)))]


@pytest.mark.parametrize(("before", "after"), [("A-2", "A-10"), ("A1", "A1-1"), ("9", "A"), ("B-009", "B-10")])
def test_places_sort_as_people_number_them(before: str, after: str) -> None:
    """Numbers within a place count by their value."""
    assert walk_key(before) < walk_key(after)


def test_a_place_of_thousands_of_digits_still_sorts() -> None:
    """No length of digits stops the list."""
    assert walk_key("1" * 10_000) < walk_key("2" * 10_000)


NEEDS = st.lists(
    st.lists(st.builds(_line, st.sampled_from("ABCDE"), st.integers(1, 9), st.sampled_from(["", "A-1", "B-2"])),
             max_size=5),
    max_size=8,
)  # fmt: skip


@given(NEEDS)
def test_every_unit_ordered_stands_on_the_list_once(orders: list[list[OrderLine]]) -> None:
    """Whatever is ordered, the list's units are those of the orders: per SKU, per cell and in all."""
    needs = [_need(cell, *lines) for cell, lines in enumerate(orders, start=1)]
    stops = walk(needs)
    assert len({stop.line.sku for stop in stops}) == len(stops)
    for need in needs:
        listed = {stop.line.sku: dict(stop.cells).get(need.cell, 0) for stop in stops}
        for sku in {line.sku for line in need.lines}:
            assert listed[sku] == sum(line.quantity for line in need.lines if line.sku == sku)
    assert sum(stop.units for stop in stops) == sum(line.quantity for lines in orders for line in lines)


def _shares(*units: int) -> list[Share]:
    return [Share(order=OrderNo(f"SO-{at}"), units=each) for at, each in enumerate(units, start=1)]


def test_the_least_urgent_goes_without() -> None:
    """With one unit missing the last order waits, and it lacks just that unit."""
    assert who_goes_without(_shares(1, 2, 3), there=5) == (Share(order=OrderNo("SO-3"), units=1),)


def test_a_large_order_does_not_starve_small_ones() -> None:
    """An order that cannot be complete leaves what there is to those after it."""
    assert [share.order for share in who_goes_without(_shares(5, 1, 1), there=3)] == ["SO-1"]


@given(st.lists(st.integers(1, 9), min_size=1, max_size=10), st.data())
def test_what_is_lacking_is_what_was_not_found(units: list[int], data: st.DataObject) -> None:
    """The units lacked are together just the missing ones, each order that waits lacks some, the others fit."""
    there = data.draw(st.integers(0, sum(units)))
    without = who_goes_without(_shares(*units), there=there)
    assert sum(share.units for share in without) == sum(units) - there
    assert all(share.units > 0 for share in without)
    waiting = {share.order for share in without}
    assert sum(share.units for share in _shares(*units) if share.order not in waiting) <= there
