"""The wall board's value: what is loud, what is calm, which benches share a page, what is said of a cut-off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station.orders.figure_names import Doing
from station.packing.cut_offs import Act
from station.ui import board_words as said
from station.ui.board_screen import (
    PAGE_TILES,
    PAGE_US,
    PINNED_MAX,
    STANDS_US,
    Bench,
    BoardScreen,
    Call,
    Fault,
    Level,
    Truth,
    folded,
    hours_minutes,
    layout,
    page,
    running,
    shown_cut_offs,
    tile,
    tiles,
)
from station.ui.widgets.marks import Mark
from tests.ui.boards import CAMERA, CUT_OFFS, MINUTE, NOW, SECOND, SIX_CUT_OFFS, bench, many

LOUDER_US = 3 * MINUTE


def _level(one: Bench, now_us: int = NOW) -> Level:
    return tile(one, now_us, LOUDER_US).level


def test_words_for_all_a_bench_does() -> None:
    """Each thing that the order book says of a bench has a word here, and no other."""
    assert set(said.DOES) == set(Doing)


@pytest.mark.parametrize("doing", Doing)
def test_work_is_calm(doing: Doing) -> None:
    """Whatever a bench does as it should is grey."""
    assert _level(bench(1, doing.value, since_us=NOW)) is Level.CALM


def test_a_call_until_somebody_comes() -> None:
    """Raised, then louder in colour, shape and word, then taken: with who comes; the time runs from the start."""
    raised = bench(1, call=Call(raised_us=NOW))
    first = tile(raised, NOW + LOUDER_US - 1, LOUDER_US)
    late = tile(raised, NOW + LOUDER_US, LOUDER_US)
    taken = tile(replace(raised, call=Call(raised_us=NOW, taken_by="P009")), NOW + LOUDER_US, LOUDER_US)
    assert (first.level, late.level, taken.level) == (Level.CALL, Level.LOUD, Level.TAKEN)
    assert (first.mark, late.mark) == (Mark.CALL, Mark.CALL_LOUD)
    assert first.word != late.word
    assert taken.word.en == "P009 is coming"
    assert {first.since_us, late.since_us, taken.since_us} == {NOW}


def test_what_is_put_right_at_once_is_no_news() -> None:
    """A stop or a lost device is loud when it has stood for half a minute."""
    stopped = bench(1, "stopped", reason="wrong_label", since_us=NOW)
    lost = bench(1, fault=Fault(what=CAMERA, since_us=NOW))
    assert [_level(each, NOW + STANDS_US - 1) for each in (stopped, lost)] == [Level.CALM, Level.CALM]
    assert [_level(each, NOW + STANDS_US) for each in (stopped, lost)] == [Level.STOP, Level.ATTENTION]
    assert tile(stopped, NOW + STANDS_US, LOUDER_US).word.zh == "贴错单"
    assert tile(replace(stopped, reason="not_known_here"), NOW + STANDS_US, LOUDER_US).word == said.STOPPED


def test_a_call_goes_before_what_it_is_about() -> None:
    """A bench that stands and calls shows the call in the stop's colour; once somebody comes, both are in hand."""
    fault = Fault(what=CAMERA, since_us=NOW)
    one = bench(1, "stopped", since_us=NOW, fault=fault, call=Call(raised_us=NOW))
    young, old = (tile(one, NOW + after, LOUDER_US) for after in (MINUTE, LOUDER_US))
    assert (young.level, young.word, young.mark) == (Level.STOP, said.CALLS, Mark.CALL)
    assert (old.level, old.word) == (Level.LOUD, said.NOBODY_COMES)
    assert _level(replace(one, call=Call(raised_us=NOW, taken_by="P009")), NOW + LOUDER_US) is Level.TAKEN
    assert _level(replace(one, call=None), NOW + MINUTE) is Level.STOP


def test_a_silent_bench() -> None:
    """Switched off is calm, and its last packer is not there; gone in the middle of an order needs somebody."""
    off = tile(bench(1, silent_us=NOW), NOW + MINUTE, LOUDER_US)
    assert (off.level, off.packer, off.since_us) == (Level.OFF, "", None)
    gone = tile(bench(1, silent_us=NOW, open=True), NOW + MINUTE, LOUDER_US)
    assert (gone.level, gone.mark, gone.since_us) == (Level.ATTENTION, Mark.OFFLINE, NOW)
    assert _level(bench(1, "stopped", silent_us=NOW, since_us=0)) is Level.OFF


