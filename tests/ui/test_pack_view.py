"""Which view each band shows for a screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from pathlib import Path

import pytest

from station.ui import gallery, pack_view
from station.ui.letters import Letters, load_fonts
from station.ui.look import Look
from station.ui.pack_view import Choices, Seen
from station.ui.pictures import Pictures
from station.ui.screen import Screen, Stage, Verdict, Words
from station.ui.surroundings import CutOffView, DayView, LiveWeight, LowNumbers
from station.ui.theme import LIGHT
from station.ui.type import Grid
from station.ui.widgets import idle_pane
from station.ui.widgets.banner import Loudness, under_headline
from station.ui.widgets.device_bar import cut_off
from station.ui.widgets.label_pane import WaybillView, grouped, root_groups
from station.ui.widgets.line_list import LinesView, done_lines, open_lines
from station.ui.widgets.marks import Mark
from station.ui.widgets.next_item import NextItemView
from station.ui.widgets.prompt_pane import PromptView
from station.ui.widgets.scan_log import tail
from station.ui.widgets.steps_pane import StepState, StepsView
from station.ui.widgets.weight_pane import WeightView


@pytest.fixture
def look(qapp: object) -> Look:
    load_fonts()
    pictures = Pictures((Path("nowhere"),))
    return Look(palette=LIGHT, grid=Grid(1280, 800), language="zh", letters=Letters(), pictures=pictures)


def _panes(screen: Screen, look: Look, live: LiveWeight | None = None) -> tuple[pack_view.Pane, ...]:
    return pack_view.panes(Seen(screen=screen, bench="B07", live=live), look, lambda _prompt, value: value.upper())


@pytest.mark.parametrize(
    ("screen", "loudness", "mark"),
    [
        (gallery.PACKING, Loudness.OK, Mark.OK),
        (gallery.STOP, Loudness.STOP, Mark.STOP),
        (gallery.WEIGHING, Loudness.ATTENTION, Mark.ATTENTION),
        (gallery.PRINTING, Loudness.WAIT, Mark.WAIT),
        (gallery.NO_ANSWER, Loudness.ATTENTION, Mark.ATTENTION),
        (gallery.IDLE, Loudness.QUIET, Mark.SCAN),
    ],
)
def test_loudness_follows_duty(screen: Screen, loudness: Loudness, mark: Mark) -> None:
    """Each state has its own loudness and its own shape."""
    view = pack_view.banner(screen)
    assert (view.loudness, view.mark) == (loudness, mark)


def test_a_bench_that_is_cut_off_is_calm_and_says_so() -> None:
    """Waiting for an order it says that none can come; an open parcel goes on as green as before."""
    at_rest, open_parcel = (
        Seen(screen=screen, bench="B07", devices=gallery.DEVICES_CUT_OFF) for screen in (gallery.IDLE, gallery.PACKING)
    )
    told = pack_view.banner(at_rest.screen, cut_off=cut_off(at_rest.devices))
    assert (told.loudness, told.mark, told.headline.en) == (Loudness.WAIT, Mark.OFFLINE, "Order book unreachable")
    assert cut_off(open_parcel.devices)
    assert pack_view.banner(open_parcel.screen, cut_off=True) == pack_view.banner(open_parcel.screen)
    assert not cut_off(gallery.DEVICES)


def test_banner_counts_units(look: Look) -> None:
    """The banner carries the parcel's total, and both languages."""
    view = pack_view.banner(gallery.PACKING)
    assert (view.packed, view.needed) == (6, 11)
    assert under_headline(view, look) == "第 1 件，共 3 件 · Correct: White mug 330 ml"


def test_look_alike_is_named(look: Look) -> None:
    """The other size of the same goods on the order is named as the one not to take."""
    other = replace(gallery.LINES[2], sku="MUG-450-W", variant="450 ml")
    pane = _panes(replace(gallery.PACKING, lines=(*gallery.LINES, other)), look)[0]
    assert isinstance(pane, NextItemView)
    assert (pane.unlike, pane.left) == ("450 ml", 2)


def test_a_question_waits_for_its_stage(look: Look) -> None:
    """An open question covers the work only when it is its turn."""
    early = replace(gallery.PACKING, prompt=gallery.PROMPTING.prompt)
    assert isinstance(_panes(early, look)[0], NextItemView)
    asked, choices, _ = _panes(gallery.PROMPTING, look)
    assert isinstance(asked, PromptView)
    assert isinstance(choices, Choices)
    assert [choice.code for choice in choices.prompt.choices] == ["YES", "NO"]


