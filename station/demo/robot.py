"""The demo's packer: looks at the screen, moves the virtual devices, makes the planned mistakes, and mends them.

It reads nothing but what a packer sees and acts only through scanner, pan and paper, so every byte goes the real way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal

from station.bench import Outcome
from station.codes import badge_code, command_code
from station.demo.home import BADGE
from station.demo.plan import WRONG_LABEL, Mistake, Task
from station.demo.virtual_bench import VirtualBench
from station.devices.virtual.firmware import PrinterFault
from station.host import Host
from station.packing.events import ScanRefused, WeightRefused
from station.packing.inputs import Command
from station.packing.job import Job
from station.packing.model import Capture, LineKind
from station.packing.prompts import choice_argument
from station.packing.questions import PromptKind
from station.packing.waiting import under_way
from station.ui.present import present
from station.ui.screen import Screen, Stage, Verdict

STUCK_MS = 20_000
UNKNOWN_WEIGHT_MG = 640_000
LOT, EXPIRY = "L2607", "400101"
"""What the shipped goods have printed on them."""


@dataclass(slots=True)
class Story:
    """What became of one task."""

    task: Task
    reasons: list[str] = field(default_factory=list)
    waybill: str = ""
    weight_mg: int | None = None
    sealed: bool = False
    stopped: bool = False


class Robot(QObject):
    """Works through ``tasks``; ``done`` at the end, ``stuck`` with a sentence when nothing moves any more."""

    looked = Signal(object)  # Screen
    told = Signal(object)  # Story, when a task is over
    done = Signal()
    stuck = Signal(str)

    def __init__(
        self, host: Host, bench: VirtualBench, tasks: Sequence[Task], *, wrong_code: Callable[[Job], str], pace_ms: int
    ) -> None:
        super().__init__()
        self._host = host
        self._bench = bench
        self._tasks = list(tasks)
        self._wrong_code = wrong_code
        self.stories: list[Story] = []
        self._mistake: Mistake | None = None
        self._screen: Screen | None = None
        self._last: Job | None = None
        self._given_up = False
        self._next = QTimer(self, singleShot=True, interval=pace_ms)
        self._next.timeout.connect(self._act)
        self._watchdog = QTimer(self, singleShot=True, interval=STUCK_MS)
        self._watchdog.timeout.connect(self._give_up)
        host.shown.connect(self._seen)

    def start(self) -> None:
        self._screen = present(self._host.bench.job, (), self._host.bench.rules)
        self._watchdog.start()
        self._next.start()

    def _seen(self, outcome: Outcome) -> None:
        if self._given_up:
            return
        if outcome.job != self._last:
            self._watchdog.start()  # the same refusal over and over is no way on
        self._last = outcome.job
        self._screen = present(outcome.job, outcome.events, self._host.bench.rules)
        for event in outcome.events:
            if isinstance(event, ScanRefused | WeightRefused) and self.stories:
                self.stories[-1].reasons.append(event.reason.value)
        self.looked.emit(self._screen)
        self._next.start()

    def _give_up(self) -> None:
        self._next.stop()
        self._given_up = True
        self.stuck.emit(f"the demo's packer sees no way on: {self._screen.headline.en if self._screen else 'nothing'}")

    def _act(self) -> None:
        screen, job = self._screen, self._host.bench.job
        if screen is None or under_way(job):
            return
        match screen.stage:
            case Stage.STOPPED:
                self._clear(job)
            case Stage.IDLE | Stage.SEALED:
                self._between(screen, job)
            case Stage.PACKING:
                self._pack(job)
            case Stage.PROMPTING:
                self._answer(job)
            case Stage.WEIGHING:
                self._weigh(screen, job)
            case Stage.PRINTING:
                self._mend(screen)
            case Stage.LABELLING:
                self._stick(screen)

    def _scan(self, code: str) -> None:
        self._bench.scanner.scan(code)

    def _answer(self, job: Job) -> None:
        """The ordinary answer, by the code that stands beside it on the screen."""
        prompt = job.prompts[0]
        if prompt.kind is PromptKind.CHOICE:
            self._scan(command_code(Command.CHOICE, choice_argument(prompt.choices[0])))
        else:
            self._scan(command_code(Command.YES))

    def _clear(self, job: Job) -> None:
        if self.stories and not job.opened:
            self.stories[-1].stopped = True
        self._scan(command_code(Command.CLEAR))

    def _between(self, screen: Screen, job: Job) -> None:
        """The sealed box goes off the scale, and the next order comes."""
        if job.pan_owner is not None:
            self._bench.scale.put(0)
            return
        if not job.packer:
            self._scan(badge_code(BADGE))
            return
        self._finish(screen)
        if not self._tasks:
            self._watchdog.stop()
            self.done.emit()
            return
        task = self._tasks.pop(0)
        self.stories.append(Story(task=task))
        self._mistake = task.mistake
        self._scan(task.order)

    def _finish(self, screen: Screen) -> None:
        if not self.stories or self.stories[-1].sealed:
            return
        story = self.stories[-1]
        if screen.stage is Stage.SEALED and screen.order == story.task.order:
            story.sealed, story.waybill, story.weight_mg = True, screen.waybill or "", screen.weight_mg
        self.told.emit(story)

    def _pack(self, job: Job) -> None:
        assert job.order is not None
        if self._mistake is Mistake.WRONG_ITEM:
            self._mistake = None
            self._scan(self._wrong_code(job))
        elif self._mistake is Mistake.HALF_A_CODE and job.units:
            self._mistake = None
            self._scan(_code_of(job, job.units[-1].line)[:-1])
        elif self._mistake is Mistake.TOO_MANY and (full := _full_line(job)) is not None:
            self._mistake = None
            self._scan(_code_of(job, full))
        else:
            self._pack_next(job)

    def _pack_next(self, job: Job) -> None:
        assert job.order is not None
        for index, line in enumerate(job.order.lines):
            if line.kind is not LineKind.VIRTUAL and job.packed[index] < line.quantity:
                by_hand = line.kind is LineKind.BY_HAND
                self._scan(command_code(Command.BY_HAND) if by_hand else _code_of(job, index))
                return

    def _weigh(self, screen: Screen, job: Job) -> None:
        right = UNKNOWN_WEIGHT_MG if screen.expected_mg is None else sum(screen.expected_mg) // 2
        if self._mistake is Mistake.TOO_MANY and job.order is not None:
            self._mistake = None
            self._scan(_code_of(job, 0))
        elif self._mistake is Mistake.WRONG_WEIGHT and screen.verdict is not Verdict.ATTENTION:
            self._bench.scale.put(right * 3 // 4)
        else:
            self._mistake = None if self._mistake is Mistake.WRONG_WEIGHT else self._mistake
            if self._mistake is Mistake.PAPER_OUT:
                self._mistake = None
                self._bench.printer.strike(PrinterFault.PAPER_OUT)
            self._bench.scale.put(right)

    def _mend(self, screen: Screen) -> None:
        if screen.reason == "printer_not_ready":
            self._note(screen.reason)
            self._bench.printer.mend()

    def _note(self, reason: str) -> None:
        if self.stories and reason not in self.stories[-1].reasons:
            self.stories[-1].reasons.append(reason)

    def _stick(self, screen: Screen) -> None:
        wrong = self._mistake is Mistake.WRONG_LABEL
        self._mistake = None
        self._scan(WRONG_LABEL if wrong else screen.waybill or "")


def _code_of(job: Job, line: int) -> str:
    """As it stands on the goods: those with lot, expiry or serial carry it in a GS1 code."""
    assert job.order is not None
    wanted = job.order.lines[line]
    code = next((barcode.code for barcode in wanted.barcodes if barcode.units == 1), str(wanted.sku))
    if not wanted.captures:
        return code
    printed = {
        Capture.EXPIRY: f"(17){EXPIRY}",
        Capture.LOT: f"(10){LOT}",
        Capture.SERIAL: f"(21){job.order.number}-{len(job.units) + 1}",
    }
    return f"(01){code:0>14}" + "".join(printed[one] for one in Capture if one in wanted.captures)


def _full_line(job: Job) -> int | None:
    assert job.order is not None
    for index, line in enumerate(job.order.lines):
        if line.kind in (LineKind.GOODS, LineKind.GIFT) and job.packed[index] == line.quantity:
            return index
    return None
