from __future__ import annotations

from dataclasses import replace

import pytest

from station.packing.events import NothingToDo, PromptOpened
from station.packing.inputs import Command, DeviceKind, LinkReport, MediaReport, PrintState
from station.packing.media import MediaFile, PhotoMoment
from station.packing.media_events import PhotoAsked, PhotoMissing, PhotoTaken, PhotoWaived, VideoEnded
from station.packing.model import LineKind, Money, OrderLine, OrderNo, Sku
from station.packing.photos import PHOTOS_MAX
from station.packing.prompts import AGAIN, NO_PHOTO, WITHOUT
from station.packing.reasons import Reason
from station.packing.rules import PhotoRule, Rules
from tests.packing.playbook import EAN, MUG, NUMBER, ORDER, RIGHT_MG, RULES, WAYBILL, Playbook

OPEN, ITEM, LABEL, SEALED, ASKED = (
    PhotoMoment.OPEN_BOX, PhotoMoment.ITEM, PhotoMoment.LABEL, PhotoMoment.SEALED_BOX, PhotoMoment.ASKED,
)  # fmt: skip
BOLT = OrderLine(sku=Sku("BOLT"), quantity=1, kind=LineKind.BY_HAND)


def _rules(*moments: PhotoMoment, required: tuple[PhotoMoment, ...] = (), video: tuple[str, ...] = ()) -> Rules:
    photos = tuple(PhotoRule(moment=moment, camera="box", required=moment in required) for moment in moments)
    return replace(RULES, photos=photos, video=video)


def _taken(asked: PhotoAsked) -> MediaReport:
    file = MediaFile(sha256="ab" * 32, size=3, mime="image/jpeg", role="photo", at_ms=1)
    return MediaReport(
        said=PhotoTaken(
            order=asked.order,
            photo=asked.photo,
            moment=asked.moment,
            camera=asked.camera,
            width=4,
            height=3,
            source="usb",
            media=(file,),
        )
    )


def _missing(asked: PhotoAsked, why: str = "offline") -> MediaReport:
    return MediaReport(
        said=PhotoMissing(order=asked.order, photo=asked.photo, moment=asked.moment, camera=asked.camera, why=why)
    )


def _asked(bench: Playbook) -> PhotoAsked:
    asked = bench.last("PhotoAsked")
    assert isinstance(asked, PhotoAsked)
    return asked


def test_a_bench_without_a_camera_asks_for_no_photo() -> None:
    """Without cameras a parcel's record is what it was, and PHOTO says that there is none."""
    bench = Playbook().sealed()
    assert not [event for event in bench.history if isinstance(event, PhotoAsked)]
    assert bench.presses(Command.PHOTO) == ["NothingToDo"]
    done = bench.last("NothingToDo")
    assert isinstance(done, NothingToDo)
    assert done.what == "no_camera"


def test_each_moment_has_its_photo() -> None:
    """An item by hand, the box when the last unit is in, and the sealed box are photographed, and nothing waits."""
    bench = Playbook(_rules(OPEN, ITEM, SEALED))
    bench.opens(replace(ORDER, lines=(*ORDER.lines, BOLT)))
    assert bench.presses(Command.BY_HAND) == ["ItemPacked", "PhotoAsked"]
    assert (_asked(bench).moment, bench.did) == (ITEM, ["TakePhoto"])
    bench.scans(EAN)
    bench.scans(EAN)
    assert bench.scans("CARD") == ["ItemPacked", "PhotoAsked"]
    assert _asked(bench).moment is OPEN
    rest = Playbook(_rules(SEALED)).printed()
    assert rest.scans(WAYBILL) == ["LabelConfirmed", "PhotoAsked", "ParcelSealed"]
    assert rest.job.sealed


