"""Every screen of every view in the states that must show well: the one list that the tests of all views walk.

A new view joins with one line in ``SIGHTS``: its name, a function that makes it in a language and a palette, and its
screens by the name of their state. The view must have ``paint_screen`` and hold a ``Ground`` as ``ground``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta, timezone
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from station.ui import gallery, seat_words
from station.ui.board_view import BoardView
from station.ui.dispute_view import DisputeView
from station.ui.gallery import Shot
from station.ui.handover_view import HandoverView
from station.ui.merge_view import MergeView
from station.ui.office.screen import OfficeScreen
from station.ui.office.view import OfficeView
from station.ui.present import buttons, outside
from station.ui.queue_view import QueueView
from station.ui.screen import Screen, Stage, Verdict
from station.ui.setup_view import SetupView
from station.ui.supervisor_view import SupervisorView
from station.ui.surroundings import CutOffView, DayView
from station.ui.theme import Palette
from station.ui.wall_view import WallView
from station.ui.window import Window
from station.ui.words import same
from station.window_app import STARTING
from tests.ui import (
    boards,
    case_screens,
    office_more_samples,
    office_samples,
    packing_samples,
    supervisor_samples,
    test_dispute_view,
    test_handover_view,
    test_merge_view,
    test_setup_view,
    test_training_view,
    test_wall_view,
)

PICTURES = Path(__file__).parents[2] / "config" / "demo" / "pictures"
SHANGHAI = timezone(timedelta(hours=8))

Make = Callable[[str, Palette], Any]
"""A view: a ``QWidget`` with ``paint_screen`` and ``ground``."""

Put = Callable[[Any, Any], None]


@dataclass(frozen=True, slots=True)
class Sight:
    """A view and its screens by state; ``put`` shows one of them. Of many alike every ``each``-th picture is kept."""

    name: str
    make: Make
    screens: Mapping[str, Any]
    put: Put = lambda view, screen: view.paint_screen(screen)
    each: int = 1

    @property
    def kept(self) -> tuple[str, ...]:
        """States of which a golden picture is kept."""
        return tuple(self.screens)[:: self.each]


def _window(language: str, palette: Palette) -> Window:
    return Window(
        bench="B07",
        pictures=(PICTURES,),
        language=language,
        palette=palette,
        zone=SHANGHAI,
        answer_code=lambda _prompt, value: f"SB{value.upper()}-00",
    )


def _put_shot(window: Window, shot: Shot) -> None:
    window.set_clock(gallery.NOON_US)
    window.set_devices(shot.devices)
    window.set_day(gallery.DAY)
    weighing = shot.screen.stage is Stage.WEIGHING
    window.set_live_weight(shot.screen.weight_mg if weighing else None, stable=True)
    window.paint_screen(replace(shot.screen, tone=None))


START = {
    "starting": (STARTING, DayView(), False),
    "nothing left": (gallery.IDLE, DayView(orders_left=0, cutoff_us=gallery.DEADLINE_US), False),
    "first day": (gallery.IDLE, DayView(orders_left=0), False),
    "sign in": (gallery.IDLE, gallery.DAY, True),
}


def _put_start(window: Window, start: tuple[Screen, DayView, bool]) -> None:
    """Before anything is known: no device has spoken, no order was imported, nobody has signed in."""
    screen, day, sign_in = start
    window.set_clock(gallery.NOON_US)
    window.set_day(day)
    window.set_sign_in(sign_in)
    asked = replace(screen, packer="", headline=seat_words.SCAN_BADGE, detail=same(""), commands=OUTSIDE)
    window.paint_screen(asked if sign_in else screen)


LOCKED_MORE = (
    seat_words.WHO_UNLOCKS.filled(name="林晓"),
    seat_words.PARCEL_STAYS.filled(tail="…0387", packed=2, needed=5),
)
OUTSIDE = outside(pin=False)
SEATS: dict[str, tuple[Screen, str]] = {
    "locked": (
        replace(
            gallery.PACKING, verdict=Verdict.INFO, headline=seat_words.LOCKED, detail=seat_words.UNLOCK,
            locked=LOCKED_MORE, commands=OUTSIDE,
        ),
        "",
    ),
    "pin": (
        replace(
            gallery.PACKING, verdict=Verdict.INFO, headline=seat_words.PIN_TITLE, detail=seat_words.PIN_HOW,
            pin_of="P002", pin_words=seat_words.PIN_ASKED.filled(name="王芳"), commands=outside(pin=True),
        ),
        "",
    ),
    "sign out twice": (
        replace(
            gallery.PACKING, verdict=Verdict.ATTENTION, headline=seat_words.TWICE_SIGN_OUT,
            detail=seat_words.TWICE_WHY,
        ),
        "",
    ),
    "hold reasons": (gallery.PACKING, "hold"),
    "boxes": (gallery.PACKING, "boxes"),
    "help": (gallery.PACKING, "page"),
    "home": (replace(gallery.IDLE, packer_id="P001", commands=buttons(Stage.IDLE)), ""),
    "help idle": (replace(gallery.IDLE, commands=buttons(Stage.IDLE)), "page"),
}  # fmt: skip
HOUR_US = 3_600_000_000
HOME_DAY = DayView(
    orders_left=38,
    cut_offs=(
        CutOffView(at_us=gallery.DEADLINE_US, orders=12),
        CutOffView(at_us=gallery.DEADLINE_US + 2 * HOUR_US, orders=5),
        CutOffView(at_us=gallery.DEADLINE_US + 24 * HOUR_US, orders=21),
    ),
    best_hours=(("P001", 41),),
)
BOXES = (("S", "小号纸箱 Small box", 80), ("M", "中号纸箱 Medium box", 120), ("L", "大号纸箱 Large box", 210))


def _put_seat(window: Window, seat: tuple[Screen, str]) -> None:
    screen, asked = seat
    _put_shot(window, Shot("seat", screen))
    if screen.packer_id:
        window.set_day(HOME_DAY)
    window.set_boxes(BOXES)
    window.set_learned(("damaged", "no_barcode"))
    window.set_typed("12" if screen.pin_of else "")
    if asked:
        window.press(asked)


def _wall(language: str, palette: Palette) -> WallView:
    view = WallView(
        test_wall_view.screen_of(test_wall_view.PUT), rows=5, columns=12, language=language, palette=palette
    )
    view.set_heard(test_wall_view.HEARD)
    return view


def _queue(language: str, palette: Palette) -> QueueView:
    return QueueView(language=language, palette=palette, focus_back=QWidget())


def _supervisor(language: str, palette: Palette) -> SupervisorView:
    view = SupervisorView(supervisor_samples.of(supervisor_samples.BOARD), language=language, palette=palette)
    view.ground.look = replace(view.ground.look, zone=SHANGHAI)
    return view


def _quiet(screens: Mapping[str, Any]) -> dict[str, Any]:
    """The same without the tone, so that no edge is caught flashing."""
    return {name: replace(screen, tone=None) for name, screen in screens.items()}


def _walls() -> dict[str, Any]:
    return {f"answer {at}": test_wall_view.screen_of(answer) for at, answer in enumerate(test_wall_view.ANSWERS)}


def _office(name: str, screens: Mapping[str, OfficeScreen], *, each: int = 1) -> Sight:
    """One page of the office; the first of its screens is as it usually is."""
    usual = next(iter(screens.values()))
    return Sight(f"office-{name}", lambda lang, p: OfficeView(usual, language=lang, palette=p), screens, each=each)


SIGHTS = (
    Sight("pack", _window, {shot.name: shot for shot in gallery.SHOTS}, _put_shot),
    Sight("start", _window, START, _put_start),
    Sight("seat", _window, SEATS, _put_seat),
    Sight("wall", _wall, _quiet(_walls()), each=4),
    Sight("wall_states", _wall, _quiet(packing_samples.wall())),
    Sight("queue", _queue, packing_samples.QUEUE, packing_samples.put_queue),
    Sight("dock", lambda lang, p: HandoverView(test_handover_view.first(), language=lang, palette=p),
          _quiet(test_handover_view.screens() | packing_samples.dock())),
    Sight("merge", lambda lang, p: MergeView(language=lang, palette=p),
          _quiet(test_merge_view.screens() | packing_samples.merge())),
    Sight("dispute", lambda lang, p: DisputeView(test_dispute_view.BASE, language=lang, palette=p),
          _quiet(test_dispute_view.screens())),
    Sight("case", lambda lang, p: DisputeView(case_screens.PAGE, language=lang, palette=p),
          _quiet(case_screens.screens())),
    Sight("setup", lambda lang, p: SetupView(next(iter(test_setup_view.SCREENS.values())),
          codes={"C": test_setup_view.CODE}, language=lang, palette=p),
          test_setup_view.SCREENS | packing_samples.SETUP),
    Sight("board", lambda lang, p: BoardView(language=lang, palette=p, zone=SHANGHAI), boards.SCREENS),
    Sight("training", test_training_view.make, test_training_view.SCREENS),
    _office("orders", office_samples.orders()),
    _office("parcel", office_samples.parcel()),
    _office("import", office_more_samples.imports()),
    _office("labels", office_more_samples.labels()),
    _office("people", office_more_samples.people()),
    _office("settings", office_more_samples.settings()),
    _office("devices", office_more_samples.devices()),
    _office("setup", office_more_samples.setups()),
    _office("help", office_more_samples.helps(), each=4),
    Sight("supervisor", _supervisor, supervisor_samples.screens()),
)  # fmt: skip


def all_states() -> Iterator[tuple[Sight, str]]:
    for sight in SIGHTS:
        for state in sight.screens:
            yield sight, state
