"""Invented figures of an afternoon, as in the target picture, and the screens that must show well."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from station.ui import supervisor_act_words as acting
from station.ui import supervisor_acts as acts
from station.ui import supervisor_screen as pages
from station.ui import supervisor_words as said
from station.ui.dispute_words import KINDS as KINDS_OF_DISPUTE
from station.ui.supervisor_board import (
    Against,
    Bar,
    BenchLine,
    Board,
    Cell,
    Column,
    CutOffLine,
    Drill,
    Group,
    Health,
    Line,
    Page,
    Period,
    Query,
    Rank,
    Row,
    Shared,
    Slot,
    Speed,
    Stack,
    Totals,
)
from station.ui.supervisor_drills import drill_at
from station.ui.supervisor_screen import Panel, Spot, Step, SupervisorScreen
from station.ui.words import Words, listed, named, same

ZONE = timezone(timedelta(hours=8))
HOUR_US = 3_600_000_000
MINUTE_US = 60_000_000
NOON_US = int(datetime(2026, 11, 21, 13, 46, tzinfo=ZONE).timestamp()) * 1_000_000
MORNING_US = int(datetime(2026, 11, 21, 0, 0, tzinfo=ZONE).timestamp()) * 1_000_000
TODAY = said.THIS_DAY.filled(day=said.MONTH_DAY.filled(month="11", day="21"))

_ROWS = (
    ("B01", "陈禾", (26, 31, 33, 32, 18, 25), 28.6, 68.6, 99.4, 5),
    ("B02", "赵一苇", (28, 34, 35, 34, 20, 27), 30.8, 77.1, 99.1, 7),
    ("B03", "何满", (22, 27, 30, 29, 31, 22), 27.9, 80.9, 99.6, 3),
    ("B04", "苏棠", (30, 36, 38, 37, 21, 29), 33.1, 62.9, 98.2, 14),
    ("B05", "郑川", (25, 30, 29, 12, 17, 24), 23.7, 54.6, 99.0, 6),
    ("B06", "白露", (None, 18, 24, 26, 14, 20), 22.2, 48.8, 99.3, 4),
    ("B07", "林晓", (29, 33, 36, 35, 19, 28), 31.2, 81.1, 99.7, 4),
    ("B08", "方砚", (24, 29, 31, 30, 28, 23), 28.6, 77.2, 99.2, 5),
)


def _slots() -> tuple[Slot, ...]:
    begin = MORNING_US + 8 * HOUR_US
    return tuple(
        Slot(
            from_us=begin + at * HOUR_US,
            to_us=begin + (at + 1) * HOUR_US,
            name=said.HOUR_HEAD.filled(hour=8 + at),
            part_minutes=46 if at == 5 else None,
        )
        for at in range(6)
    )


def _why(key: str, at: int) -> Words | None:
    if (key, at) == ("B05", 3):
        return listed((said.LOST.filled(n=1), said.IDLE.filled(n=14)))
    return said.REFUSED.filled(n=3) if (key, at) == ("B04", 1) else None


def _row(key: str, name: str, counts: tuple[int | None, ...], *figures: float) -> Row:
    speed = Speed(
        parcels=sum(count or 0 for count in counts),
        per_hour=figures[0],
        lines_per_hour=figures[1],
        first_pass=figures[2],
        saves=int(figures[3]),
    )
    cells = tuple(Cell(parcels=count, why=_why(key, at)) for at, count in enumerate(counts))
    return Row(key=key, names=(same(name),), cells=cells, speed=speed, marked=figures[2] < 99.0)


ROWS = tuple(_row(*each) for each in _ROWS)


def _cut_off(name: Words, left: int, due: str, begin: str, done: str, mend: Words | None = None) -> CutOffLine:
    def at(text: str) -> int:
        hours, minutes = text.split(":")
        return MORNING_US + int(hours) * HOUR_US + int(minutes) * MINUTE_US

    return CutOffLine(
        carrier=name.en, name=name, left=left, due_us=at(due), begin_us=at(begin), done_us=at(done),
        misses=0, misses_if_slower=25 if mend else 0, slower_percent=8, mend=mend, reassigns=mend is not None,
    )  # fmt: skip


CUT_OFFS = (
    _cut_off(named("圆通", "YTO"), 554, "16:00", "13:46", "15:55",
             said.FIRST.filled(benches="B03, B08", carrier=named("圆通", "YTO"), slack="0:26")),
    _cut_off(named("顺丰", "SF"), 146, "17:30", "15:55", "16:29"),
    _cut_off(same("EMS"), 64, "18:00", "16:29", "16:44"),
    _cut_off(named("e邮宝", "ePacket"), 88, "20:00", "16:44", "17:04"),
)  # fmt: skip


def _stack(name: str, parts: tuple[int, ...], expected: float, waits: tuple[str, ...] = ()) -> Stack:
    steps = tuple((words, float(seconds)) for words, seconds in zip(said.STEPS.values(), parts, strict=True))
    return Stack(
        order_class=name, name=said.CLASSES[name], steps_s=steps, took_s=float(sum(parts)), expected_s=expected,
        first_pass=99.1, waits_at=waits,
    )  # fmt: skip


STACKS = (
    _stack("single", (9, 8, 6, 7, 9), 41),
    _stack("one_sku", (19, 9, 7, 7, 10), 50),
    _stack("mixed", (44, 24, 11, 10, 14), 92, ("B01", "B03")),
)
KINDS = ("scanner", "printer", "scale", "camera")


def _bench(bench: str) -> BenchLine:
    wrong = {("B02", "camera"): said.GONE, ("B05", "printer"): said.DEVICE_WORDS["paper_out"]}
    devices = tuple(Health(word=wrong.get((bench, kind))) for kind in KINDS)
    gaps = said.GAP_PHOTOS.filled(n=2) if bench == "B06" else None
    silent = said.SILENT.filled(span="0:14") if bench == "B08" else None
    return BenchLine(bench=bench, devices=devices, gaps=gaps, silent=silent)


COST_EACH = {"wrong_item": 22, "over_scan": 22, "weight": 22, "wrong_label": 44}


def _bars(counts: dict[str, int], names: dict[str, Words], prefix: str = "") -> tuple[Bar, ...]:
    return tuple(
        Bar(
            figure=f"{prefix}{key}",
            name=names[key],
            count=count,
            most_at="B04" if key == "wrong_item" else "",
            cost=COST_EACH[key] * count if key in COST_EACH else None,
            currency="USD" if prefix else "",
        )
        for key, count in counts.items()
    )


BOARD = Board(
    query=Query(),
    from_us=MORNING_US,
    to_us=NOON_US,
    at_us=NOON_US,
    title=TODAY,
    totals=Totals(
        speed=Speed(parcels=1279, per_hour=227, lines_per_hour=556, first_pass=99.1, saves=48),
        left=852,
        last_hour=258,
        lines_per_parcel=2.4,
    ),
    slots=_slots(),
    rows=ROWS,
    cut_offs=CUT_OFFS,
    saves=_bars(
        {"wrong_item": 21, "over_scan": 11, "weight": 8, "hold": 5, "wrong_label": 3}, dict(said.SAVE_NAMES), "saved."
    ),
    saves_worth=said.WORTH.filled(currency="USD", amount="1,012"),
    signs=_bars({"by_hand": 12, "undo": 8, "reprints": 5, "shorts": 2, "parked": 1}, dict(said.SIGN_NAMES)),
    stacks=STACKS,
    kinds=KINDS,
    benches=tuple(_bench(row.key) for row in ROWS),
    slack_wanted_us=15 * MINUTE_US,
    shared=(
        Shared(
            kind=KINDS_OF_DISPUTE["damaged"],
            what=acting.GROUPS["carton"].filled(value="S"),
            having=14,
            among=17,
            usual_percent=38.0,
        ),
        Shared(
            kind=KINDS_OF_DISPUTE["not_received"],
            what=acting.GROUPS["carrier"].filled(value=named("e邮宝", "ePacket")),
            having=9,
            among=11,
            usual_percent=22.4,
        ),
    ),
)


def _then(row: Row) -> Row:
    then = replace(row.speed, parcels=row.speed.parcels - 9, first_pass=98.7, saves=(row.speed.saves or 0) + 2)
    return replace(row, then=then)


YESTERDAY = replace(
    BOARD,
    query=Query(against=Against.BEFORE),
    then_title=said.A_DAY.filled(day=said.MONTH_DAY.filled(month="11", day="20")),
    rows=tuple(_then(row) for row in ROWS),
    totals=replace(BOARD.totals, then=Speed(parcels=1207, per_hour=219, lines_per_hour=540, first_pass=98.8, saves=61)),
)


def _many() -> Board:
    """Fifty benches with the longest names, and a week's digits."""
    rows = tuple(
        replace(ROWS[at % 8], key=f"B{at + 1:02}", names=(same("阿卜杜热合曼·吐尔逊江"), same(f"P{at + 1:03}")))
        for at in range(50)
    )
    lines = tuple(replace(BOARD.benches[at % 8], bench=f"B{at + 1:02}") for at in range(50))
    cut_offs = tuple(replace(CUT_OFFS[at % 4], due_us=CUT_OFFS[at % 4].due_us + at * MINUTE_US) for at in range(11))
    return replace(
        BOARD, rows=rows, benches=lines, cut_offs=cut_offs,
        totals=replace(BOARD.totals, speed=replace(BOARD.totals.speed, parcels=1_004_231, saves=12_048), left=118_520),
    )  # fmt: skip


