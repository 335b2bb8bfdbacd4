"""What the coach says, where to look and what lies within reach, for a lesson and the bench as it stands. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final, assert_never

from station.codes import command_code
from station.packing.inputs import Command
from station.packing.job import Job
from station.packing.model import OrderNo
from station.packing.rules import Rules
from station.training import hands
from station.training.hands import AS_IT_SHOULD, Act, Offer, World
from station.training.judging import BY_KEYS, MOST, Judged
from station.training.lessons import LESSONS, Lesson
from station.ui import training_words as say
from station.ui.coach_screen import CoachView, HandView, LessonRow, PageView, Spot
from station.ui.present import stage_of
from station.ui.screen import Stage
from station.ui.words import Words, beside

HINT_AFTER: Final = 2
"""So many times the drill's aim, and the coach gives the way out away."""

KEYS: Final = ("Ctrl+7", "Ctrl+8", "Ctrl+9")
"""No scanner types them, and no question has so many answers."""


class Phase(StrEnum):
    READY = "ready"  # the lesson is told
    PREPARING = "preparing"  # the coach packs up to where it begins
    ON = "on"
    TIDYING = "tidying"  # it is judged; the coach finishes the parcel
    DONE = "done"
    PAGE = "page"


class Choice(StrEnum):
    BEGIN = "begin"
    SKIP = "skip"
    AGAIN = "again"
    NEXT = "next"
    SAVE = "save"
    REPEAT = "repeat"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How the training stands: what the coach's sentence follows from."""

    phase: Phase
    lesson: Lesson
    order: OrderNo
    world: World = AS_IT_SHOULD
    judged: Judged | None = None
    hint: bool = False
    is_last: bool = False
    more: bool = False  # there is something to repeat
    note: Words | None = None  # what came of saving the page


GUIDE: Final[Mapping[Stage, tuple[Words, Spot]]] = MappingProxyType(
    {
        Stage.STOPPED: (say.CLEAR, Spot.NOWHERE),
        Stage.IDLE: (say.SCAN_ORDER, Spot.WORK),
        Stage.SEALED: (say.TAKE_OFF, Spot.VERDICT),
        Stage.PACKING: (say.SCAN_ITEM, Spot.WORK),
        Stage.PROMPTING: (say.ANSWER, Spot.WORK),
        Stage.WEIGHING: (say.WEIGH, Spot.WORK),
        Stage.PRINTING: (say.WAIT, Spot.VERDICT),
        Stage.LABELLING: (say.STICK, Spot.WORK),
    }
)

CHOICES: Final[Mapping[Choice, Words]] = MappingProxyType(
    {
        Choice.BEGIN: say.BEGIN,
        Choice.SKIP: say.SKIP,
        Choice.AGAIN: say.AGAIN,
        Choice.NEXT: say.NEXT,
        Choice.SAVE: say.SAVE,
        Choice.REPEAT: say.REPEAT,
        Choice.LEAVE: say.LEAVE,
    }
)


def choices(standing: Standing) -> tuple[Choice, ...]:
    """What a person may choose of the training itself; nothing while a lesson is on."""
    match standing.phase:
        case Phase.READY:
            return Choice.BEGIN, Choice.SKIP
        case Phase.DONE:
            return Choice.NEXT, Choice.AGAIN
        case Phase.PAGE:
            return (Choice.SAVE, *((Choice.REPEAT,) if standing.more else ()), Choice.LEAVE)
        case Phase.ON:
            return (Choice.SKIP,) if standing.hint else ()
        case Phase.PREPARING | Phase.TIDYING:
            return ()
        case _:
            assert_never(standing.phase)


def reach(standing: Standing, job: Job, rules: Rules) -> tuple[Offer, ...]:
    """What the hands can do while the person is on."""
    if standing.phase is not Phase.ON:
        return ()
    return hands.offers(standing.lesson, job, rules, standing.order, standing.world)


def view(standing: Standing, job: Job, rules: Rules, code: Callable[[str], tuple[str, ...]]) -> CoachView:
    lesson, judged = standing.lesson, standing.judged
    sentence, spot = _said(standing, job, rules)
    done = standing.phase in (Phase.DONE, Phase.TIDYING)
    return CoachView(
        lesson=say.PAGE if standing.phase is Phase.PAGE else lesson.name,
        number=say.NOTHING_REAL if standing.phase is Phase.PAGE else _number(lesson),
        say=sentence,
        why=beside(explained(lesson, judged)[1:]) if standing.phase is Phase.DONE else None,
        hands=_hands(standing, job, rules, code),
        spot=spot,
        points=judged.points if judged is not None and done else None,
        most=MOST,
    )


def _number(lesson: Lesson) -> Words:
    return say.OF_LESSONS.filled(number=LESSONS.index(lesson) + 1, all=len(LESSONS))


