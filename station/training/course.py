"""Runs the lessons on the virtual bench: moves its devices, hears what was recorded, tells the coach's view.

It lives in the screen thread with the virtual devices, and acts only through them: every byte goes the real way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, assert_never

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from station.bench import Outcome
from station.clock import Clock
from station.demo.virtual_bench import VirtualBench
from station.packing.events import DeviceChanged, Event, NextAsked, NothingToDo
from station.packing.inputs import Command, DeviceKind
from station.packing.job import Job
from station.packing.model import OrderNo
from station.packing.rules import Rules
from station.training import coach, hands
from station.training.coach import Choice, Phase, Standing
from station.training.hands import Act, Move
from station.training.judging import Judged, Told, given_up, judge
from station.training.lessons import LESSONS, Fault, Lesson
from station.ui.coach_screen import PageView
from station.ui.present import stage_of
from station.ui.words import Words

TOLD_MAX: Final = 2_000
"""Events kept of one try; one that records more is over its limit and is judged by what it has."""

PACE_MS: Final = 150
STUCK_MS: Final = 5_000
"""After so long without a step the coach's own hands do it again: a scanner not yet back loses what it scans."""

TRIES: Final = 4
"""Of one step; then they give up, and the lesson is offered again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What is done behind the bench: an order for a try, and a buyer who cancels."""

    order: Callable[[Lesson, OrderNo, str], None]
    cancel: Callable[[OrderNo], None]


