"""What the coach says: one sentence a moment, both languages, and a page that compares nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station.packing.job import Job
from station.packing.model import OrderNo
from station.settings import Settings
from station.training import coach
from station.training.coach import Choice, Phase, Standing
from station.training.judging import MOST, Judged
from station.training.lessons import DRILLS, FIRST, LESSONS, Lesson
from station.ui import training_words as say
from station.ui.coach_screen import CoachView

RULES = Settings().rules({}, materials=())
GOOD = Judged(found=True, seconds=4, in_time=True, cleared_by="scanner")
READY = Standing(phase=Phase.READY, lesson=FIRST, order=OrderNo("TRAIN-01-1"))


def seen(standing: Standing, job: Job | None = None) -> CoachView:
    return coach.view(standing, job or Job(), RULES, lambda text: (text,))


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_each_lesson_is_told_before_it_begins(lesson: Lesson) -> None:
    """What happens, and the two ways on."""
    view = seen(replace(READY, lesson=lesson))
    assert [hand.words for hand in view.hands] == [say.BEGIN, say.SKIP]
    assert [hand.key for hand in view.hands] == ["Ctrl+7", "Ctrl+8"]
    assert view.points is None


def test_the_first_step_is_the_badge() -> None:
    """Guided: one thing within reach, with its code, and where to look."""
    view = seen(replace(READY, phase=Phase.ON))
    assert view.say == say.SIGN_IN
    (hand,) = view.hands
    assert hand.code[0].startswith("SB-BADGE-")
    signed_in = seen(replace(READY, phase=Phase.ON), Job(packer="P1"))
    assert signed_in.say == say.SCAN_ORDER
    assert signed_in.hands[0].code == ("TRAIN-01-1",)


def test_a_drill_says_the_way_out_only_after_a_while() -> None:
    """First the situation; the hint comes with the permission to skip."""
    drill = replace(READY, phase=Phase.ON, lesson=DRILLS[0])
    assert seen(drill).say == DRILLS[0].scene
    hinted = replace(drill, hint=True)
    assert DRILLS[0].way.en in seen(hinted).say.en
    assert coach.choices(hinted) == (Choice.SKIP,)


def test_the_score_is_explained() -> None:
    """What was stopped, how long it took, how it was cleared, what else went wrong."""
    told = coach.explained(DRILLS[0], GOOD)
    assert [words.en for words in told] == [
        "The wrong item stayed out of the box", "4 s to the way out", "cleared by its code", "no further error",
    ]  # fmt: skip
    slow = coach.explained(DRILLS[0], replace(GOOD, seconds=40, in_time=False, errors=2, cleared_by="keys"))
    assert [words.en for words in slow][1:] == ["40 s; the aim is 15 s", "cleared by key", "further errors: 2"]
    assert coach.explained(DRILLS[0], Judged(found=False))[0] == say.NO_WAY


def test_after_the_last_lesson_comes_the_page() -> None:
    """Next is called by where it leads; once somebody is signed in the bench's own code leads there too."""
    view = seen(replace(READY, phase=Phase.DONE, lesson=DRILLS[-1], judged=GOOD, is_last=True))
    assert view.hands[0].words == say.TO_THE_PAGE
    assert view.hands[0].code[0].startswith("SB-NEXT")
    assert view.points == MOST


def test_the_page_says_what_went_well_and_what_to_repeat() -> None:
    """Each lesson is in one of the two, in its order; tries are told, names and ranks are not."""
    results = {FIRST.id: GOOD, DRILLS[0].id: replace(GOOD, errors=1)}
    page = coach.page(results, {FIRST.id: 1, DRILLS[0].id: 3}, date="2026-11-22")
    assert [row.name for row in page.well] == [FIRST.name]
    assert [row.name for row in page.repeat] == [lesson.name for lesson in DRILLS]
    assert page.repeat[0].way == DRILLS[0].way
    assert page.repeat[0].why[-1].en == "tries: 3"
    assert page.total.en == f"{MOST + 2} points of {MOST * len(LESSONS)}"


def test_repeating_is_offered_where_something_is_left() -> None:
    """With all points there is nothing to repeat."""
    page = replace(READY, phase=Phase.PAGE)
    assert coach.choices(page) == (Choice.SAVE, Choice.LEAVE)
    assert coach.choices(replace(page, more=True)) == (Choice.SAVE, Choice.REPEAT, Choice.LEAVE)