def _hands(standing: Standing, job: Job, rules: Rules, code: Callable[[str], tuple[str, ...]]) -> tuple[HandView, ...]:
    """What lies within reach, then what may be chosen; the keys go along."""
    offered = reach(standing, job, rules)
    found = [(one.words, one.tag, one.move.code if one.move.act is Act.SCAN else "") for one in offered]
    found += [(_choice_words(one, standing), "", _choice_code(one, standing)) for one in choices(standing)]
    return tuple(
        HandView(words=words, key=key, tag=tag, code=code(text) if text else ())
        for (words, tag, text), key in zip(found, KEYS, strict=False)
    )


def _choice_words(choice: Choice, standing: Standing) -> Words:
    return say.TO_THE_PAGE if choice is Choice.NEXT and standing.is_last else CHOICES[choice]


def _choice_code(choice: Choice, standing: Standing) -> str:
    """The code that goes on at any bench goes on here too, once somebody is signed in."""
    signed_in = not standing.lesson.guided or standing.phase is Phase.DONE
    return command_code(Command.NEXT) if choice in (Choice.BEGIN, Choice.NEXT) and signed_in else ""


def _said(standing: Standing, job: Job, rules: Rules) -> tuple[Words, Spot]:
    match standing.phase:
        case Phase.READY:
            return standing.lesson.scene, Spot.NOWHERE
        case Phase.PREPARING:
            return say.PREPARING, Spot.NOWHERE
        case Phase.ON:
            return _now(standing, job, rules)
        case Phase.TIDYING:
            return say.TIDYING, Spot.NOWHERE
        case Phase.DONE:
            return explained(standing.lesson, standing.judged)[0], Spot.NOWHERE
        case Phase.PAGE:
            return standing.note or say.ALL_OVER, Spot.NOWHERE
        case _:
            assert_never(standing.phase)


def _now(standing: Standing, job: Job, rules: Rules) -> tuple[Words, Spot]:
    stage = stage_of(job, rules)
    if not standing.lesson.guided:
        spot = Spot.NOWHERE if stage is Stage.STOPPED else Spot.VERDICT
        hint = say.HINT.filled(what=standing.lesson.way)
        return (hint, spot) if standing.hint else (standing.lesson.scene, Spot.NOWHERE)
    if stage is Stage.IDLE and not job.packer:
        return say.SIGN_IN, Spot.WORK
    if stage is Stage.SEALED and job.pan_owner is None:
        return say.LESSON_OVER, Spot.VERDICT
    if hands.message_open(job):
        return say.READ_NOTE, Spot.NOTE
    return GUIDE[stage]


def explained(lesson: Lesson, judged: Judged | None) -> tuple[Words, ...]:
    """Why it has its points, sentence by sentence."""
    if judged is None:
        return (say.SKIPPED,)
    errors = say.ERRORS.filled(count=judged.errors) if judged.errors else say.NO_ERRORS
    if not judged.found:
        return (say.NO_WAY, *((errors,) if judged.errors else ()))
    cleared = {"": (), BY_KEYS: (say.BY_KEY,)}.get(judged.cleared_by, (say.BY_CODE,))
    noticed = (say.NOTICED,) if judged.noticed else ()
    return (lesson.caught, *noticed, _time(lesson, judged), *cleared, errors)


def _time(lesson: Lesson, judged: Judged) -> Words:
    if judged.in_time:
        return say.SECONDS.filled(seconds=judged.seconds)
    return say.SLOWER.filled(seconds=judged.seconds, within=lesson.task.within_s)


def page(results: Mapping[str, Judged | None], tries: Mapping[str, int], *, date: str) -> PageView:
    """What went well, and what to repeat, in the order of the lessons; nothing is compared with anybody."""
    rows = [(_row(lesson, results.get(lesson.id), tries.get(lesson.id, 0))) for lesson in LESSONS]
    points = sum(row.points for row in rows)
    return PageView(
        well=tuple(row for row in rows if row.points == row.most),
        repeat=tuple(row for row in rows if row.points < row.most),
        total=say.PAGE_TOTAL.filled(points=points, most=MOST * len(LESSONS)),
        date=date,
    )


def _row(lesson: Lesson, judged: Judged | None, tries: int) -> LessonRow:
    points = judged.points if judged is not None else 0
    often = (say.TRIES.filled(count=tries),) if tries > 1 else ()
    way = None if points == MOST or lesson.guided else lesson.way
    why = (*explained(lesson, judged), *often)
    return LessonRow(name=lesson.name, points=points, most=MOST, why=why, brief=_brief(lesson, judged), way=way)


def _brief(lesson: Lesson, judged: Judged | None) -> Words:
    """Errors before time: they weigh more."""
    if judged is None or not judged.found:
        return explained(lesson, judged)[0]
    return say.ERRORS.filled(count=judged.errors) if judged.errors else _time(lesson, judged)
