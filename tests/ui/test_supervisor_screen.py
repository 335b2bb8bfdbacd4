"""The supervisor's screen as a value: where the ring goes, what is opened, what stays when the book does not answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station.ui import supervisor_screen as pages
from station.ui.supervisor_board import Against, Group, Page, Period, Query
from station.ui.supervisor_drills import drill_at
from station.ui.supervisor_screen import Panel, Spot, Step, SupervisorScreen
from tests.ui.supervisor_samples import BOARD, FIRST_DAY, NOON_US, YESTERDAY, of, page_of

TODAY = of(BOARD)


def test_the_ring_begins_where_something_happened() -> None:
    """B05 at eleven: fewest beside its own mean, and a reason; without any, the newest hour of the first bench."""
    assert (TODAY.focus, TODAY.spot) == (Panel.HEAT, Spot(4, 3))
    calm = replace(BOARD, rows=tuple(replace(row, cells=row.cells[:1] * 6) for row in BOARD.rows))
    assert of(calm).spot == Spot(0, 5)


def test_arrows_walk_over_the_whole_screen() -> None:
    """Past a panel's edge the ring goes to the panel beside it, and back to where it was."""
    right = TODAY
    for _ in range(8):
        right = pages.stepped(right, Step.RIGHT)
    assert (right.focus, right.spot) == (Panel.CUT_OFFS, Spot(0, 0))
    back = pages.stepped(right, Step.LEFT)
    assert (back.focus, back.spot) == (Panel.HEAT, Spot(4, 10))
    down = TODAY
    for _ in range(4):
        down = pages.stepped(down, Step.DOWN)
    assert down.focus is Panel.SAVES
    signs = down
    for _ in range(5):
        signs = pages.stepped(signs, Step.DOWN)
    assert pages.stepped(signs, Step.RIGHT).spot == Spot(5, 1)


def test_tab_visits_what_has_anything() -> None:
    """Every panel once; on the first day only the cards."""
    seen, screen = [], TODAY
    for _ in Panel:
        screen = pages.tabbed(screen, 1)
        seen.append(screen.focus)
    assert set(seen) == set(Panel)
    first = pages.tabbed(of(FIRST_DAY), 1)
    assert first.focus is Panel.CARDS
    assert pages.tabbed(first, 1).focus is Panel.CARDS


@pytest.mark.parametrize(
    ("panel", "spot", "what", "figure", "benches"),
    [
        (Panel.CARDS, Spot(0, 0), "entries", "parcels", ()),
        (Panel.CARDS, Spot(0, 3), "entries", "refused", ()),
        (Panel.CARDS, Spot(0, 4), "entries", "saved", ()),
        (Panel.CARDS, Spot(0, 5), "waiting", "YTO", ()),
        (Panel.HEAT, Spot(4, 3), "entries", "parcels", ("B05",)),
        (Panel.HEAT, Spot(3, 9), "entries", "refused", ("B04",)),
        (Panel.CUT_OFFS, Spot(2), "waiting", "EMS", ()),
        (Panel.SAVES, Spot(1), "entries", "saved.over_scan", ()),
        (Panel.SAVES, Spot(5, 2), "entries", "reprints", ()),
        (Panel.STEPS, Spot(2), "slowest", "mixed", ()),
        (Panel.DEVICES, Spot(1, 3), "entries", "devices_lost", ("B02",)),
        (Panel.DEVICES, Spot(5, 4), "gaps", "B06", ()),
    ],
)
def test_enter_opens_what_lies_behind(
    panel: Panel, spot: Spot, what: str, figure: str, benches: tuple[str, ...]
) -> None:
    """Every spot of every panel leads somewhere."""
    drill = drill_at(pages.pointed(TODAY, panel, spot))
    assert drill is not None
    assert (drill.what, drill.figure, drill.benches) == (what, figure, benches)


