"""Which parcels the demo packs, and which mistakes its packer makes on the way. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from station.packing.model import OrderNo


class Mistake(StrEnum):
    WRONG_ITEM = "wrong item"
    TOO_MANY = "one too many"
    WRONG_WEIGHT = "wrong weight"
    PAPER_OUT = "paper out"
    WRONG_LABEL = "wrong label"
    HALF_A_CODE = "half a barcode"


MISTAKES = tuple(Mistake)
WRONG_LABEL = "YT0000000000000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One order to scan; a held one is expected to be stopped."""

    order: OrderNo
    held: bool = False
    mistake: Mistake | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """An order as the plan sees it."""

    order: OrderNo
    platform: str
    held: bool
    units: int


def plan(orders: Sequence[Offered], parcels: int) -> tuple[Task, ...]:
    """Tasks for ``parcels`` parcels, the platforms in turn, each mistake in its turn, a held order third."""
    ready = _in_turn([one for one in orders if not one.held])[:parcels]
    tasks = [
        Task(order=one.order, mistake=MISTAKES[index] if index < len(MISTAKES) else None)
        for index, one in enumerate(ready)
    ]
    held = next((one for one in orders if one.held), None)
    if held is not None:
        tasks.insert(min(2, len(tasks)), Task(order=held.order, held=True))
    return tuple(tasks)


def _in_turn(orders: Sequence[Offered]) -> list[Offered]:
    """One of each platform after the other, those with more units first."""
    platforms = {one.platform: [] for one in orders}  # type: dict[str, list[Offered]]
    for one in sorted(orders, key=lambda one: -one.units):
        platforms[one.platform].append(one)
    turns = max((len(queue) for queue in platforms.values()), default=0)
    return [queue[turn] for turn in range(turns) for queue in platforms.values() if turn < len(queue)]
