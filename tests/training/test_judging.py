"""Judging as conversations: what the bench recorded, and what that is worth."""

from __future__ import annotations

import pytest

from station.packing.events import (
    DeviceChanged,
    Event,
    ItemPacked,
    LabelHeld,
    LabelPrinted,
    OrderStopped,
    ParcelWeighed,
    ScanRefused,
    StopCleared,
    WeightRefused,
)
from station.packing.inputs import DeviceKind
from station.packing.model import Sku
from station.packing.reasons import Reason
from station.training.judging import MOST, NOT_FOUND, Judged, Told, given_up, judge
from station.training.lessons import DRILLS, Lesson

BY_ID = {lesson.id: lesson for lesson in DRILLS}


def refused(reason: Reason, *, device: str = "scanner") -> ScanRefused:
    return ScanRefused(reason=reason, code="690", device=device, locks=True)


def cleared(reason: Reason, device: str = "scanner") -> StopCleared:
    return StopCleared(reason=reason, device=device)


def packed() -> ItemPacked:
    return ItemPacked(line=0, sku=Sku("A"), units=1, code="690", device="scanner", mono_us=0)


def light(reason: Reason = Reason.WEIGHT_LOW) -> WeightRefused:
    return WeightRefused(reason=reason, weight_mg=1, low_mg=2, high_mg=3, device="scale")


def device(kind: DeviceKind, *, up: bool) -> DeviceChanged:
    return DeviceChanged(device=kind.value, kind=kind, up=up, word="")


WEIGHED = ParcelWeighed(weight_mg=2, low_mg=1, high_mg=3, device="scale")


def judged(lesson: str, *told: tuple[int, Event]) -> Judged | None:
    """Each event with the second in which it was recorded."""
    task = BY_ID[lesson].task
    return judge(task, [Told(second * 1_000_000, event) for second, event in told], began_us=0)


def test_stopped_and_cleared_by_its_code() -> None:
    """The wrong item is refused, cleared by code and the right one packed: all points, and the seconds between."""
    told = judged(
        "wrong_item",
        (2, refused(Reason.NOT_IN_ORDER)),
        (4, cleared(Reason.NOT_IN_ORDER)),
        (6, packed()),
    )
    assert told == Judged(found=True, seconds=4, in_time=True, errors=0, cleared_by="scanner")
    assert told.points == MOST


def test_nothing_is_judged_before_it_is_over() -> None:
    """A refusal and its clear alone are no way out yet."""
    assert judged("wrong_item") is None
    assert judged("wrong_item", (1, refused(Reason.NOT_IN_ORDER))) is None
    assert judged("wrong_item", (1, refused(Reason.NOT_IN_ORDER)), (2, cleared(Reason.NOT_IN_ORDER))) is None


def test_a_fault_that_was_seen_in_time() -> None:
    """The right item without any refusal: noticed, and the time runs from the start."""
    told = judged("look_alike", (3, packed()))
    assert told == Judged(found=True, noticed=True, seconds=3, in_time=True)


def test_scanning_on_under_a_stop_costs_a_point() -> None:
    """Each further refusal is an error, whatever it was; the drill's own is none."""
    told = judged(
        "look_alike",
        (1, refused(Reason.NOT_IN_ORDER)),
        (2, refused(Reason.MUST_CLEAR)),
        (3, refused(Reason.MUST_CLEAR)),
        (5, cleared(Reason.NOT_IN_ORDER, "keys")),
        (6, packed()),
    )
    assert told is not None
    assert (told.errors, told.cleared_by, told.points) == (2, "keys", MOST - 1)


def test_slow_is_told_and_costs_a_point() -> None:
    """Beyond the drill's aim the way out still counts."""
    told = judged("too_many", (1, refused(Reason.ENOUGH_ALREADY)), (30, cleared(Reason.ENOUGH_ALREADY)), (40, packed()))
    assert told is not None
    assert (told.found, told.in_time, told.seconds, told.points) == (True, False, 39, MOST - 1)


