"""Each carrier's cut-off at the present pace, and the act that would mend it."""

from __future__ import annotations

import pytest

from station.packing.cut_offs import Act, CutOff, Floor, Mend, Queued, cut_offs

MINUTE = 60_000_000
HOUR = 60 * MINUTE
NOW = 1_000 * HOUR
FLOOR = Floor(paces={"B01": 30.0, "B02": 30.0}, idle=("B03", "B08"), last_carrier={"B01": "yto", "B02": "sf"})
STILL = Floor(paces={}, idle=(), last_carrier={})


def _queue(*groups: tuple[str, int, int]) -> list[Queued]:
    """Carrier, orders, hours until its cut-off; in this order."""
    return [Queued(carrier=carrier, due_us=NOW + due * HOUR) for carrier, count, due in groups for _ in range(count)]


def _told(queue: list[Queued], floor: Floor = FLOOR, slack_us: int = 15 * MINUTE) -> dict[str, CutOff]:
    return {row.carrier: row for row in cut_offs(queue, floor, now_us=NOW, wanted_slack_us=slack_us)}


def test_one_after_the_other() -> None:
    """Sixty an hour: the second carrier is done when the first is and its own are, and the nearest comes first."""
    rows = _told(_queue(("yto", 60, 2), ("sf", 30, 3)))
    assert list(rows) == ["yto", "sf"]
    assert (rows["yto"].left, rows["yto"].slack_us, rows["yto"].mend.act) == (60, HOUR, Act.NONE)
    assert (rows["sf"].done_us, rows["sf"].slack_us) == (NOW + 90 * MINUTE, 90 * MINUTE)


def test_an_order_without_a_deadline_takes_its_turn() -> None:
    """It is in no row, and what stands behind it waits for it."""
    queue = [Queued(carrier="sf", due_us=None) for _ in range(60)]
    assert _told(queue + _queue(("yto", 30, 2)))["yto"].slack_us == 30 * MINUTE


def test_its_own_orders_first_mends_it() -> None:
    """What stands behind another carrier's is brought forward by the benches that pack that one."""
    row = _told(_queue(("sf", 60, 3), ("yto", 60, 2)))["yto"]
    assert (row.slack_us, row.misses, row.misses_if_slower) == (0, 0, 10)
    assert (row.mend.act, row.mend.benches, row.mend.slack_us) == (Act.FIRST, ("B02",), HOUR)


def test_benches_that_stand_mend_it() -> None:
    """As few as will do, each taken to pack as the others in the mean."""
    row = _told(_queue(("yto", 120, 2)))["yto"]
    assert (row.slack_us, row.mend.act, row.mend.benches) == (0, Act.BENCHES, ("B03",))
    assert row.mend.slack_us == 40 * MINUTE
    assert _told(_queue(("yto", 170, 2)))["yto"].mend.benches == ("B03", "B08")


def test_nobody_left_to_join() -> None:
    """Then the pace that it takes is told, and nothing is promised."""
    row = _told(_queue(("yto", 600, 2)))["yto"]
    assert (row.mend.act, row.mend.slack_us, row.mend.pace) == (Act.PACE, None, 300.0)
    assert (row.misses, row.slack_us) == (480, -8 * HOUR)


@pytest.mark.parametrize("floor", [FLOOR, STILL])
def test_a_cut_off_that_has_passed(floor: Floor) -> None:
    """Nothing mends it, at any pace."""
    row = _told(_queue(("yto", 5, -1)), floor)["yto"]
    assert (row.mend.act, row.misses) == (Act.LATE, 5)


def test_without_a_pace() -> None:
    """Nobody packs: no finish and no slack are made up; the pace that would do is told."""
    row = _told(_queue(("yto", 30, 1)), STILL)["yto"]
    assert (row.done_us, row.slack_us, row.misses, row.mend.act, row.mend.pace) == (None, None, 0, Act.PACE, 30.0)


def test_the_slack_that_is_wanted_is_the_houses() -> None:
    """Five minutes are enough for one house and too little for another."""
    queue = _queue(("yto", 115, 2))
    assert _told(queue, slack_us=5 * MINUTE)["yto"].mend.act is Act.NONE
    assert _told(queue, slack_us=6 * MINUTE)["yto"].mend.act is Act.BENCHES


@pytest.mark.parametrize(("pace", "told"), [(0.04, 0.1), (12.0, 12.0), (12.01, 12.1), (None, 0.0)])
def test_the_pace_that_is_told_just_makes_it(pace: float | None, told: float) -> None:
    """Rounded up, so that little to do is not told as nothing."""
    assert Mend(act=Act.PACE, pace=pace).pace_told == told
