"""The packing side's views in states that their own tests have no sample of. Invented orders and people only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from station import finder
from station.packing.model import OrderNo, OrderState, Sku
from station.packing.reasons import Reason
from station.packing.sorting import Placed, Refused, Wall
from station.packing.wall_answers import Note, Noted
from station.ui import handover_screen, merge_screen
from station.ui.handover_screen import DockSight, HandoverScreen, MissingRow
from station.ui.handover_words import NOTHING
from station.ui.merge_screen import MergeScreen
from station.ui.queue_model import PAGE, QueueFound, QueueRow
from station.ui.queue_view import QueueView
from station.ui.screen import Verdict
from station.ui.setup_screen import SetupScreen
from station.ui.wall_screen import WallScreen, present_wall
from station.ui.words import Words, beside, named, same
from tests.ui import test_handover_view, test_merge_view, test_setup_view, test_wall_view

SENTENCE = "the order book's server cannot be reached: postgresql://book. Check that it runs, and the network."
MANY = 10_000


# The queue


@dataclass(frozen=True, slots=True)
class Queue:
    """What the finder's desk brings: ``found`` None is a question without an answer yet."""

    search: str = ""
    found: QueueFound | None = None
    trouble: str = ""
    unreachable: bool = False


MINUTE_US = 60_000_000
READY = finder.STATES[OrderState.READY]
STATES = (
    (READY, finder._left(200 * MINUTE_US), False),
    (beside([finder._EXPEDITED, READY]), finder._left(-65 * MINUTE_US), True),
    (finder.STATES[OrderState.OUTSIDE], finder._left(3 * 24 * 60 * MINUTE_US), False),
    (finder.STATES[OrderState.HANDED_OVER], NOTHING, False),
)
NAMES = ("SO-20261121-0387", "8162738495061728394", "SHOP-EU-2026-11-21-000042-A", "DEMO-7")
SERVICES = (
    named("圆通速递", "YTO Express"),
    same("中国邮政国际小包（挂号）"),
    named("顺丰标快", "SF Express Standard"),
    same(""),
)


def _row(at: int) -> QueueRow:
    state, left, late = STATES[at % len(STATES)]
    return QueueRow(
        order=f"{NAMES[at % len(NAMES)]}" if at < len(NAMES) else f"SO-20261121-{at:04}",
        state=state,
        cutoff="11-21 16:00",
        left=left,
        late=late,
        units=str(at % 9 + 1 if at != 1 else 1_200),
        service=SERVICES[at % len(SERVICES)],
        tote=f"T{at:02}" if at % 3 else "",
    )


def _found(total: int, search: str = "", *, none_at_all: bool = False) -> QueueFound:
    rows = [_row(at) for at in range(min(total, PAGE))]
    return QueueFound(search=search, first=0, total=total, rows=rows, none_at_all=none_at_all)


QUEUE = {
    "queue": Queue(found=_found(38)),
    "found": Queue(search="0387", found=_found(3, "0387")),
    "not found": Queue(search="圆珠笔 0.5 mm", found=_found(0, "圆珠笔 0.5 mm")),
    "all packed": Queue(found=_found(0)),
    "first day": Queue(found=_found(0, none_at_all=True)),
    "loading": Queue(),
    "offline": Queue(found=_found(38), trouble=SENTENCE, unreachable=True),
    "offline at start": Queue(trouble=SENTENCE, unreachable=True),
    "error": Queue(
        trouble="the order book orders.db has schema 0015; this program needs 0016. Run sealbench db upgrade."
    ),
    "ten thousand": Queue(found=_found(MANY)),
}


def put_queue(view: QueueView, queue: Queue) -> None:
    """As the desk's answers come in: the view knows nothing of the sample before."""
    for search, found in (("", _found(0)), (queue.search, queue.found)):
        view.show_search(search)
        if found is not None:
            view.model.take(found)
    if queue.trouble:
        view.fail(queue.trouble, unreachable=queue.unreachable)


# The dock


def dock() -> dict[str, HandoverScreen]:
    seen = test_handover_view.screens()["scanning"]
    nothing = DockSight(number=7, carrier=NOTHING, count=0, weight_mg=0, unweighed=0, missing=())
    begun = HandoverScreen(sight=nothing, known=False)
    empty = DockSight(number=8, carrier=test_handover_view.SIGHT.carrier, count=0, weight_mg=0, unweighed=0, missing=())
    rows = tuple(
        MissingRow(order=f"SO-20261121-{at:05}", waybill=f"YT{7_000_000_000_000 + at}", bench=f"B{at % 9 + 1:02}")
        for at in range(MANY)
    )
    full = replace(test_handover_view.SIGHT, missing=rows)
    return {
        "loading": begun,
        "empty": handover_screen.looked(begun, empty),
        "offline": handover_screen.unseen(handover_screen.looked(begun, test_handover_view.SIGHT)),
        "offline at start": handover_screen.unseen(begun),
        "error": handover_screen.failed(seen, SENTENCE),
        "ten thousand": handover_screen.looked(begun, full),
    }


# Merging


def merge() -> dict[str, MergeScreen]:
    member = test_merge_view.SAME.members[0]
    groups = tuple(
        replace(
            test_merge_view.SAME, members=(replace(member, order=f"SO-{at}-1"), replace(member, order=f"SO-{at}-2"))
        )
        for at in range(MANY)
    )
    return {
        "offline": merge_screen.failed(test_merge_view.SEEN, SENTENCE, offline=True),
        "offline at start": merge_screen.failed(MergeScreen(), SENTENCE, offline=True),
        "ten thousand": merge_screen.looked(MergeScreen(), groups),
    }


# The sort wall


def wall() -> dict[str, WallScreen]:
    fresh = Wall(batch=8, cells=tuple(test_wall_view._cell(number, 0, 3) for number in range(1, 41)))
    full = test_wall_view.WALL
    put = Placed(cell=58, order=OrderNo("SO-58"), position=0, sku=Sku("MUG-330-W"), units=1, full=True)
    last = replace(full, cells=(*full.cells, test_wall_view._cell(58, 1, 1)))

    def seen(answer: Any, wall: Wall, *, locked: bool = False) -> WallScreen:
        return present_wall(answer, wall, locked=locked, who="P003")

    return {
        "empty": seen(Noted(note=Note.READY), fresh),
        "offline": seen(Refused(reason=Reason.BOOK_UNREACHABLE, detail=SENTENCE, locks=False), full),
        "error": seen(Refused(reason=Reason.NOT_IN_ORDER, detail="6901234534024"), full, locked=True),
        "last cell": seen(put, last),
    }


# Set-up


STEPS = test_setup_view.STEPS
SETUP = {
    "first question": SetupScreen(
        steps=STEPS,
        question=Words(
            zh="这个工位叫什么？输入名字，回车。", en="What is this bench called? Type its name, then Enter."
        ),
        takes_text=True,
    ),
    "book unreachable": SetupScreen(
        steps=STEPS,
        question=Words(zh="订单放在哪里？", en="Where are the orders kept?"),
        choices=test_setup_view.MANY[:2],
        told=Words(zh="订单库连不上", en="Order book unreachable"),
        way=same(SENTENCE),
        verdict=Verdict.ATTENTION,
        asides=("skip", "back"),
    ),
}