def test_an_hour_opens_that_hour_alone() -> None:
    """The times are the hour's, not the day's."""
    drill = drill_at(TODAY)
    assert drill is not None
    assert (drill.from_us, drill.to_us) == (BOARD.slots[3].from_us, BOARD.slots[3].to_us)
    assert drill.title[0].en == "B05 11h 12 parcels"


def test_every_spot_leads_somewhere() -> None:
    """No ring stands where Enter does nothing, in whatever grouping and beside whatever period."""
    for screen in (TODAY, of(YESTERDAY)):
        for panel in Panel:
            for row, columns in enumerate(pages.shape(screen, panel)):
                for column in range(columns):
                    assert drill_at(pages.pointed(screen, panel, Spot(row, column))) is not None


def test_pages_go_on_and_back() -> None:
    """The next page is asked for and the last one again; Esc leads back to the ring."""
    drill = drill_at(TODAY)
    assert drill is not None
    page = page_of(drill, 3)
    opened = pages.paged(pages.entered(TODAY, drill), page)
    second = pages.turned(opened, 1)
    assert second.behind is not None
    assert second.behind.drill == page.more
    assert pages.turned(second, 1) is second, "what is not read yet has no next page"
    read = pages.paged(second, Page(drill=second.behind.drill, columns=page.columns, lines=()))
    first = pages.turned(read, -1).behind
    assert first is not None
    assert (first.drill, first.before) == (drill, ())
    closed = pages.left(read)
    assert (closed.behind, closed.spot) == (None, TODAY.spot)


def test_an_answer_to_an_older_question_is_none() -> None:
    """Who has asked for something else meanwhile sees neither an older board nor an older page."""
    asked = pages.asked(TODAY, Query(group=Group.PACKER))
    assert pages.looked(asked, BOARD) is asked
    drill = drill_at(TODAY)
    assert drill is not None
    assert pages.paged(TODAY, page_of(drill)) is TODAY


def test_news_move_nothing() -> None:
    """A look that brings other figures leaves the ring; when rows went, it stays on the last."""
    fewer = replace(BOARD, rows=BOARD.rows[:2])
    kept = pages.looked(TODAY, replace(BOARD, at_us=NOON_US + 1))
    assert (kept.spot, kept.now_us) == (TODAY.spot, NOON_US + 1)
    assert pages.looked(TODAY, fewer).spot == Spot(1, 3)


def test_what_was_read_stays_when_the_book_is_gone() -> None:
    """The time told is that of the last answer, however often nothing comes; an answer ends it."""
    gone = pages.unreachable(TODAY, "no answer", now_us=NOON_US + 60)
    still = pages.unreachable(gone, "no answer", now_us=NOON_US + 90)
    assert (still.board, still.since_us) == (BOARD, BOARD.at_us)
    assert pages.looked(still, BOARD).trouble is None
    assert pages.unreachable(SupervisorScreen(), "no answer", now_us=7).since_us == 7


def test_periods_groups_and_comparisons_go_round() -> None:
    """The keys come back to where they began; the past has an end, the future none."""
    query = Query()
    assert [query := pages.next_period(query) for _ in Period][-1] == Query()
    assert [query := pages.next_group(query) for _ in Group][-1] == Query()
    assert pages.next_against(pages.next_against(query)).against is Against.WEEK
    assert pages.next_against(Query(against=Against.WEEK)).against is None
    assert pages.further(query, -1).back == 0
    assert pages.further(replace(query, back=pages.BACK_MAX), 1).back == pages.BACK_MAX


def test_speed_never_stands_without_errors() -> None:
    """Whatever is grouped, a rate has first pass and saves beside it; carriers have no rate (E16)."""
    for group in Group:
        figures = replace(TODAY, query=Query(group=group)).figures
        assert "first_pass" in figures
        assert not {"per_hour", "lines_per_hour"} & set(figures) or "saves" in figures


def test_nobody_is_ranked() -> None:
    """Rows stand as the book gave them, by name."""
    assert [row.key for row in BOARD.rows] == sorted(row.key for row in BOARD.rows)