def test_one_picture_for_two_moments_of_one_camera() -> None:
    """Label and sealed box are one picture of the camera that sees both, and two where each has its own."""
    bench = Playbook(_rules(SEALED, LABEL)).printed()
    assert bench.scans(WAYBILL) == ["LabelConfirmed", "PhotoAsked", "ParcelSealed"]
    both = replace(
        RULES, photos=(PhotoRule(moment=SEALED, camera="box"), PhotoRule(moment=LABEL, camera="label camera"))
    )
    bench = Playbook(both).printed()
    assert bench.scans(WAYBILL) == ["LabelConfirmed", "PhotoAsked", "PhotoAsked", "ParcelSealed"]
    assert {asked.camera for asked in bench.job.photos_due} == {"box", "label camera"}


def test_the_open_box_is_photographed_anew_after_a_change() -> None:
    """A unit taken out and put in again makes another box, which has its own photo."""
    bench = Playbook(_rules(OPEN)).packed()
    first = _asked(bench)
    bench.presses(Command.UNDO)
    bench.packs_all()
    assert _asked(bench).photo != first.photo


def test_a_photo_that_does_not_come_holds_up_nothing() -> None:
    """It is recorded with its reason, and the label prints as ever."""
    bench = Playbook(_rules(OPEN)).packed()
    asked = _asked(bench)
    assert bench.weighs(RIGHT_MG) == ["ParcelWeighed", "HoldsAsked"]
    assert bench.says(_missing(asked)) == ["PhotoMissing"]
    assert bench.hears_holds() == ["LabelAllowed"]
    assert not bench.job.photos_due


def test_a_required_photo_is_waited_for() -> None:
    """The label waits for the open box's photo, and goes on by itself when it is there."""
    bench = Playbook(_rules(OPEN, required=(OPEN,))).packed()
    assert bench.job.waits_for_photo
    assert bench.weighs(RIGHT_MG) == ["ParcelWeighed"]
    assert bench.says(_taken(bench.job.photos_due[0])) == ["PhotoTaken", "HoldsAsked"]
    assert bench.job.photos_taken == 1


def test_a_required_photo_that_does_not_come_is_asked_about() -> None:
    """Both ways on stand in the question: once more, which PHOTO does too, or without it."""
    bench = Playbook(_rules(OPEN, required=(OPEN,))).packed()
    bench.weighs(RIGHT_MG)
    assert bench.says(_missing(bench.job.photos_due[0])) == ["PhotoMissing", "PromptOpened", "LabelHeld"]
    opened = bench.last("PromptOpened")
    assert isinstance(opened, PromptOpened)
    assert (opened.prompt.id, opened.prompt.choices) == (NO_PHOTO, (AGAIN, WITHOUT))
    assert bench.answers(NO_PHOTO, AGAIN) == ["PromptAnswered", "PhotoAsked"]
    assert _asked(bench).required
    bench.says(_missing(_asked(bench)))
    assert bench.presses(Command.PHOTO) == ["PromptAnswered", "PhotoAsked"]
    assert bench.says(_taken(_asked(bench))) == ["PhotoTaken", "HoldsAsked"]


def test_going_without_a_required_photo_is_a_supervisors_act() -> None:
    """Where there are supervisors one must be signed in; the waiver says who and which."""
    bench = Playbook(_rules(OPEN, required=(OPEN,))).packed()
    bench.weighs(RIGHT_MG)
    bench.says(_missing(bench.job.photos_due[0]))
    assert bench.answers(NO_PHOTO, WITHOUT) == ["ScanRefused"]
    assert bench.why() is Reason.NOT_ALLOWED
    bench.shows_badge("9")
    assert bench.answers(NO_PHOTO, WITHOUT) == ["PromptAnswered", "PhotoWaived", "HoldsAsked"]
    waived = bench.last("PhotoWaived")
    assert isinstance(waived, PhotoWaived)
    assert (waived.by, waived.moments) == ("p-9", (OPEN,))


