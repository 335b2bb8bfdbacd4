"""One simulated shift from one seed: a real bench on a real ledger, in a faked world, with its power cut at any moment.

First everything goes wrong, then the world heals and a patient packer must come to an end. ``invariants`` says what
must hold after each step.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from station.bench import Bench, Outcome
from station.evidence.audit import audit
from station.evidence.codec import media_file
from station.evidence.ledger import Ledger
from station.evidence.ledger_reading import open_reader
from station.evidence.media import store
from station.home import Home
from station.journal import LedgerJournal, left_over, restore
from station.packing.effects import DrawLabel, Effect, SendLabel
from station.packing.events import Event, OrderParked, ScanRefused
from station.packing.inputs import Input, LabelReady, MediaFile
from station.packing.job import Job
from station.packing.media import PhotoMoment
from station.packing.model import JobId, OrderNo
from station.packing.paper_rules import PaperRule
from station.packing.rules import Carton, Person, PhotoRule, Rules, Watch
from station.packing.terms import NumberForm, ServiceTerms
from station.ui.present import present
from station.ui.screen import Screen
from tests.clocks import FakeClock
from tests.sim.book import BY_HAND, BY_HAND_NAME
from tests.sim.invariants import Shadow, check
from tests.sim.packer import Packer
from tests.sim.printer import USUAL
from tests.sim.world import PowerCut, World, make_world

CAMERAS = ("box", "overview")
CHAOS_STEPS = 300
ALARMED = 0.06
"""How often the book is looked at between two steps of an open order."""

PATIENCE = 1_500
"""Steps within which a patient packer at a working bench has finished all orders, or knows why not."""


@dataclass(slots=True)
class PoweredJournal:
    """The real journal; the power may fail before the commit, and after it before the bench knows."""

    journal: LedgerJournal
    world: World

    def append(self, events: Sequence[Event], job: Job) -> int:
        self.world.power.moment()
        seq = self.journal.append(events, job)
        self.world.power.moment()
        return seq


@dataclass(slots=True)
class Shift:
    """The state of one simulation. ``story`` is what happened, a line a step."""

    seed: int
    folder: Path
    rng: Random
    clock: FakeClock
    rules: Rules
    world: World = field(init=False)
    packer: Packer = field(init=False)
    ledger: Ledger | None = None
    bench: Bench = field(init=False)
    shadow: Shadow = field(init=False)
    screen: Screen = field(init=False)
    boots: int = 0
    drawn: dict[JobId, str] = field(default_factory=dict)  # SHA-256 of the bytes
    story: list[str] = field(default_factory=list)

    def work(self) -> None:
        """The whole shift. Raises ``AssertionError`` when an invariant breaks; the story stays."""
        try:
            self._begin()
            self._chaos()
            self._heal_and_finish()
            self._audit()
        finally:
            self._close()

    def _begin(self) -> None:
        self.world = make_world(self.rng, self.clock, self._draw)
        self.world.keep = self._keep
        on_scale = self.rules.watch is not Watch.OFF
        self.packer = Packer(self.rng, self.world, self.rules.require_sign_in, on_scale)
        self.shadow = Shadow()
        self._boot()

    def _chaos(self) -> None:
        for _ in range(CHAOS_STEPS):
            self.world.pass_ms(self.rng.choice((20, 200, 800, 2_000)))
            chance = self.rng.random()
            if chance < 0.06:
                self.world.disturb()
            elif chance < 0.10:
                self.world.mend()
            self._step(patient=False)

    def _heal_and_finish(self) -> None:
        """Liveness: each order ends sealed or refused for a reason that is no fault of the bench."""
        self.world.heal()
        self.story.append("— the world heals —")
        for number in range(PATIENCE):
            if len(self.packer.finished) == len(self.world.book.pages):
                return
            self.world.pass_ms(1_500)
            if number % 10 == 9:
                self.world.watch()
            self._step(patient=True)
        left = sorted(set(self.world.book.pages) - self.packer.finished)
        raise AssertionError(f"after {PATIENCE} patient steps {left} are not finished; screen: {self.screen}")

    def _audit(self) -> None:
        """The ledger audits, whatever happened to it."""
        bench_key = self._open_ledger.keys.bench.public
        home = self._home()
        self._close()
        reader = open_reader(home.ledger_file)
        audited = audit(reader, bench_key, home.media)
        reader.close()
        assert audited.ok, audited.faults[:3]

    def _step(self, *, patient: bool) -> None:
        try:
            for input in self._inputs(patient):
                self._take(input)
            check(self.shadow, self.bench.job, self._open_ledger, self.world, self.rules)
            self._relay()
        except PowerCut:
            self.story.append("— power cut —")
            self._boot()

    def _inputs(self, patient: bool) -> list[Input]:
        job = self.bench.job
        if job.opened and job.order is not None and self.rng.random() < ALARMED:
            return [self.world.book.alarm(job.order.number, self.clock.now().wall_us)]
        if self.world.due and (patient or self.rng.random() < 0.6):
            delivered = self.world.delivered()
            return [delivered] if delivered is not None else []
        return self.packer.patient(self.screen) if patient else self.packer.act(self.screen)

    def _take(self, input: Input) -> None:
        self.bench.rules = replace(self.rules, printers=self.world.printer.ready)
        self.bench.take(input)
        assert self.bench.dropped == 0

    def _show(self, outcome: Outcome) -> None:
        """Only what is committed is shown; the shown is what must survive any cut."""
        self.world.power.moment()
        self.shadow.shown(outcome, self._open_ledger)
        self.screen = present(outcome.job, outcome.events, self.rules)
        names = " ".join(type(event).__name__ for event in outcome.events)
        said = "restart" if outcome.input is None else str(outcome.input)[:150]
        self.story.append(f"{outcome.seq:4} {said} -> {names} [{self.screen.stage}] {self.screen.headline.en}")
        for event in outcome.events:
            self._finish(event)

    def _perform(self, effect: Effect) -> None:
        """As the real label desk does it: bytes leave only for a label whose request the ledger holds."""
        if isinstance(effect, SendLabel):
            assert self._open_ledger.medium_is_named(self.drawn[effect.job]), "a label was sent before its request"
        self.world.perform(effect)

    def _relay(self) -> None:
        """The ledger tells the book what was sealed, also what was committed in the moment of a cut."""
        self.world.book.void(self.shadow.void_numbers)
        for number, seal in self.shadow.seals.items():
            self.world.book.sealed(number, seal)
            self.packer.finished.add(number)
        while self.shadow.parked:
            parked = self.shadow.parked.pop(0)
            self.world.book.parked(parked.order, parked.kept, short=parked.owner is not None)

    def _finish(self, event: Event) -> None:
        match event:
            case ScanRefused(reason="order_held" | "order_shipped" | "order_cancelled") if self.world.calm:
                self.packer.finished.add(OrderNo(event.code))
            case OrderParked(why="order_held" | "order_cancelled") if self.world.calm:
                self.packer.finished.add(event.order)
            case _:
                pass

    def _boot(self) -> None:
        """The machine starts from what the disk has; a cut while it starts makes it start again."""
        while True:
            try:
                self._start()
                return
            except PowerCut:
                self.story.append("— power cut while starting —")

    def _start(self) -> None:
        if self.boots:
            self._lose_power()
        self.boots += 1
        self.ledger = Ledger.open(
            self._home(), org="sim", bench="B01", clock=self.clock, random_bytes=self.rng.randbytes, build="sim"
        )
        self.shadow.after_cut(self._open_ledger)
        self._relay()
        restored = restore(self._open_ledger)
        self.shadow.agrees_with(restored)
        self.bench = Bench(
            job=restored,
            journal=PoweredJournal(LedgerJournal(self._open_ledger), self.world),
            clock=self.clock,
            rules=self.rules,
            show=self._show,
            perform=self._perform,
            recognise=self.world.book.known,
        )
        owed = left_over(self._open_ledger)
        self.shadow.job = restored
        self.bench.resume()
        for report in owed:
            self._take(report)
        job = self.bench.job
        filmed_on = 2 * len(CAMERAS) if job.opened and job.filming else 0  # a gap and an end for each camera
        assert len(left_over(self._open_ledger)) == filmed_on, "pictures lost in a cut are not told of after it"

    def _lose_power(self) -> None:
        """The files as they are now are the next boot's disk; what was only in memory is gone."""
        before = self._home().root
        shutil.copytree(before, self.folder / f"disk-{self.boots}")
        self._close()
        shutil.rmtree(before)
        self.world.bench_lost_power()
        self.clock.restart()

    @property
    def _open_ledger(self) -> Ledger:
        assert self.ledger is not None
        return self.ledger

    def _close(self) -> None:
        ledger, self.ledger = self.ledger, None
        if ledger is not None:
            ledger.close()

    def _home(self) -> Home:
        return Home(self.folder / f"disk-{self.boots - 1}") if self.boots else Home(self.folder / "disk-0")

    def _keep(self, role: str) -> MediaFile:
        """A picture on disk before anybody is told of it."""
        at_ms = self.clock.now().wall_us // 1000
        medium = store(self._home().media, self.rng.randbytes(16), mime="image/jpeg", role=role, at_ms=at_ms)
        return media_file(medium)

    def _draw(self, effect: DrawLabel) -> Input:
        """A label on disk, byte for byte, that names the newest root."""
        at_ms = self.clock.now().wall_us // 1000
        medium = store(self._home().media, f"^XA{effect.job}^XZ".encode(), mime="image/png", role="label", at_ms=at_ms)
        media = media_file(medium)
        self.drawn[effect.job] = medium.sha256
        size, root = self._open_ledger.newest_root()
        return LabelReady(
            job=effect.job,
            waybill=effect.waybill,
            printer=effect.printer or USUAL,
            root_size=size,
            root=root,
            media=(media,),
        )


