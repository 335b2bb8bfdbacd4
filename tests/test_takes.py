from __future__ import annotations

from station.packing.model import OrderNo
from station.takes import TAKES_MAX, Takes

A, B = OrderNo("SO-1"), OrderNo("SO-2")


def test_a_part_belongs_to_its_own_take() -> None:
    """Whatever the clock does meanwhile, and after the take was given up: never to another buyer's parcel."""
    takes = Takes(camera="box")
    first = takes.begin(A)
    takes.stop(200)
    second = takes.begin(B)
    assert takes.end(first.number) is not None
    assert takes.end(first.number) is None
    assert [take and take.order for take in map(takes.of, (first.number, second.number, 99))] == [A, B, None]
    assert [take.order for take in takes.owed] == [B]


def test_takes_are_forgotten_in_the_end() -> None:
    """A camera's memory has a limit."""
    takes = Takes(camera="box")
    for number in range(TAKES_MAX + 5):
        takes.begin(A)
        takes.stop(number)
    assert takes.running is None
    assert len(takes.owed) == TAKES_MAX
    assert takes.of(1) is None
    assert takes.stop(99) is None