def test_weight_is_live_until_it_fits(look: Look) -> None:
    """The live weight shows until the parcel's weight is accepted; then that one is frozen."""
    live = LiveWeight(weight_mg=1_290_000, stable=False)
    moving = _panes(gallery.WEIGHING, look, live)[0]
    accepted = _panes(replace(gallery.WEIGHING, verdict=Verdict.OK), look, live)[0]
    assert isinstance(moving, WeightView)
    assert isinstance(accepted, WeightView)
    assert (moving.weight_mg, moving.live, moving.stable) == (1_290_000, True, False)
    assert (accepted.weight_mg, accepted.live) == (1_284_000, False)


@pytest.mark.parametrize(
    ("screen", "states"),
    [
        (gallery.PRINTING, (StepState.WAIT, StepState.LATER, StepState.LATER)),
        (gallery.LABELLING, (StepState.DONE, StepState.NOW, StepState.LATER)),
        (gallery.SEALED, (StepState.DONE, StepState.DONE, StepState.DONE)),
    ],
)
def test_label_steps(screen: Screen, states: tuple[StepState, ...], look: Look) -> None:
    """A label is done only when the printer said so, and the parcel only when the label was scanned."""
    steps, _, waybill = _panes(screen, look)
    assert isinstance(steps, StepsView)
    assert isinstance(waybill, WaybillView)
    assert tuple(step.state for step in steps.steps) == states
    assert waybill.done is (screen.stage is not Stage.PRINTING)


def test_done_lines_fold_and_the_next_comes_first() -> None:
    """Done lines leave the list; the next line leads it."""
    view = LinesView(lines=gallery.LINES, next_line=3)
    assert [line.sku for line, _ in open_lines(view)] == ["CORK-10", "MUG-330-W", "POT-600"]
    assert [line.sku for line in done_lines(view)] == ["BOWL-CEL", "CHOP-BAM"]


def test_codes_are_grouped_for_reading_aloud() -> None:
    """Waybills go in fours, roots in two fours, other codes stay as they are, a log shows the tail."""
    assert grouped("YT7630118422905") == "YT 7630 1184 2290 5"
    assert grouped("AB-12") == "AB-12"
    assert root_groups("7f3a91c2d4") == "7f3a 91c2"
    assert (tail("6901234534017"), tail("SKU-1")) == ("…34017", "SKU-1")


def test_low_numbers_stand_under_the_day(look: Look) -> None:
    """The two services with the fewest numbers are named with what is left; what is not known is left out."""
    low = tuple(LowNumbers(service=Words(zh=f"快递{n}", en=f"Carrier {n}"), left=n) for n in (3, 20, 40))
    rows = idle_pane.day_rows(DayView(orders_left=5, low=low), look)
    assert [(words.zh, value) for words, value in rows] == [
        ("待装订单", "5"),
        ("快递3单号快用完", "3"),
        ("快递20单号快用完", "20"),
    ]
    assert idle_pane.day_rows(DayView(), look) == []


def test_a_cut_off_of_another_day_has_its_date(look: Look) -> None:
    """The first one too: the hour alone would be taken for today's. Not one of this night."""
    now, hour_us = gallery.DEADLINE_US, 3_600_000_000
    at = replace(look, zone=UTC)
    ahead = tuple(CutOffView(at_us=now + hours * hour_us, orders=1) for hours in (1, 50))
    said = [words.zh for words, _ in idle_pane.day_rows(DayView(cut_offs=ahead).at(now), at)]
    assert [len(each) for each in said] == [len("12:00 截单"), len("11-12 12:00 截单")]
    (alone,) = [words.zh for words, _ in idle_pane.day_rows(DayView(cut_offs=ahead[1:]).at(now), at)]
    assert alone == said[1]


def test_the_idle_pane_says_the_ways_in(look: Look) -> None:
    """What the screen lists as ways in stands large in the middle."""
    pane = _panes(gallery.IDLE, look)[0]
    assert isinstance(pane, idle_pane.IdleView)
    assert "墙格或商品" in pane.words.zh


def test_a_held_label_does_not_say_that_it_prints(look: Look) -> None:
    """The first step is what the parcel waits for, in place of the printing."""
    steps = _panes(gallery.NO_NUMBER, look)[0]
    assert isinstance(steps, StepsView)
    assert [step.state for step in steps.steps] == [StepState.WAIT, StepState.LATER, StepState.LATER]
    assert steps.steps[0].words.en == "Waits for a waybill number"
