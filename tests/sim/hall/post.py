"""One bench of the simulated hall: the real host, desk, wave and ledger, without their threads and without Qt's time.

What the two threads would say to each other lies in two queues; the hall says when which of them goes on. The power
may fail before and after each commit of the ledger, each writing of the wave's file, and each word over the line.
"""

from __future__ import annotations

import shutil
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from unittest.mock import patch

from station import host as hosting
from station.bench import Outcome
from station.book_desk import BookDesk
from station.book_line import BookLine
from station.carrying import relaying
from station.desk_settings import DeskSettings
from station.evidence.codec import media_file
from station.evidence.ledger import Ledger
from station.evidence.media import store
from station.home import Home
from station.host import Host
from station.journal import LedgerJournal
from station.packing.effects import DrawLabel
from station.packing.events import Event
from station.packing.inputs import Input, LabelReady, LabelRecalled
from station.packing.job import Job
from station.packing.model import JobId, Waybill
from station.packing.rules import Rules
from station.recent_claims import claim_of
from station.ui.present import present
from station.ui.screen import Screen
from station.wave import Wave
from station.wave_keeping import WaveKeeping, WaveSettings
from tests.clocks import FakeClock
from tests.sim.hall.hands import Hands
from tests.sim.hall.line import Line
from tests.sim.hall.stock import HOUR_US, ROUTING
from tests.sim.hall.timers import Timer, Wheel
from tests.sim.hall.truth import Witness
from tests.sim.printer import USUAL, Printer
from tests.sim.world import Power, PowerCut

DEADLINE_MS = 1_500
WINDOW_US = HOUR_US // 2


@dataclass(slots=True)
class Labels:
    """A label desk whose printer is a faked one; a label is a file on the bench's disk as the real ones are."""

    post: Post
    spares: tuple[str, ...] = ()
    waybills: dict[JobId, Waybill] = field(default_factory=dict)

    def draw(self, effect: DrawLabel) -> None:
        at_ms = self.post.clock.now().wall_us // 1000
        job, media = effect.job, self.post.home.media
        drawn = store(media, f"^XA{job}^XZ".encode(), mime="image/png", role="label", at_ms=at_ms)
        self.waybills[job] = effect.waybill
        size, root = self.post.ledger.newest_root()
        ready = LabelReady(
            job=job, waybill=effect.waybill, printer=USUAL, root_size=size, root=root, media=(media_file(drawn),)
        )
        self.post.hears(ready)

    def send(self, job: JobId) -> None:
        self.post.power.moment()
        for report in self.post.printer.send(job, self.waybills[job], USUAL):
            self.post.hears(report)

    def cancel(self, job: JobId) -> None:
        self.post.printer.cancel(job)

    def recall(self, job: JobId) -> None:
        self.post.hears(LabelRecalled(job=job, whole=self.post.printer.cancel(job)))


@dataclass(slots=True)
class PoweredJournal:
    """The real journal; the power may fail before the commit, and after it before the bench knows."""

    power: Power
    journal: LedgerJournal

    def append(self, events: Sequence[Event], job: Job) -> int:
        self.power.moment()
        seq = self.journal.append(events, job)
        self.power.moment()
        return seq


