"""Wall boards to be looked at: the states that must show well, in one place. Invented people and benches only."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from station.packing.cut_offs import Act
from station.ui import board_words as said
from station.ui.board_screen import Bench, BoardScreen, Call, CutOffNow, Fault, Truth
from station.ui.words import Words, named

MINUTE = 60_000_000
SECOND = 1_000_000
NOW = int(datetime(2026, 11, 21, 5, 46, 12, tzinfo=UTC).timestamp()) * SECOND
"""13:46:12 in Shanghai."""

DAY = NOW - (13 * 3_600 + 46 * 60 + 12) * SECOND
CAMERA = said.LOST.filled(device=Words(zh="相机", en="Camera"))


WHY = "the order book's server cannot be reached (postgresql://book). Check that it runs, and the network."


def at(hour: int, minute: int) -> int:
    return DAY + (hour * 60 + minute) * MINUTE


def bench(number: int, doing: str = "packing", per_hour: int | None = 24, clean: int = 99, **more: object) -> Bench:
    clean_percent = None if per_hour is None else clean
    made = Bench(
        bench=f"B{number:02}",
        packer=f"P{100 + number}",
        doing=doing,
        since_us=NOW - MINUTE,
        per_hour=per_hour,
        clean_percent=clean_percent,
    )
    return replace(made, **more)  # type: ignore[arg-type]


YTO, SF, EMS, POST = named("圆通", "YTO"), named("顺丰", "SF Express"), named("EMS", "EMS"), named("e邮宝", "ePacket")
CUT_OFFS = (
    CutOffNow(carrier=YTO, due_us=at(16, 0), left=554, done_us=at(15, 55), act=Act.BENCHES, benches=("B09", "B10")),
    CutOffNow(carrier=SF, due_us=at(17, 30), left=146, done_us=at(16, 29)),
    CutOffNow(carrier=EMS, due_us=at(18, 0), left=64, done_us=at(16, 44)),
    CutOffNow(carrier=POST, due_us=at(20, 0), left=88, done_us=at(17, 4)),
)
CALM = tuple(replace(each, act=Act.NONE, done_us=each.due_us - 40 * MINUTE) for each in CUT_OFFS)
TROUBLED = (
    bench(1, per_hour=25),
    bench(2, fault=Fault(what=CAMERA, since_us=NOW - 252 * SECOND)),
    bench(3, per_hour=22, clean=97),
    bench(4, "stopped", reason="wrong_label", since_us=NOW - 97 * SECOND, open=True),
    bench(5, "weighing"),
    bench(6, call=Call(raised_us=NOW - 75 * SECOND)),
    bench(7, per_hour=28, clean=100),
    bench(8, "signed_out", None, packer=""),
)
HALL = Truth(at_us=NOW - 3 * SECOND, benches=TROUBLED, cut_offs=CUT_OFFS, sealed=1279, clean_percent=99)
ALL_CALM = replace(HALL, benches=tuple(bench(n, per_hour=20 + n) for n in range(1, 9)), cut_offs=CALM)
CALLS = (
    bench(1, call=Call(raised_us=NOW - 42 * SECOND)),
    bench(2, call=Call(raised_us=NOW - 111 * SECOND, taken_by="P009")),
    bench(3, call=Call(raised_us=NOW - 341 * SECOND)),
    bench(4, open=True, silent_us=NOW - 420 * SECOND),
    bench(5, silent_us=NOW - 7_200 * SECOND),
    bench(6, "waiting"),
)


def many(count: int) -> Truth:
    """Most of them calm, a few in trouble far down the list."""
    doings = ("packing", "packing", "weighing", "sticking", "packing", "printing", "ready")
    benches = [bench(n, doings[n % len(doings)], per_hour=18 + n % 13, clean=100 - n % 4) for n in range(1, count + 1)]
    if count >= 9:
        benches[8] = replace(benches[8], call=Call(raised_us=NOW - 341 * SECOND))
        benches[4] = replace(benches[4], call=Call(raised_us=NOW - 30 * SECOND, taken_by="P009"))
    if count >= 40:
        benches[36] = replace(benches[36], call=Call(raised_us=NOW - 61 * SECOND))
        benches[22] = bench(23, "stopped", reason="not_in_order", since_us=NOW - 3_700 * SECOND)
        benches[39] = replace(benches[39], fault=Fault(what=CAMERA, since_us=NOW - 600 * SECOND))
    return replace(HALL, benches=tuple(benches))


def _screen(truth: Truth | None, **more: object) -> BoardScreen:
    made = BoardScreen(now_us=NOW, truth=truth, title="德清 3 号库")
    return replace(made, **more)  # type: ignore[arg-type]


SIX_CUT_OFFS = (
    *CUT_OFFS[1:],
    CutOffNow(carrier=said.NO_CARRIER, due_us=at(21, 0), left=31, done_us=at(18, 0)),
    CutOffNow(carrier=YTO, due_us=at(22, 0), left=1204, done_us=at(23, 10), act=Act.PACE, pace=320),
    CutOffNow(carrier=SF, due_us=at(23, 0), left=12, done_us=at(22, 58), act=Act.FIRST, benches=("B01",)),
)
NOBODY_PACKS = tuple(replace(each, done_us=None, act=Act.PACE) for each in CUT_OFFS[:2])
PAST = replace(CUT_OFFS[0], due_us=at(13, 30), done_us=at(14, 2), act=Act.LATE, left=9)
LATE = (replace(PAST, due_us=at(13, 30) - 86_400 * SECOND, left=2), PAST, *CALM[1:3])

EVENING = tuple(bench(n, "signed_out", None, packer="") for n in range(1, 9))

SCREENS: dict[str, BoardScreen] = {
    "hall": _screen(HALL),
    "all calm": _screen(ALL_CALM),
    "calls": _screen(replace(HALL, benches=CALLS, cut_offs=LATE)),
    "fifty": _screen(many(50)),
    "fifty later": _screen(many(50), now_us=NOW + 10 * SECOND),
    "twelve": _screen(many(12)),
    "sixteen": _screen(replace(many(16), cut_offs=SIX_CUT_OFFS)),
    "one": _screen(replace(HALL, benches=TROUBLED[:1], cut_offs=CALM[:1], sealed=4, clean_percent=100)),
    "three": _screen(replace(HALL, benches=CALLS[1:4], cut_offs=NOBODY_PACKS, sealed=0, clean_percent=None)),
    "six cut-offs": _screen(replace(HALL, cut_offs=SIX_CUT_OFFS)),
    "first day": _screen(replace(HALL, benches=(bench(1, "ready", None),), cut_offs=(), sealed=0, clean_percent=None)),
    "evening": _screen(replace(HALL, benches=EVENING, cut_offs=(), sealed=2131)),
    "empty": _screen(Truth(at_us=NOW, clean_percent=None)),
    "loading": _screen(None),
    "gone": _screen(
        replace(HALL, at_us=NOW - 403 * SECOND),
        gone_us=NOW - 398 * SECOND,
        why=WHY,
    ),
    "never": _screen(None, gone_us=NOW - 5 * SECOND, why=WHY),
    "no forecast": _screen(
        replace(HALL, cut_offs=None, why_no_cut_offs="more than 200000 orders wait. Finish or cancel old ones.")
    ),
}