def _carriers() -> Board:
    rows = tuple(
        Row(
            key=key,
            names=(),
            label=name,
            cells=ROWS[at].cells,
            speed=Speed(parcels=320 - at * 70, first_pass=99.2 - at),
        )
        for at, (key, name) in enumerate(
            (("yto", named("圆通", "YTO")), ("sf", named("顺丰", "SF")), ("ems", same("EMS")))
        )
    )
    return replace(BOARD, query=Query(group=Group.CARRIER), rows=rows)


def _packers() -> Board:
    rows = tuple(replace(row, key=f"P00{at}", names=row.names) for at, row in enumerate(ROWS))
    return replace(BOARD, query=Query(group=Group.PACKER, period=Period.WEEK), rows=rows)


def _late() -> Board:
    """Somebody's cut-off is missed, nobody is free, and nothing is known of the last carrier."""
    missed = replace(
        CUT_OFFS[0],
        done_us=CUT_OFFS[0].due_us + 12 * MINUTE_US,
        misses=41,
        mend=said.FASTER.filled(pace="301.5"),
        reassigns=False,
    )
    unknown = replace(CUT_OFFS[3], begin_us=None, done_us=None)
    return replace(BOARD, cut_offs=(missed, *CUT_OFFS[1:3], unknown))


def _put_first() -> Board:
    """The key was pressed: the carrier's orders stand first, and the slack is there."""
    first = replace(
        CUT_OFFS[0], done_us=CUT_OFFS[0].due_us - 26 * MINUTE_US, mend=None, reassigns=False, misses_if_slower=0,
        first=512,
    )  # fmt: skip
    return replace(BOARD, cut_offs=(first, *CUT_OFFS[1:]))