@dataclass(slots=True)
class Post:
    """A bench, its printer, its packer and its line. ``runs`` counts its starts."""

    name: str
    folder: Path
    url: str
    rng: Random
    rules: Rules
    wave_settings: WaveSettings
    now_ms: Callable[[], int]
    line: Line
    clock: FakeClock = field(default_factory=FakeClock)
    power: Power = field(default_factory=Power)
    witness: Witness = field(init=False)
    printer: Printer = field(init=False)
    hands: Hands = field(init=False)
    host: Host = field(init=False)
    desk: BookDesk = field(init=False)
    wave: Wave = field(init=False)
    ledger: Ledger = field(init=False)
    screen: Screen = field(init=False)
    wheel: Wheel = field(init=False)
    queue: deque[tuple[str, tuple[object, ...]]] = field(default_factory=deque)
    inbox: deque[tuple[str, tuple[object, ...]]] = field(default_factory=deque)
    runs: int = 0
    busy: bool = False  # its desk waits for the book
    asleep: bool = False  # its machine stands still
    story: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.printer = Printer(self.rng)
        self.hands = Hands(self.rng, self.printer)
        self.witness = Witness(self.name)

    @property
    def home(self) -> Home:
        return Home(self.folder / f"{self.name}-{self.runs}")

    @property
    def job(self) -> Job:
        return self.host.bench.job

    def hears(self, input: Input) -> None:
        self.inbox.append(("take", (input,)))

    def boot(self) -> None:
        """The machine starts from what the disk has; a cut while it starts makes it start again."""
        while True:
            try:
                self._start()
                return
            except PowerCut:
                self.story.append(f"{self.name} — power cut while starting —")

    def ask_desk(self) -> None:
        """The desk's thread does one thing; while it waits the others go on."""
        name, given = self.queue.popleft()
        run, self.busy = self.runs, True
        try:
            getattr(self.desk, name)(*given)
        finally:
            self.busy = self.busy and run != self.runs

    def hear(self) -> None:
        """The bench's thread hears one thing."""
        name, given = self.inbox.popleft()
        getattr(self.host, name)(*given)

    def act(self, numbers: Sequence[str], *, patient: bool) -> None:
        """The packer does one thing."""
        input = self.hands.act(self.screen, numbers, patient=patient)
        if input is not None:
            self.host.take(input)

    def writes(self, write: Callable[[], None]) -> None:
        """Something onto this bench's disk."""
        self.power.moment()
        write()
        self.power.moment()

    def close(self) -> None:
        self.desk._let_go()
        self.ledger.close()

    def _start(self) -> None:
        if self.runs:
            self._lose_power()
        self.runs += 1
        self.ledger = Ledger.open(
            self.home, org="sim", bench=self.name, clock=self.clock, random_bytes=self.rng.randbytes, build="sim"
        )
        self.witness.after_cut(self.ledger)
        self.wave = Wave(
            self.home.wave_file, self.ledger.log_name, window_us=WINDOW_US, now_us=lambda: self.clock.now().wall_us
        )
        self.wheel = Wheel(self.now_ms)
        with (
            patch.object(hosting, "QTimer", partial(Timer, self.wheel)),
            patch.object(hosting, "LedgerJournal", lambda ledger: PoweredJournal(self.power, LedgerJournal(ledger))),
        ):
            self.host = Host(
                ledger=self.ledger,
                clock=self.clock,
                rules=self.rules,
                devices=(),
                recognise=lambda _code: None,
                deadline_ms=DEADLINE_MS,
            )
        self.host.labels = Labels(self)  # type: ignore[assignment]
        self.host.wave = self.wave
        self._wire()
        self.host.start()

    def _wire(self) -> None:
        """As ``book_side`` does it; each signal waits in a queue for the thread it goes to."""
        host, self.desk = self.host, self._desk()
        host.shown.connect(self._show)
        for signal, name in (
            (host.asked, "perform"), (host.watched, "watch"), (host.guarded, "guard"), (host.relay_due, "relay"),
            (host.day_due, "look_at_day"),
        ):  # fmt: skip
            signal.connect(partial(_post, self.queue, name))
        for signal, name in (
            (self.desk.said, "take"), (self.desk.looked, "looked"), (self.desk.owed, "record"),
            (self.desk.forked, "distrust"), (self.desk.roster, "know"),
        ):  # fmt: skip
            signal.connect(partial(_post, self.inbox, name))

    def _desk(self) -> BookDesk:
        desk = BookDesk(
            DeskSettings(
                url=self.url,
                bench=self.name,
                routing=ROUTING,
                senders={},
                relay=lambda: relaying(self.home),
                opened=claim_of(self.host.bench.job),
                known=lambda people: {**people, **self.rules.roster},
                wave=WaveKeeping(self.wave, self.wave_settings),
                window_us=WINDOW_US,
            ),
            self.clock,
        )
        desk._line = BookLine(
            self.url, self.line.open, desk._end_relay, self.clock
        )  # the same line, with a network on it
        return desk

    def _show(self, outcome: Outcome) -> None:
        """Only what is committed is shown; what is shown must survive any cut."""
        self.witness.shown(outcome)
        self.screen = present(outcome.job, outcome.events, self.rules)
        names = " ".join(type(event).__name__ for event in outcome.events)
        said = "restart" if outcome.input is None else str(outcome.input)[:130]
        self.story.append(f"{self.name} {outcome.seq:4} {said} -> {names} [{self.screen.stage}]")

    def _lose_power(self) -> None:
        """The files as they are now are the next run's disk; what was only in memory is gone."""
        before = self.home.root
        shutil.copytree(before, self.folder / f"{self.name}-{self.runs + 1}")
        self.close()
        shutil.rmtree(before)
        self.queue.clear()
        self.inbox.clear()
        self.printer.bench_lost_power()
        self.busy = False
        self.clock.restart()


def _post(queue: deque[tuple[str, tuple[object, ...]]], name: str, *given: object) -> None:
    queue.append((name, given))
