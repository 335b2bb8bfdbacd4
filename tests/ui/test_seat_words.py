"""What a locked bench shows: whose badge opens it and that a parcel stays, and nothing of order, goods or buyer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from station.packing.events import PanCleared
from station.packing.inputs import Command
from station.packing.job import Attention
from station.packing.model import OrderNo
from station.packing.reasons import Reason
from station.packing.rules import Rules
from station.ui import gallery, seat_words
from station.ui.present import present
from station.ui.screen import Screen, Stage, Verdict
from station.ui.widgets.band import Band
from station.ui.window import Window
from tests.packing.playbook import RULES, SUPERVISOR, Playbook

WITH_PIN = replace(RULES, roster={**RULES.roster, "9": replace(SUPERVISOR, pin=True)})
LOCKED_MORE = (
    seat_words.WHO_UNLOCKS.filled(name="林晓"),
    seat_words.PARCEL_STAYS.filled(tail="…0387", packed=2, needed=5),
)
SHOTS = {shot.name: shot for shot in gallery.SHOTS}
NAMES = (gallery.PACKING.lines[0].name, gallery.PACKING.service)
PERSONAL = ("SO-20261121-0387", gallery.PACKING.note, *(text for name in NAMES for text in (name.zh, name.en)))


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    made = Window(bench="B07", pictures=())
    qtbot.addWidget(made)
    made.resize(1280, 800)
    yield made
    made.deleteLater()


def test_what_is_scanned_while_a_pin_is_asked_for_says_how_to_type_it() -> None:
    """There is no answer on that screen to be scanned; NO is the way out."""
    job = replace(Playbook().packed().job, attention=Attention(reason=Reason.PROMPT_OPEN), pin_of="P001")
    screen = present(job, (), RULES)
    assert (screen.verdict, screen.reason) == (Verdict.ATTENTION, "prompt_open")
    assert (screen.headline, screen.detail) == (seat_words.PIN_TITLE, seat_words.PIN_HOW)


@pytest.mark.parametrize("locked", [False, True])
def test_an_empty_pan_does_not_hide_that_a_pin_is_asked_for(locked: bool) -> None:
    """The scale speaks when the box is lifted off, which may be after the badge; a locked bench asks alike."""
    bench = _locked(WITH_PIN) if locked else Playbook(WITH_PIN)
    bench.shows_badge("9")
    screen = present(bench.job, (PanCleared(weight_mg=0, device="scale"),), WITH_PIN)
    assert (screen.headline, screen.detail) == (seat_words.PIN_TITLE, seat_words.PIN_HOW)


def _locked(rules: Rules = RULES) -> Playbook:
    bench = Playbook(rules)
    bench.shows_badge("7")
    bench.opens()
    bench.scans("MUG")
    bench.presses(Command.LOCK)
    return bench


def test_where_the_parcel_is_is_said() -> None:
    """The end of its number and how much is in it: enough to find the box again."""
    job = _locked().job
    assert job.order is not None
    order = replace(job.order, number=OrderNo("SO-20261121-0387"))
    who, parcel = present(replace(job, order=order), (), RULES).locked
    assert who.en.endswith("both are recorded.")
    assert parcel.en == "The parcel stays here: order ends …0387, 1 of 3 units in."
    assert parcel.zh == "包裹留在这里：订单尾号 …0387，已装 1/3 件。"


def test_programs_still_hear_what_is_open() -> None:
    """The windowless bench tells the order as ever: what is hidden is the picture."""
    screen = present(_locked().job, (), RULES)
    assert screen.order is not None
    assert screen.lines
    assert seat_words.shut(screen).order is None
    assert seat_words.shut(replace(screen, locked=())) == replace(screen, locked=())


@pytest.mark.parametrize("name", SHOTS)
def test_nothing_of_the_order_is_painted_or_read_aloud(name: str, window: Window) -> None:
    """Whatever stood there, stops included: neither a view nor what a screen reader says holds the buyer's order."""
    screen: Screen = replace(SHOTS[name].screen, locked=LOCKED_MORE)
    window.paint_screen(screen)
    bands: list[Band[Any]] = window.findChildren(Band)
    told = " ".join(f"{band.view} {band.accessibleDescription()}" for band in bands if band.isVisibleTo(window))
    found = [word for word in (*PERSONAL, screen.waybill or "", *(scan.code for scan in screen.scans)) if word]
    assert not [word for word in found if word in told]


def test_a_stop_at_a_locked_bench_can_be_cleared(window: Window) -> None:
    """What happened and the code that ends it stay."""
    shut = seat_words.shut(replace(gallery.STOP, locked=LOCKED_MORE))
    assert (shut.stage, shut.headline, shut.clear_code) == (
        Stage.STOPPED,
        gallery.STOP.headline,
        gallery.STOP.clear_code,
    )


def test_every_field_of_a_screen_is_judged() -> None:
    """A field that is new is either shown on a locked bench on purpose, or taken away."""
    kept = {
        "stage", "verdict", "headline", "detail", "reason", "steps", "zeroed", "clear_code", "commands", "tone",
        "locked", "pin_of", "pin_words", "packer", "packer_id", "photos", "refused", "opened_us", "starts",
    }  # fmt: skip
    marks: dict[str, Any] = {field.name: (field.name,) for field in fields(Screen)}
    whole = replace(gallery.STOP, **marks)
    shut = seat_words.shut(whole)
    assert {field.name for field in fields(Screen) if getattr(shut, field.name) == (field.name,)} == kept


def test_nobody_signed_in_over_an_open_parcel() -> None:
    """At a bench that wants a badge it is as good as locked: nothing of the order, and any badge goes on."""
    wants = replace(RULES, require_sign_in=True)
    bench = Playbook(wants)
    bench.shows_badge("7")
    bench.opens()
    bench.scans("MUG")
    screen = present(replace(bench.job, packer=""), (), wants)
    assert screen.order is not None
    assert screen.locked[0] == seat_words.WHO_GOES_ON
    shut = seat_words.shut(screen)
    assert (shut.order, shut.lines, shut.note, shut.next_line) == (None, (), "", None)
    assert seat_words.alone(shut)
    assert (shut.headline.en, [each.command for each in shut.commands]) == ("Signed out", ["language", "help"])
    assert not present(bench.job, (), wants).locked
    assert not present(replace(bench.job, packer=""), (), RULES).locked