def test_speed_comes_with_what_went_right() -> None:
    """No pace without the share of parcels that went through at once (requirement E16)."""
    paced = tile(bench(1, per_hour=25, clean=98), NOW, LOUDER_US)
    assert (paced.pace is not None, paced.clean_percent) == (True, 98)
    unpaced = tile(bench(1, per_hour=None), NOW, LOUDER_US)
    assert (unpaced.pace, unpaced.clean_percent) == (None, None)


@pytest.mark.parametrize("count", range(1, 51))
def test_every_number_of_benches(count: int) -> None:
    """One to fifty: each is on some page, in order where there is one page; a page has room for its tiles."""
    screen = BoardScreen(now_us=0, truth=many(count))
    pages = [page(replace(screen, now_us=at * PAGE_US)) for at in range(page(screen).of)]
    shown = {each.bench for one in pages for each in one.tiles}
    assert len(shown) == count
    assert sorted(one.number for one in pages) == list(range(1, len(pages) + 1))
    for one in pages:
        placed = layout(len(one.tiles))
        assert len(one.tiles) <= min(PAGE_TILES, placed.columns * placed.rows)
    if count <= PAGE_TILES:
        assert pages[0].tiles == tiles(replace(screen, now_us=0))


def test_the_troubled_stand_on_every_page() -> None:
    """First of all, the loudest before the others; the calm ones take turns every ten seconds."""
    screen = BoardScreen(now_us=NOW, truth=many(50))
    troubled = [each.bench for each in tiles(screen) if each.level > Level.CALM]
    for at in range(page(screen).of):
        shown = page(replace(screen, now_us=NOW + at * PAGE_US)).tiles
        assert {each.bench for each in shown[: len(troubled)]} == set(troubled)
        levels = [each.level for each in shown]
        assert levels == sorted(levels, reverse=True)


def test_where_everything_is_in_trouble() -> None:
    """The most urgent keep their place, and still each of the others has its turn."""
    calling = tuple(bench(at, call=Call(raised_us=NOW - at * SECOND)) for at in range(1, 51))
    screen = BoardScreen(now_us=NOW, truth=Truth(at_us=NOW, benches=calling))
    shown = [page(replace(screen, now_us=NOW + at * PAGE_US)).tiles for at in range(page(screen).of)]
    longest = [f"B{at:02}" for at in range(50, 50 - PINNED_MAX, -1)]
    assert all([each.bench for each in tiles[:PINNED_MAX]] == longest for tiles in shown)
    assert len({each.bench for tiles in shown for each in tiles}) == 50


def test_a_book_that_is_gone_stands_still() -> None:
    """Times stop where they were true; they are not told as if they went on."""
    truth = Truth(at_us=NOW, benches=(bench(1, call=Call(raised_us=NOW - MINUTE)),))
    screen = BoardScreen(now_us=NOW + 60 * MINUTE, truth=truth, gone_us=NOW)
    assert screen.true_us == NOW
    assert tiles(screen)[0].level is Level.CALL


def test_cut_offs_that_will_be_missed_are_shown() -> None:
    """Of six, the four that matter, in the order of their times."""
    shown = shown_cut_offs(SIX_CUT_OFFS)
    assert [each.due_us for each in shown] == sorted(each.due_us for each in shown)
    assert {each for each in SIX_CUT_OFFS if each.troubled} <= set(shown)
    assert len(shown) == 4


def test_what_has_passed_stands_together() -> None:
    """Late orders of several days are one column of their carrier."""
    days = [replace(CUT_OFFS[0], act=Act.LATE, left=left, due_us=NOW - left * MINUTE) for left in (5, 3)]
    (first, other) = folded((*days, CUT_OFFS[1]))
    assert (first.left, first.due_us, other) == (8, NOW - 5 * MINUTE, CUT_OFFS[1])


@pytest.mark.parametrize(
    ("seconds", "told"), [(-5, "00:00"), (0, "00:00"), (97, "01:37"), (3_599, "59:59"), (3_700, "1:01:40")]
)
def test_running_times(seconds: int, told: str) -> None:
    """Minutes and seconds, from an hour on hours too; a clock that was set back gives nothing."""
    assert running(NOW, NOW + seconds * SECOND) == told


@pytest.mark.parametrize(("minutes", "told"), [(0, "0:00"), (61, "1:01"), (-70, "−1:10")])
def test_time_left(minutes: int, told: str) -> None:
    """Hours and minutes; what is missing has a minus sign."""
    assert hours_minutes(minutes * MINUTE) == told