class Course(QObject):
    """``seen`` carries a ``CoachView`` after every change, ``paged`` the page; ``left`` says that it is over."""

    seen = Signal(object)
    paged = Signal(object)
    save_asked = Signal(object)
    typed = Signal(str)  # by hand, on the keyboard
    left = Signal()

    def __init__(
        self,
        bench: VirtualBench,
        rules: Rules,
        clock: Clock,
        office: Office,
        *,
        code: Callable[[str], tuple[str, ...]],
        date: str = "",
        pace_ms: int = PACE_MS,
    ) -> None:
        super().__init__()
        self._bench, self._rules, self._clock, self._office, self._code = bench, rules, clock, office, code
        self._date = date
        self._job = Job()
        self._tries: dict[str, int] = {}
        self._results: dict[str, Judged | None] = {}
        self._told: list[Told] = []
        self._began_us = 0
        self._acted: object = None  # where the job stood when the coach's hands did something last
        self._reached: object = None  # the same, a step that had to be done again left out
        self._queue: list[Lesson] = list(LESSONS[1:])
        self._standing = Standing(phase=Phase.READY, lesson=LESSONS[0], order=OrderNo(""))
        self._step = QTimer(self, interval=pace_ms)
        self._step.timeout.connect(self._act)
        self._hint = QTimer(self, singleShot=True)
        self._hint.timeout.connect(self._give_hint)
        self._stuck = QTimer(self, singleShot=True, interval=STUCK_MS)
        self._stuck.timeout.connect(self._try_again)
        self._tries_left = TRIES

    @property
    def standing(self) -> Standing:
        return self._standing

    @property
    def results(self) -> dict[str, Judged | None]:
        return dict(self._results)

    def show(self) -> None:
        self.seen.emit(coach.view(self._standing, self._job, self._rules, self._code))

    # What the bench recorded

    @Slot(object)
    def see(self, outcome: Outcome) -> None:
        self._job = outcome.job
        for event in outcome.events:
            if isinstance(event, DeviceChanged) and event.kind is DeviceKind.CAMERA:
                self._world(camera_told=not event.up)
        if self._standing.phase is Phase.ON and len(self._told) < TOLD_MAX:
            now_us = self._clock.now().mono_us
            self._told += [Told(now_us, event) for event in outcome.events]
            self._judge()
        elif self._standing.phase in (Phase.READY, Phase.DONE) and any(map(_goes_on, outcome.events)):
            self._choose(coach.choices(self._standing)[0])
        self.show()

    def _judge(self) -> None:
        judged = judge(self._standing.lesson.task, self._told, began_us=self._began_us)
        if judged is not None:
            self._end(judged)

    def _end(self, judged: Judged | None) -> None:
        self._hint.stop()
        self._results[self._standing.lesson.id] = judged
        self._put(phase=Phase.TIDYING, judged=judged, hint=False, is_last=not self._queue)
        self._mend()
        self._auto()

    # What the person does

    @Slot(int)
    def hand(self, number: int) -> None:
        """The hand with this number, from 0, as the view shows them."""
        reach = coach.reach(self._standing, self._job, self._rules)
        chosen = coach.choices(self._standing)
        if number < len(reach):
            self._do(reach[number].move)
        elif number - len(reach) < len(chosen):
            self._choose(chosen[number - len(reach)])

    def _choose(self, choice: Choice) -> None:
        match choice:
            case Choice.BEGIN:
                self._begin()
            case Choice.SKIP:
                self._skip()
            case Choice.AGAIN:
                self._tell(self._standing.lesson)
            case Choice.NEXT:
                self._go_on()
            case Choice.SAVE:
                self.save_asked.emit(self.page())
            case Choice.REPEAT:
                self._repeat()
            case Choice.LEAVE:
                self.left.emit()
            case _:
                assert_never(choice)

    def _begin(self) -> None:
        lesson = self._standing.lesson
        tries = self._tries[lesson.id] = self._tries.get(lesson.id, 0) + 1
        number = LESSONS.index(lesson) + 1
        order = OrderNo(f"TRAIN-{number:02}-{tries}")
        self._office.order(lesson, order, f"YT99{number:02}{tries:09}")
        self._put(phase=Phase.PREPARING, order=order, judged=None)
        if lesson.guided:
            self._take_over()
        else:
            self._auto()

    def _skip(self) -> None:
        """Before it begins it is left as it was; in its midst it counts as not found."""
        if self._standing.phase is Phase.ON:
            self._end(given_up(self._told))
        else:
            self._results.setdefault(self._standing.lesson.id, None)
            self._go_on()

    def _go_on(self) -> None:
        if self._queue:
            self._tell(self._queue.pop(0))
        else:
            self._put(phase=Phase.PAGE, more=bool(self.page().repeat))
            self.paged.emit(self.page())

    def _tell(self, lesson: Lesson) -> None:
        self._put(phase=Phase.READY, lesson=lesson, judged=None, hint=False)

    def _repeat(self) -> None:
        again = {row.name for row in self.page().repeat}
        self._queue = [lesson for lesson in LESSONS if lesson.name in again]
        self._go_on()

    def page(self) -> PageView:
        return coach.page(self._results, self._tries, date=self._date)

    def note(self, words: Words) -> None:
        """What came of saving the page."""
        self._put(note=words)

    # The coach's own hands

    def _auto(self) -> None:
        self._acted = self._reached = None
        self._tries_left = TRIES
        self._stuck.start()
        self._step.start()

    def _act(self) -> None:
        preparing = self._standing.phase is Phase.PREPARING
        if preparing and self._at_the_start():
            self._take_over()
        elif not preparing and hands.over(self._job, self._rules):
            self._rest()
            self._put(phase=Phase.DONE)
        else:
            self._next_move()

    def _next_move(self) -> None:
        job = self._job
        done = (job.packer, job.opened, job.packed, job.prompts, job.label, job.stop, job.pan_owner, job.weight_mg)
        offer = hands.right(job, self._rules, self._standing.order, self._standing.world)
        if offer is not None and done != self._acted:
            if done != self._reached:  # however slow the bench is beside other work, it goes on
                self._reached, self._tries_left = done, TRIES
            self._acted = done
            self._stuck.start()
            self._do(offer.move)

    def _try_again(self) -> None:
        self._tries_left -= 1
        if self._tries_left:
            self._acted = None
            self._stuck.start()
        else:
            self._give_up()

    def _at_the_start(self) -> bool:
        lesson, job = self._standing.lesson, self._job
        mine = job.opened and job.order is not None and job.order.number == self._standing.order
        return mine and stage_of(job, self._rules) is lesson.stage and sum(job.packed) >= lesson.packed

    def _take_over(self) -> None:
        self._rest()
        self._told = []
        self._began_us = self._clock.now().mono_us
        self._put(phase=Phase.ON)
        self._strike(self._standing.lesson.fault)
        self._hint.start(coach.HINT_AFTER * self._standing.lesson.task.within_s * 1_000)

    def _rest(self) -> None:
        self._step.stop()
        self._stuck.stop()

    def _give_up(self) -> None:
        self._rest()
        self._put(phase=Phase.DONE)

    def _give_hint(self) -> None:
        self._put(hint=True)

    # The world

    def _do(self, move: Move) -> None:
        match move.act:
            case Act.SCAN:
                self._bench.scanner.scan(move.code)
            case Act.TYPE:
                self.typed.emit(move.code)
            case Act.WEIGH:
                self._bench.scale.put(move.weight_mg)
            case Act.PAPER:
                self._bench.paper(out=False)
                self._world(paper_out=False)
            case Act.PLUG:
                self._bench.scanner.outlet.plug()
                self._world(unplugged=False)
            case Act.CAMERA:
                self._bench.picture(dark=False)
                self._world(camera_dark=False)
            case _:
                assert_never(move.act)

    def _strike(self, fault: Fault) -> None:
        match fault:
            case Fault.NONE:
                return
            case Fault.PAPER_OUT:
                self._bench.paper(out=True)
                self._world(paper_out=True)
            case Fault.CANCELLED:
                self._office.cancel(self._standing.order)
            case Fault.SCANNER_UNPLUGGED:
                self._bench.scanner.outlet.unplug()
                self._world(unplugged=True)
            case Fault.CAMERA_DARK:
                self._bench.picture(dark=True)
                self._world(camera_dark=True)
            case _:
                assert_never(fault)

    def _mend(self) -> None:
        """The coach's hands need every device."""
        for act, broken in (
            (Act.PAPER, self._standing.world.paper_out),
            (Act.PLUG, self._standing.world.unplugged),
            (Act.CAMERA, self._standing.world.camera_dark),
        ):
            if broken:
                self._do(Move(act=act))

    def _world(self, **changes: bool) -> None:
        world = replace(self._standing.world, **changes)
        self._put(world=world)

    def _put(self, **changes: object) -> None:
        self._standing = replace(self._standing, **changes)  # type: ignore[arg-type]
        self.show()


def _goes_on(event: Event) -> bool:
    """The code or the key for the next one, where the bench itself has nothing to do with it."""
    return isinstance(event, NextAsked) or (isinstance(event, NothingToDo) and event.what == Command.NEXT)