def test_where_nobody_is_a_supervisor_the_packer_decides() -> None:
    """A bench alone is not locked out by its own camera."""
    bench = Playbook(replace(_rules(OPEN, required=(OPEN,)), roster={})).packed()
    bench.weighs(RIGHT_MG)
    bench.says(_missing(bench.job.photos_due[0]))
    assert bench.answers(NO_PHOTO, WITHOUT)[-1] == "HoldsAsked"


def test_a_required_photo_of_the_sealed_box_keeps_the_seal_back() -> None:
    """The label is confirmed, the seal follows the photo; a second scan of the label says what is waited for."""
    bench = Playbook(_rules(SEALED, required=(SEALED,))).printed()
    assert bench.scans(WAYBILL) == ["LabelConfirmed", "PhotoAsked"]
    asked = _asked(bench)
    assert not bench.job.sealed
    bench.scans(WAYBILL)
    done = bench.last("NothingToDo")
    assert isinstance(done, NothingToDo)
    assert done.what == "photo_awaited"
    assert bench.says(_taken(asked)) == ["PhotoTaken", "ParcelSealed"]


def test_a_seal_waits_for_the_clear_of_a_stop() -> None:
    """A photo that comes while the bench is locked is recorded, and the seal follows the clear."""
    bench = Playbook(_rules(SEALED, required=(SEALED,))).printed()
    bench.scans(WAYBILL)
    asked = _asked(bench)
    bench.scans("YT999")
    assert bench.says(_taken(asked)) == ["PhotoTaken"]
    assert bench.presses(Command.CLEAR) == ["StopCleared", "ParcelSealed"]


def test_a_photo_comes_after_its_parcel() -> None:
    """It is recorded as its own order's and leaves the open one alone; of its own it is not recorded twice."""
    bench = Playbook(_rules(SEALED)).printed()
    bench.scans(WAYBILL)
    asked = _asked(bench)
    before = bench.job
    assert bench.says(_taken(asked)) == ["PhotoTaken"]
    assert bench.says(_taken(asked)) == ["NothingToDo"]
    assert bench.job.photos_taken == before.photos_taken + 1
    bench.opens(replace(ORDER, number=OrderNo("SO-2")))
    opened = bench.job
    assert bench.says(_missing(asked)) == ["PhotoMissing"]
    assert bench.job == opened


@pytest.mark.parametrize("required", [False, True])
def test_a_photo_comes_after_its_order_was_put_aside_and_opened_again(required: bool) -> None:
    """It was asked for and is there: it is recorded, once, and nobody is asked about one that is lacking from then."""
    bench = Playbook(_rules(ITEM, required=(ITEM,) if required else ()))
    order = replace(ORDER, lines=(*ORDER.lines, BOLT))
    asked = []
    for fence in (1, 2, 3):
        bench.opens(order, fence=fence)
        assert bench.presses(Command.BY_HAND) == ["ItemPacked", "PhotoAsked"]
        asked.append(_asked(bench))
        if fence < 3:
            assert bench.presses(Command.HOLD) == ["OrderParked"]
    assert bench.says(_taken(asked[0])) == ["PhotoTaken"]
    assert bench.says(_taken(asked[0])) == ["NothingToDo"]
    assert bench.says(_missing(asked[1])) == ["PhotoMissing"]
    assert (bench.job.photos_lacking, bench.job.photos_due) == ((), (asked[2],))
    assert bench.says(_taken(asked[2])) == ["PhotoTaken"]
    assert bench.job.photos_taken == 2


def test_photo_takes_one_now() -> None:
    """PHOTO photographs the parcel on the bench, also a sealed one, up to a limit; with none open there is nothing."""
    bench = Playbook(_rules(ASKED))
    assert bench.presses(Command.PHOTO) == ["NothingToDo"]
    bench.opens()
    for _ in range(PHOTOS_MAX):
        assert bench.presses(Command.PHOTO) == ["PhotoAsked"]
    assert bench.presses(Command.PHOTO) == ["NothingToDo"]
    sealed = Playbook(_rules(ASKED)).sealed()
    assert sealed.presses(Command.PHOTO) == ["PhotoAsked"]


