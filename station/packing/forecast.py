"""Which orders will miss which cut-off when the queue is packed on at the present pace. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from station.packing.model import OrderNo

HOUR_US = 3_600 * 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An order in the queue; without ``due_us`` it can be late for nothing, but is packed in its turn."""

    order: OrderNo
    due_us: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CutOffForecast:
    """One cut-off. ``done_us`` is when its last order is packed, ``pace_needed`` the parcels an hour that make it yet.

    Without a pace ``done_us`` is None and ``missed`` holds only what is late already; ``pace_needed`` is None when the
    cut-off has passed.
    """

    due_us: int
    orders: tuple[OrderNo, ...]
    missed: tuple[OrderNo, ...]
    done_us: int | None
    pace_needed: float | None


def forecast(queue: Sequence[Waiting], *, now_us: int, parcels_per_hour: float | None) -> tuple[CutOffForecast, ...]:
    """The queue is packed in the order given, one parcel an order, without a pause; the nearest cut-off first."""
    assert parcels_per_hour is None or parcels_per_hour > 0
    done = [_done_us(place, now_us, parcels_per_hour) for place in range(1, len(queue) + 1)]
    places: dict[int, list[int]] = {}
    for place, waiting in enumerate(queue):
        if waiting.due_us is not None:
            places.setdefault(waiting.due_us, []).append(place)
    return tuple(_cut_off(due_us, places[due_us], queue, done, now_us) for due_us in sorted(places))


def _done_us(place: int, now_us: int, parcels_per_hour: float | None) -> int | None:
    return None if parcels_per_hour is None else now_us + round(place / parcels_per_hour * HOUR_US)


def _cut_off(
    due_us: int, places: Sequence[int], queue: Sequence[Waiting], done: Sequence[int | None], now_us: int
) -> CutOffForecast:
    missed = [place for place in places if (now_us if (at := done[place]) is None else at) > due_us]
    left_us = due_us - now_us
    return CutOffForecast(
        due_us=due_us,
        orders=tuple(queue[place].order for place in places),
        missed=tuple(queue[place].order for place in missed),
        done_us=done[places[-1]],
        pace_needed=(places[-1] + 1) * HOUR_US / left_us if left_us > 0 else None,
    )