def _ranked() -> SupervisorScreen:
    allowed = acting.RANKING_BY.filled(who=same("王芳"), time="2026-11-20 17:02")
    screen = pages.pointed(of(replace(BOARD, ranking=allowed)), Panel.HEAT, Spot(2, 9))
    return acts.sorted_by(screen)


def _asked() -> SupervisorScreen:
    screen = pages.pointed(of(BOARD), Panel.CUT_OFFS, Spot())
    offered = acts.offered(screen)
    assert offered is not None
    return acts.asked(screen, offered)


FIRST_DAY = Board(
    query=Query(), from_us=MORNING_US, to_us=NOON_US, at_us=NOON_US, title=TODAY,
    totals=Totals(speed=Speed(parcels=0), left=0), slots=_slots(), begun=False,
)  # fmt: skip


def _quiet() -> Board:
    """The first minute of an ordinary day: orders wait, benches stand ready, nothing is sealed yet."""
    lines = tuple(replace(line, begin_us=None, done_us=None, mend=None, misses_if_slower=0) for line in CUT_OFFS)
    return replace(
        FIRST_DAY,
        cut_offs=tuple(replace(line, reassigns=False) for line in lines),
        totals=Totals(speed=Speed(parcels=0), left=852),
        kinds=KINDS,
        benches=BOARD.benches,
        slots=_slots()[:1],
        begun=True,
    )


