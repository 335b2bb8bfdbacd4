"""Who misses which cut-off at a given pace."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from station.packing.forecast import HOUR_US, Waiting, forecast
from station.packing.model import OrderNo

NOW = 1_795_000_000_000_000


def _queue(*dues_h: float | None) -> list[Waiting]:
    return [
        Waiting(order=OrderNo(str(place)), due_us=None if due is None else NOW + round(due * HOUR_US))
        for place, due in enumerate(dues_h)
    ]


def test_the_pace_says_who_is_late() -> None:
    """Two parcels an hour: the third of three orders due in an hour misses it, and three an hour would do."""
    (found,) = forecast(_queue(1, 1, 1), now_us=NOW, parcels_per_hour=2)
    assert (found.orders, found.missed) == (("0", "1", "2"), ("2",))
    assert (found.done_us, found.pace_needed) == (NOW + 3 * HOUR_US // 2, 3.0)


def test_who_comes_first_takes_time_from_the_others() -> None:
    """An expedited order without a deadline is packed first and makes the next one late."""
    (found,) = forecast(_queue(None, 0.5), now_us=NOW, parcels_per_hour=2)
    assert (found.missed, found.pace_needed) == (("1",), 4.0)


def test_what_is_late_already() -> None:
    """A cut-off that has passed is missed at every pace, and known without one."""
    for pace in (None, 1000.0):
        late, later = forecast(_queue(-1, 5), now_us=NOW, parcels_per_hour=pace)
        assert (late.missed, late.pace_needed, later.missed) == (("0",), None, ())
    assert forecast(_queue(1), now_us=NOW, parcels_per_hour=None)[0].done_us is None


def test_an_empty_queue() -> None:
    """Nothing waits, nothing is missed; orders without a deadline miss none."""
    assert forecast([], now_us=NOW, parcels_per_hour=10) == ()
    assert forecast(_queue(None, None), now_us=NOW, parcels_per_hour=10) == ()


@given(
    st.lists(st.none() | st.floats(0.1, 20), max_size=40),
    st.floats(0.5, 200),
)
def test_the_pace_needed_is_enough(dues_h: list[float | None], pace: float) -> None:
    """At the greatest pace any cut-off needs nobody is late; a faster pace never makes anybody late."""
    queue = sorted(_queue(*dues_h), key=lambda waiting: (waiting.due_us is None, waiting.due_us or 0))
    slow = forecast(queue, now_us=NOW, parcels_per_hour=pace)
    fast = forecast(queue, now_us=NOW, parcels_per_hour=pace * 2)
    assert all(set(f.missed) <= set(s.missed) for s, f in zip(slow, fast, strict=True))
    needed = max((each.pace_needed or 0 for each in slow), default=0)
    if needed:
        enough = forecast(queue, now_us=NOW, parcels_per_hour=needed * 1.0001)
        assert not any(each.missed for each in enough)