def make_rules(rng: Random) -> Rules:
    pictured = rng.random() < 0.6
    required = rng.random() < 0.3
    moments = tuple(PhotoMoment) if pictured else ()
    return Rules(
        photos=tuple(
            PhotoRule(moment=moment, camera=rng.choice(CAMERAS), required=required and moment is not PhotoMoment.ASKED)
            for moment in moments
        ),
        video=CAMERAS if pictured else (),
        papers=(PaperRule(name="slip", template="slip", printer="office"),) if pictured else (),
        weigh=rng.random() < 0.85,
        require_sign_in=rng.random() < 0.15,
        watch=rng.choice((Watch.OFF, Watch.WARN, Watch.STOP, Watch.STOP)),
        cartons=(Carton(code="M", name="medium", tare_mg=5_000),),
        terms={
            BY_HAND: ServiceTerms(
                zh=BY_HAND_NAME, en=BY_HAND_NAME, by_hand=True, numbers=(NumberForm(pattern=r"\d{10}"),)
            )
        },
        roster={
            "7": Person(pseudonym="p-7", name="Li Example"),
            "9": Person(pseudonym="p-9", name="Wu Example", supervisor=True),
        },
    )


def run(seed: int, folder: Path) -> Shift:
    """The whole shift of one seed. Raises ``AssertionError`` when an invariant breaks; the story stays in ``shift``."""
    shift = make_shift(seed, folder)
    shift.work()
    return shift


def make_shift(seed: int, folder: Path) -> Shift:
    rng = Random(seed)
    return Shift(seed=seed, folder=folder, rng=rng, clock=FakeClock(), rules=make_rules(rng))