def _drill() -> Drill:
    drill = drill_at(pages.pointed(of(BOARD), Panel.SAVES, Spot(0)))
    assert drill is not None
    return drill


def _far(page: int) -> SupervisorScreen:
    """Ten thousand entries behind a figure, looked through as far as this page."""
    screen = opened(BOARD)
    behind = screen.behind
    assert behind is not None
    return replace(screen, opened=(replace(behind, before=(behind.drill,) * (page - 1), row=27),))


def of(board: Board) -> SupervisorScreen:
    return pages.looked(SupervisorScreen(query=board.query, now_us=NOON_US), board)


def page_of(drill: Drill, count: int = 50) -> Page:
    """Refused scans, one each minute."""
    heads = [said.COLUMNS[key] for key in ("time", "bench", "packer", "order", "entry", "reason")]
    shares = (14, 8, 14, 24, 16, 24)
    columns = tuple(Column(head=head, share=share) for head, share in zip(heads, shares, strict=True))
    entry = replace(drill, what="entry", title=(same("B04 1/8123"),))
    lines = tuple(
        Line(
            cells=(
                same(f"11-21 11:{at:02}:07"), same("B04"), same("苏棠"), same(f"27900000000{at:08}"),
                said.KINDS["ScanRefused"], Words(zh="商品错误，不要装箱", en="Wrong item: do not pack it"),
            ),
            into=entry,
        )
        for at in range(count)
    )  # fmt: skip
    return Page(drill=drill, columns=columns, lines=lines, more=replace(drill, place="next") if count else None)


def opened(board: Board, count: int = 50) -> SupervisorScreen:
    screen = pages.pointed(of(board), Panel.SAVES, Spot(0))
    drill = drill_at(screen)
    assert drill is not None
    screen = pages.paged(pages.entered(screen, drill), page_of(drill, count))
    return pages.stepped(screen, Step.DOWN)


def screens() -> dict[str, SupervisorScreen]:
    sentence = "the order book's server cannot be reached (postgresql://book). Check that it runs, and the network."
    panels = {
        f"on {panel.value}": pages.pointed(of(BOARD), panel, Spot()) for panel in Panel if panel is not Panel.HEAT
    }
    return {
        "today": of(BOARD),
        "first day": of(FIRST_DAY),
        "empty": of(_quiet()),
        "loading": SupervisorScreen(now_us=NOON_US),
        "offline": pages.unreachable(of(BOARD), sentence, now_us=NOON_US + MINUTE_US),
        "offline at start": pages.unreachable(SupervisorScreen(now_us=NOON_US), sentence, now_us=NOON_US),
        "error": pages.failed(
            of(BOARD), "the figures' rules cannot be read: no quarter 25:00 (rules/figures.toml). Mend it."
        ),
        **panels,
        "compared": of(YESTERDAY),
        "carriers": of(_carriers()),
        "packers": of(_packers()),
        "fifty": pages.pointed(of(_many()), Panel.HEAT, Spot(41, 3)),
        "fifty cut-offs": pages.pointed(of(_many()), Panel.CUT_OFFS, Spot(9)),
        "fifty devices": pages.pointed(of(_many()), Panel.DEVICES, Spot(49, 1)),
        "late": pages.pointed(of(_late()), Panel.CUT_OFFS, Spot()),
        "asked to reassign": _asked(),
        "put first": pages.pointed(of(_put_first()), Panel.CUT_OFFS, Spot()),
        "on disputes": pages.pointed(of(BOARD), Panel.SAVES, Spot(6)),
        "asked to rank": acts.asked(of(BOARD), Rank(allow=True)),
        "ranked": _ranked(),
        "all keys": replace(of(BOARD), keys=True),
        "behind": opened(BOARD),
        "behind, loading": pages.entered(pages.pointed(of(BOARD), Panel.SAVES, Spot(0)), _drill()),
        "behind, offline": pages.unreachable(opened(BOARD), sentence, now_us=NOON_US + MINUTE_US),
        "behind, nothing": opened(BOARD, 0),
        "ten thousand": _far(201),
        "exported": pages.noticed(of(BOARD), said.EXPORTED.filled(file="exports/supervisor-2026-11-21-by-hour.xlsx")),
    }