def test_a_light_box_is_put_right() -> None:
    """The first refusal of the weight is the drill's; a second one, without the goods added, is an error."""
    once = judged("goods_forgotten", (1, light()), (5, WEIGHED))
    twice = judged("goods_forgotten", (1, light()), (3, light()), (5, WEIGHED))
    assert once is not None
    assert twice is not None
    assert (once.errors, twice.errors) == (0, 1)


def test_a_weight_that_settles_is_no_error() -> None:
    """A reading that was not stable is nobody's mistake."""
    told = judged("goods_forgotten", (1, light()), (2, light(Reason.WEIGHT_UNSTABLE)), (5, WEIGHED))
    assert told is not None
    assert told.errors == 0


def test_what_was_not_done_is_timed_from_the_start() -> None:
    """A box that nobody puts on the scale records nothing: the time runs from the lesson's start."""
    told = judged("box_not_on_the_scale", (7, WEIGHED))
    assert told == Judged(found=True, seconds=7, in_time=True)


def test_a_label_before_the_fault_is_no_way_out() -> None:
    """Where the fault comes by itself nothing counts before it."""
    printed = LabelPrinted(job="j", by="printer")  # type: ignore[arg-type]
    held = LabelHeld(reason=Reason.PRINTER_NOT_READY)
    assert judged("paper_out", (1, printed)) is None
    told = judged("paper_out", (1, held), (6, printed))
    assert told is not None
    assert told.seconds == 5


def test_a_cancelled_order_is_cleared() -> None:
    """The stop of the order book, and the clear that puts the order aside."""
    stopped = OrderStopped(reason=Reason.ORDER_HELD, holds=(), revision=2)
    told = judged(
        "cancelled", (1, packed()), (2, stopped), (4, refused(Reason.MUST_CLEAR)), (5, cleared(stopped.reason))
    )
    assert told is not None
    assert (told.seconds, told.errors, told.cleared_by) == (3, 1, "scanner")


def test_a_scan_that_was_under_way_costs_nothing() -> None:
    """It met the buyer's stop before anybody could see that; a second one was made against it."""
    stopped = OrderStopped(reason=Reason.ORDER_HELD, holds=(), revision=2)
    once = judged("cancelled", (2, stopped), (3, refused(Reason.MUST_CLEAR)), (6, cleared(stopped.reason)))
    twice = judged(
        "cancelled",
        (2, stopped),
        (3, refused(Reason.MUST_CLEAR)),
        (5, refused(Reason.MUST_CLEAR)),
        (6, cleared(stopped.reason)),
    )
    assert once is not None
    assert twice is not None
    assert (once.points, twice.errors, twice.points) == (MOST, 1, MOST - 1)


@pytest.mark.parametrize("typed", [True, False])
def test_packing_goes_on_without_a_scanner(typed: bool) -> None:
    """Plugged in again or typed by hand: what counts is the next unit."""
    lost, back = device(DeviceKind.SCANNER, up=False), device(DeviceKind.SCANNER, up=True)
    events: list[tuple[int, Event]] = [(1, lost), (8, packed())] if typed else [(1, lost), (3, back), (8, packed())]
    told = judged("scanner_unplugged", *events)
    assert told is not None
    assert (told.seconds, told.points) == (7, MOST)


def test_another_device_is_another_matter() -> None:
    """A scale that comes back is not the camera."""
    dark = device(DeviceKind.CAMERA, up=False)
    assert judged("camera_dark", (1, dark), (2, device(DeviceKind.SCALE, up=True))) is None
    assert judged("camera_dark", (1, dark), (2, device(DeviceKind.CAMERA, up=True))) is not None


def test_given_up() -> None:
    """Without the way out there is no point, and the errors are still told."""
    told = given_up([Told(0, refused(Reason.NOT_IN_ORDER)), Told(1, refused(Reason.MUST_CLEAR))])
    assert (told.found, told.errors, told.points) == (False, 2, 0)
    assert NOT_FOUND.points == 0


@pytest.mark.parametrize("lesson", DRILLS, ids=lambda lesson: lesson.id)
def test_silence_is_no_score(lesson: Lesson) -> None:
    """As long as nothing is recorded nothing is judged."""
    assert judge(lesson.task, [], began_us=0) is None
