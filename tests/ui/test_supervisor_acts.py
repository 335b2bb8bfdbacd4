"""What a supervisor may do on the figures' screen: what is offered, asked and dropped; rows by a figure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station.ui import supervisor_act_words as told
from station.ui import supervisor_acts as acts
from station.ui import supervisor_screen as pages
from station.ui.supervisor_board import Group, Query, Rank, Reassign
from station.ui.supervisor_drills import drill_at
from station.ui.supervisor_screen import Panel, Spot, Step
from station.ui.words import same
from tests.ui.supervisor_samples import BOARD, CUT_OFFS, of

ALLOWED = replace(BOARD, ranking=same("allowed"))


def test_the_cut_off_that_falls_short_is_offered() -> None:
    """From anywhere the worst one; with the ring in the forecast only the one under it; behind a figure none."""
    today = of(BOARD)
    offered = acts.offered(today)
    assert offered is not None
    assert (offered.carrier, offered.orders, offered.undo) == ("YTO", 554, False)
    assert acts.offered(pages.pointed(today, Panel.CUT_OFFS, Spot(1))) is None
    drill = drill_at(today)
    assert drill is not None
    assert acts.offered(pages.entered(today, drill)) is None


def test_what_was_put_first_may_go_back() -> None:
    """Only under the ring: nobody undoes by a key meant for something else."""
    first = replace(CUT_OFFS[0], mend=None, reassigns=False, misses_if_slower=0, first=12)
    screen = of(replace(BOARD, cut_offs=(first, *CUT_OFFS[1:])))
    assert acts.offered(screen) is None
    offered = acts.offered(pages.pointed(screen, Panel.CUT_OFFS, Spot(0)))
    assert offered == Reassign(carrier="YTO", name=first.name, due_us=first.due_us, orders=12, undo=True)


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (Rank(allow=True), told.ASK_RANK.en),
        (Reassign(carrier="sf", name=same("SF"), due_us=0, orders=1), "Put the 1 order of SF 16:00 before"),
        (Reassign(carrier="sf", name=same("SF"), due_us=0, orders=7, undo=True), "Put the 7 orders of SF 16:00 back"),
    ],
)
def test_each_act_is_asked_in_a_sentence(ask: acts.Ask, words: str) -> None:
    """What will happen, and how to answer; a new question of the figures drops it."""
    asked, how = acts.question(ask, "16:00")
    assert asked.en.startswith(words)
    assert "Esc" in how.en
    screen = acts.asked(of(BOARD), ask)
    assert screen.asking == ask
    assert acts.dropped(screen).asking is None
    assert pages.asked(screen, Query(back=1)).asking is None


def test_rows_stand_by_the_figure_under_the_ring() -> None:
    """The highest first, and once more the rows' own order; news keeps the figure, the ring keeps its column."""
    screen = acts.sorted_by(pages.pointed(of(ALLOWED), Panel.HEAT, Spot(0, 9)))
    assert screen.rank == "first_pass"
    assert screen.board is not None
    assert [row.key for row in screen.board.rows][:3] == ["B07", "B03", "B01"]
    assert pages.looked(screen, ALLOWED).rank == "first_pass"
    back = acts.sorted_by(screen)
    assert (back.rank, back.board) == (None, ALLOWED)


def test_without_leave_nothing_is_ranked() -> None:
    """Leave that is taken back puts the rows in their own order; a carrier's rows have no speed to stand by."""
    screen = acts.sorted_by(of(ALLOWED))
    assert screen.rank == acts.RANKED_FIRST
    assert not acts.allows(pages.looked(screen, BOARD))
    assert pages.looked(screen, BOARD).rank is None
    carriers = of(replace(ALLOWED, query=Query(group=Group.CARRIER)))
    assert acts.sorted_by(carriers).rank == "parcels"


def test_what_disputes_share_opens_its_table() -> None:
    """Below the signs, by the arrow; Enter opens all of it."""
    screen = pages.pointed(of(BOARD), Panel.SAVES, Spot(5, 2))
    screen = pages.stepped(screen, Step.DOWN)
    assert screen.spot == Spot(6, 0)
    drill = drill_at(screen)
    assert drill is not None
    assert (drill.what, drill.title) == ("shared", (told.SHARED,))
