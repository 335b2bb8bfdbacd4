from __future__ import annotations

from dataclasses import replace

import pytest

from station.packing.inputs import Command, Found, OrderAlarm, OrderReply
from station.packing.model import Aspect, BroughtUnits, Change, Hold, HoldReason, Sku, Witness
from station.packing.owners import Owner
from station.ui.changes import NOTHING, views
from station.ui.present import present
from station.ui.screen import Screen, Stage, Verdict
from station.ui.texts import ASPECTS, OWNERS
from tests.packing.playbook import EAN, NUMBER, ORDER, Playbook

PARKED = BroughtUnits(line=0, units=1, code=EAN, witness=Witness.PARKED, place="B02", by="p-7", at_us=1)


def _screen(bench: Playbook) -> Screen:
    return present(bench.job, bench.events, bench.rules)


def test_a_changed_order_shows_old_and_new() -> None:
    """Goods by name, everything else by what it is; the same after a restart, and gone with the clear."""
    bench = Playbook()
    bench.opens()
    less = Change(what=Aspect.QUANTITY, sku=Sku("MUG"), before="2", after="1")
    other = Change(what=Aspect.QUANTITY, sku=Sku("HAT"), before="0", after="1")
    alarm = OrderAlarm(order=NUMBER, revision=2, fence=1, changes=(less, other))
    bench.says(alarm)
    first, second = _screen(bench).changes
    assert (first.of.en, first.before.en, first.after.zh) == ("Mug", "2", "1")
    assert second.of.en == "HAT"
    bench.restarts()
    assert _screen(bench).changes == (first, second)
    bench.presses(Command.CLEAR)
    assert _screen(bench).changes == ()


@pytest.mark.parametrize(
    ("what", "text", "shown"),
    [
        (Aspect.NAME, "林晓", "林**"),
        (Aspect.PHONE, "13800000001", "1***01"),
        (Aspect.STREET, "样例区 虚构路 12 号", "样*** 号"),
        (Aspect.STREET, "", NOTHING),
        (Aspect.REGION, "CN 浙江省", "CN 浙江省"),
        (Aspect.MESSAGE, "Wrap it", "Wrap it"),
        (Aspect.GIFT, "yes", "yes"),
    ],
)
def test_who_needs_not_know_sees_only_the_ends(what: Aspect, text: str, shown: str) -> None:
    """Name, telephone and street are masked on the screen; what the packer works by is whole."""
    (view,) = views((Change(what=what, before=text, after="no" if what is Aspect.GIFT else ""),), ORDER, {})
    assert view.before.en == shown


def test_every_aspect_and_owner_has_its_word() -> None:
    """In both languages."""
    assert set(ASPECTS) == set(Aspect)
    assert set(OWNERS) == set(Owner)


@pytest.mark.parametrize("owner", Owner)
def test_an_order_put_aside_names_whose_turn_it_is(owner: Owner) -> None:
    """And how many packed units stay with it."""
    bench = Playbook()
    bench.opens()
    bench.scans(EAN)
    bench.presses(Command.HOLD, argument=owner.value)
    said = _screen(bench)
    assert OWNERS[owner][0] in said.headline.zh
    assert OWNERS[owner][1] in said.headline.en
    assert "1 packed" in said.detail.en


def test_an_order_with_an_open_shortage_warns() -> None:
    """It opens, and says what to mind."""
    bench = Playbook()
    bench.opens(replace(ORDER, holds=(Hold(reason=HoldReason.SHORTAGE, since_us=1),)))
    said = _screen(bench)
    assert (said.stage, said.verdict) == (Stage.PACKING, Verdict.OK)
    assert said.detail.en == "Note: a shortage is still open"


def test_the_question_about_the_tote_comes_at_once() -> None:
    """It is on the screen before anything is packed, and its answer is told by what was counted."""
    bench = Playbook()
    bench.opens(replace(ORDER, brought=(PARKED,)))
    asked = _screen(bench)
    assert (asked.stage, asked.detail.en) == (Stage.PROMPTING, bench.job.prompts[0].en)
    bench.presses(Command.YES)
    said = _screen(bench)
    assert (said.stage, said.headline.en) == (Stage.PACKING, "Correct: Mug")


def test_an_order_opened_by_its_cell_says_what_comes_next() -> None:
    """A full cell is complete: the word is about the box, not about the opening."""
    full = tuple(
        replace(PARKED, witness=Witness.WALL, place="7", line=line, units=units) for line, units in ((0, 2), (1, 1))
    )
    bench = Playbook()
    bench.opens(replace(ORDER, brought=full))
    assert (_screen(bench).stage, _screen(bench).headline.en) == (Stage.WEIGHING, "Complete: weigh the box")


@pytest.mark.parametrize(("waiting", "said"), [(3, "Larger orders that need it: 3"), (0, "No order needs it now")])
def test_an_item_nobody_waits_for_says_what_to_do(waiting: int, said: str) -> None:
    """How many larger orders need it, or that it goes back; nothing locks."""
    bench = Playbook()
    bench.scans(EAN)
    bench.says(OrderReply(code=EAN, found=Found.NO_SINGLE, units=1, waiting=waiting))
    screen = _screen(bench)
    assert (screen.stage, screen.verdict, screen.reason) == (Stage.IDLE, Verdict.ATTENTION, "no_order_for_item")
    assert screen.detail.en.startswith(said)