@pytest.mark.parametrize(("shops", "classes", "asks"), [("demo", "", True), ("other", "", False), ("", "glass", False)])
def test_photos_of_some_orders_only(shops: str, classes: str, asks: bool) -> None:
    """A rule for a shop or a class of goods asks for photos of no other orders."""
    rule = PhotoRule(
        moment=OPEN,
        camera="box",
        shops=frozenset(filter(None, [shops])),
        goods_classes=frozenset(filter(None, [classes])),
    )
    bench = Playbook(replace(RULES, photos=(rule,))).packed()
    assert bool(bench.job.photos_due) is asks


def test_the_stricter_of_two_rules_counts() -> None:
    """A moment that is required for this order is asked for as required, whatever stands before it."""
    rules = replace(
        RULES,
        photos=(
            PhotoRule(moment=OPEN, camera="box"),
            PhotoRule(moment=OPEN, camera="box", required=True, shops=frozenset({"demo"})),
        ),
    )
    assert Playbook(rules).packed().job.waits_for_photo


def test_video_runs_from_the_opening_to_the_seal() -> None:
    """It starts with the order and stops with its seal or when it is put aside; segments may still come."""
    bench = Playbook(_rules(video=("box", "overview")))
    bench.opens()
    assert [type(event).__name__ for event in bench.events] == ["OrderOpened", "VideoStarted"]
    assert bench.did == ["StartVideo"]
    assert bench.presses(Command.HOLD) == ["OrderParked"]
    assert bench.did == ["ReleaseOrder", "StopVideo"]
    sealed = Playbook(_rules(video=("box",))).sealed()
    assert sealed.did == ["StopVideo"]
    assert sealed.says(MediaReport(said=VideoEnded(order=NUMBER, camera="box"))) == ["VideoEnded"]


def test_a_restart_in_the_midst_films_on() -> None:
    """The order on the bench is filmed anew after a restart, and a bench at rest is not."""
    bench = Playbook(_rules(video=("box",))).packed()
    assert bench.restarts()[:2] == ["BenchStarted", "VideoStarted"]
    assert "StartVideo" in bench.did
    assert Playbook(_rules(video=("box",))).restarts() == ["BenchStarted"]


def test_a_restart_still_owes_a_required_photo() -> None:
    """What was asked before the restart is missing after it, and is asked about."""
    bench = Playbook(_rules(OPEN, required=(OPEN,))).packed()
    bench.weighs(RIGHT_MG)
    assert bench.restarts() == ["BenchStarted"]
    assert bench.says(_missing(bench.job.photos_due[0], "restart"))[:2] == ["PhotoMissing", "PromptOpened"]


def test_a_camera_that_comes_and_goes_is_a_device() -> None:
    """Its loss is recorded and nothing else changes."""
    bench = Playbook(_rules(OPEN)).sent()
    gone = LinkReport(device="box", kind=DeviceKind.CAMERA, up=False, word="stale")
    assert bench.says(gone) == ["DeviceChanged"]
    assert bench.printer_says(PrintState.PRINTED) == ["LabelPrinted"]


@pytest.mark.parametrize(
    ("declared", "asks"), [(("USD", 99), False), (("USD", 100), True), (("CNY", 1), True), (None, True)]
)
def test_photos_of_dear_orders_only(declared: tuple[str, int] | None, asks: bool) -> None:
    """A threshold counts what is declared for all units; an order without a comparable value is photographed."""
    value = Money(hundredths=declared[1] * 100, currency=declared[0]) if declared else None
    order = replace(ORDER, lines=(replace(MUG, quantity=1, declared_value=value),))
    rule = PhotoRule(moment=OPEN, camera="box", value_from=Money(hundredths=10_000, currency="USD"))
    bench = Playbook(replace(RULES, photos=(rule,))).packed(order)
    assert bool(bench.job.photos_due) is asks
