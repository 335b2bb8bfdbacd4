"""What hands can do at the bench: the right next move, and what else lies within reach. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, assert_never

from station.codes import badge_code, command_code
from station.packing.inputs import Command
from station.packing.job import Job, needed
from station.packing.model import LineKind, OrderNo
from station.packing.prompts import MESSAGE, choice_argument
from station.packing.questions import PromptKind
from station.packing.rules import Rules
from station.packing.waiting import under_way
from station.packing.weighing import limits_mg
from station.training.lessons import LESSONS, Bait, Lesson
from station.ui import training_words as say
from station.ui.goods_words import goods
from station.ui.present import stage_of
from station.ui.screen import Stage
from station.ui.words import Words, same

BADGE: Final = "1001"


class Act(StrEnum):
    SCAN = "scan"
    TYPE = "type"  # by hand, on the keyboard
    WEIGH = "weigh"
    PAPER = "paper"
    PLUG = "plug"
    CAMERA = "camera"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    act: Act
    code: str = ""
    weight_mg: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A move within reach, and what it is called; ``tag`` is what stands on the goods, where there are any."""

    words: Words
    move: Move
    tag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What is wrong with the devices; the course knows it as hands would."""

    paper_out: bool = False
    unplugged: bool = False
    camera_dark: bool = False
    camera_told: bool = False  # the bench has seen that it is dark, which takes some seconds


AS_IT_SHOULD: Final = World()


def scan(code: str) -> Move:
    return Move(act=Act.SCAN, code=code)


def command(asked: Command, argument: str = "") -> Move:
    return scan(command_code(asked, argument))


CLEAR: Final = Offer(words=say.CLEAR_CODE, move=command(Command.CLEAR))
PAPER: Final = Offer(words=say.PAPER, move=Move(act=Act.PAPER))
PLUG: Final = Offer(words=say.PLUG, move=Move(act=Act.PLUG))
CAMERA: Final = Offer(words=say.CAMERA, move=Move(act=Act.CAMERA))
BOX_OFF: Final = Offer(words=say.BOX_OFF, move=Move(act=Act.WEIGH))
RETRY: Final = Offer(words=say.RETRY, move=command(Command.RETRY))


def right(job: Job, rules: Rules, order: OrderNo, world: World) -> Offer | None:
    """What a packer who makes no mistake does next; None while the bench is at work by itself, or looks whether its
    camera sees: a drill whose box is shut before that could not be ended."""
    if under_way(job) or world.camera_dark != world.camera_told:
        return None
    stage = stage_of(job, rules)
    match stage:
        case Stage.STOPPED:
            return CLEAR
        case Stage.IDLE | Stage.SEALED:
            return _between(job, order)
        case Stage.PACKING:
            return _answer(job) if message_open(job) else _next_item(job)
        case Stage.PROMPTING:
            return _answer(job)
        case Stage.WEIGHING:
            return Offer(words=say.BOX_ON, move=Move(act=Act.WEIGH, weight_mg=expected_mg(job, rules)))
        case Stage.PRINTING:
            return PAPER if world.paper_out else None
        case Stage.LABELLING:
            return Offer(words=say.LABEL, move=scan(job.waybill or ""))
        case _:
            assert_never(stage)


def offers(lesson: Lesson, job: Job, rules: Rules, order: OrderNo, world: World) -> tuple[Offer, ...]:
    """At most three, in an order that does not tell which one is right."""
    wanted = right(job, rules, order, world)
    if wanted is None:
        return ()
    if lesson.guided:
        return (wanted,)
    stage = stage_of(job, rules)
    if stage is Stage.STOPPED:
        return _stopped(job)
    reach = (*_baited(lesson, wanted, stage), *_device(wanted, world))
    return reach if wanted.move.act in (Act.PAPER,) else _named(lesson, wanted, stage, reach)


def expected_mg(job: Job, rules: Rules) -> int:
    limits = limits_mg(job, rules)
    assert limits is not None, "the goods of training have known weights"
    return sum(limits) // 2


def over(job: Job, rules: Rules) -> bool:
    """Nothing is open any more and the pan is empty."""
    return stage_of(job, rules) in (Stage.IDLE, Stage.SEALED) and job.pan_owner is None


def _between(job: Job, order: OrderNo) -> Offer:
    if job.pan_owner is not None:
        return BOX_OFF
    if not job.packer:
        return Offer(words=say.BADGE, move=scan(badge_code(BADGE)))
    return Offer(words=say.ORDER, move=scan(order))


def _next_item(job: Job) -> Offer | None:
    assert job.order is not None
    for line, packed in zip(job.order.lines, job.packed, strict=True):
        if packed < needed(line.kind, line.quantity):
            if line.kind is LineKind.BY_HAND:
                return Offer(words=goods(line), move=command(Command.BY_HAND))
            return Offer(words=goods(line), move=scan(line.barcodes[0].code), tag=line.variant)
    return None


def _answer(job: Job) -> Offer:
    prompt = job.prompts[0]
    if prompt.kind is PromptKind.CHOICE:
        choice = prompt.choices[0]
        return Offer(words=same(choice), move=command(Command.CHOICE, choice_argument(choice)))
    return Offer(words=say.YES, move=command(Command.YES))


def message_open(job: Job) -> bool:
    return bool(job.prompts) and job.prompts[0].id == MESSAGE


def _stopped(job: Job) -> tuple[Offer, ...]:
    refused = job.stop.refused if job.stop is not None else None
    again = () if refused is None else (Offer(words=say.SAME_AGAIN, move=scan(refused.code)),)
    next_one = _next_item(job) if job.opened else None
    onward = () if next_one is None else (replace(next_one, words=say.FROM_SHELF, tag=_whole_tag(next_one)),)
    return (*again, CLEAR, *onward)


def _baited(lesson: Lesson, wanted: Offer, stage: Stage) -> tuple[Offer, ...]:
    bait = lesson.bait
    if bait is None or bait.stage is not stage:
        return ()
    return (Offer(words=bait.words, move=_bait_move(bait, wanted), tag=bait.tag),)


def _bait_move(bait: Bait, wanted: Offer) -> Move:
    if bait.lighter_mg:
        return Move(act=Act.WEIGH, weight_mg=max(0, wanted.move.weight_mg - bait.lighter_mg))
    if bait.cut:
        return scan(wanted.move.code[: -bait.cut])
    return scan(bait.scan)


def _device(wanted: Offer, world: World) -> tuple[Offer, ...]:
    """What is to be mended, and what goes on without it."""
    if world.unplugged:
        typed = Move(act=Act.TYPE, code=wanted.move.code)
        return PLUG, Offer(words=say.TYPE_IT, move=typed)
    if world.camera_dark:
        return (CAMERA,)
    return (PAPER, RETRY) if world.paper_out and wanted.move.act is Act.PAPER else ()


def _named(lesson: Lesson, wanted: Offer, stage: Stage, reach: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """The right hand last or first, by lesson; in the stage of the bait by a name that does not tell."""
    baited = lesson.bait is not None and lesson.bait.stage is stage
    mine = wanted
    if baited and lesson.right is not None:
        mine = replace(wanted, words=lesson.right, tag=_whole_tag(wanted) if stage is Stage.PACKING else "")
    return (*reach, mine) if LESSONS.index(lesson) % 2 else (mine, *reach)


def _whole_tag(item: Offer) -> str:
    return f"{item.words.en} {item.tag}".strip()
