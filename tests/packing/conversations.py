"""Arbitrary conversations with a bench, for the properties: inputs that fit the order, and inputs that fit nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from hypothesis import strategies as st

from station.codes import badge_code, read
from station.packing.inputs import (
    Answered,
    Command,
    DeviceKind,
    Found,
    HoldsReply,
    Input,
    LabelFailed,
    LabelReady,
    LabelRecalled,
    LinkReport,
    MediaReport,
    OrderAlarm,
    OrderReply,
    Pressed,
    PrinterReport,
    PrintState,
    Reading,
    ScaleFault,
)
from station.packing.job import Job
from station.packing.media import MediaFile, PhotoId, PhotoMoment
from station.packing.media_events import PhotoMissing, PhotoTaken
from station.packing.model import Aspect, Change, Hold, HoldReason, JobId, Order, OrderNo, Sku, Waybill
from tests.packing.playbook import EAN, NUMBER, OTHER_EAN, RIGHT_MG, WAYBILL

Said: TypeAlias = Callable[[Job], Input]
"""An input that may look at the job: an answer to the prompt that is open, a report of the job that is printing."""

CODES = (
    NUMBER, "SO-2", EAN, OTHER_EAN, "MUG", "CARD", "HAT", WAYBILL, "YT9", "4006381333932", f"(01){EAN.zfill(14)}(21)S1",
    badge_code("7"), badge_code("9"), badge_code("404"), "", "x\x00", "S" * 600,
)  # fmt: skip
HOLD = Hold(reason=HoldReason.DISPUTE, since_us=1)
CHANGES = (Change(what=Aspect.QUANTITY, sku=Sku("MUG"), before="2", after="1"),)


def scans() -> st.SearchStrategy[Said]:
    code = st.sampled_from(CODES) | st.text(max_size=20)
    guard = st.sampled_from((0, 1_500))
    return st.builds(lambda text, ms: lambda job: read(text, device="s", guard_ms=ms), code, guard)


def presses() -> st.SearchStrategy[Said]:
    return st.builds(
        lambda command, reason, argument: lambda job: Pressed(command=command, reason=reason, argument=argument),
        st.sampled_from(Command), st.sampled_from(("", "torn", "wrong_box")),
        st.sampled_from(("", "M", "MUG", "CALL", "SPARE")),
    )  # fmt: skip


def readings() -> st.SearchStrategy[Said]:
    weight = st.sampled_from((None, 0, 182_000, RIGHT_MG, RIGHT_MG + 96_000)) | st.integers(-(10**7), 10**8)
    fault = st.sampled_from((None, None, None, *ScaleFault))

    def reading(weight_mg: int | None, stable: bool, fault: ScaleFault | None) -> Said:
        return lambda job: Reading(weight_mg=weight_mg, stable=stable, device="w", fault=fault)

    return st.builds(reading, weight, st.booleans(), fault)


def answers() -> st.SearchStrategy[Said]:
    def answer(value: str, job: Job) -> Input:
        return Answered(prompt=job.prompts[0].id if job.prompts else "gift", value=value)

    values = st.sampled_from(
        ("ok", "yes", "no", "cancel", "9", "7", "", "spare", "wait", "damaged", "wrong_box", "again", "without")
    )
    return st.builds(lambda value: lambda job: answer(value, job), values)


def replies(order: Order) -> st.SearchStrategy[Said]:
    def claimed(found: Found, fence: int, item: bool, job: Job) -> Input:
        code = job.asked or "x"
        scan = read(code, device="s") if item else None
        return OrderReply(code=code, found=found, order=order, fence=fence, item=item, scan=scan, waiting=fence)

    found = st.sampled_from((Found.CLAIMED, Found.CLAIMED, Found.CLAIMED, *Found))
    return st.builds(
        lambda f, fence, item: lambda job: claimed(f, fence, item, job), found, st.integers(1, 2), st.booleans()
    )


def holds(order: Order) -> st.SearchStrategy[Said]:
    def reply(kind: str, job: Job) -> Input:
        return HoldsReply(
            order=order.number, reached=kind != "silent", holds=(HOLD,) if kind == "held" else (),
            revision=order.revision + (kind == "changed"), fence=job.fence + (kind == "lost"),
            cancelled=kind == "cancelled", waybill=Waybill("YT5") if kind == "number" else None,
        )  # fmt: skip

    kinds = st.sampled_from(("ok", "ok", "ok", "number", "silent", "held", "changed", "lost", "cancelled"))
    return st.builds(lambda kind: lambda job: reply(kind, job), kinds)


def alarms(order: Order) -> st.SearchStrategy[Said]:
    def alarm(cancelled: bool, job: Job) -> Input:
        return OrderAlarm(
            order=order.number, cancelled=cancelled, fence=job.fence, revision=order.revision, changes=CHANGES
        )

    return st.builds(lambda cancelled: lambda job: alarm(cancelled, job), st.booleans())


def labels() -> st.SearchStrategy[Said]:
    def ready(fail: bool, job: Job) -> Input:
        job_id = job.label.job if job.label else JobId("L0")
        if fail:
            return LabelFailed(job=job_id, zh="姓名：缺字", en="name: no glyph")
        waybill = job.label.waybill if job.label else WAYBILL
        return LabelReady(job=job_id, waybill=waybill, printer="p", root_size=1, root="cm9vdA==", media=())

    return st.builds(lambda fail: lambda job: ready(fail, job), st.sampled_from((False, False, False, True)))


def reports() -> st.SearchStrategy[Said]:
    def report(state: PrintState, job: Job) -> Input:
        return PrinterReport(job=job.label.job if job.label else JobId("L0"), state=state, cause="paper_out")

    return st.builds(lambda state: lambda job: report(state, job), st.sampled_from(PrintState))


def recalls() -> st.SearchStrategy[Said]:
    def recall(whole: bool, job: Job) -> Input:
        return LabelRecalled(job=job.label.job if job.label else JobId("L0"), whole=whole)

    return st.builds(lambda whole: lambda job: recall(whole, job), st.booleans())


def links() -> st.SearchStrategy[Said]:
    def link(kind: DeviceKind, up: bool, word: str) -> Said:
        return lambda job: LinkReport(device="p", kind=kind, up=up, word=word)

    return st.builds(link, st.sampled_from(DeviceKind), st.booleans(), st.sampled_from(("ready", "paper_out")))


def media(order: Order) -> st.SearchStrategy[Said]:
    """A photo came or not, of this order or of another, in time or twice."""

    def report(came: bool, number: OrderNo, job: Job) -> Input:
        asked = job.photos_due[0] if job.photos_due and number == order.number else None
        photo = asked.photo if asked else PhotoId("P0-0")
        moment = asked.moment if asked else PhotoMoment.ASKED
        if not came:
            return MediaReport(said=PhotoMissing(order=number, photo=photo, moment=moment, camera="c", why="late"))
        file = MediaFile(sha256="ab" * 32, size=3, mime="image/jpeg", role="photo")
        taken = PhotoTaken(
            order=number, photo=photo, moment=moment, camera="c", width=4, height=3, source="usb", media=(file,)
        )
        return MediaReport(said=taken)

    numbers = st.sampled_from((order.number, order.number, OrderNo("SO-9")))
    return st.builds(lambda came, number: lambda job: report(came, number, job), st.booleans(), numbers)


def conversations(order: Order) -> st.SearchStrategy[list[Said]]:
    likely = (scans(), replies(order), readings(), holds(order), labels(), reports(), answers())
    others = (scans(), scans(), presses(), alarms(order), links(), recalls(), media(order))
    return st.lists(st.one_of(*likely, *others), max_size=60)
