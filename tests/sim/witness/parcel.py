"""One parcel under simulated hands on a simulated scale, the real rules between them.

What is right is known, so every word of the witness can be called true or false.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random

from station.codes import command_code, read
from station.packing import machine
from station.packing.effects import AskWeight
from station.packing.events import Event, HoldsAsked, WeightRefused
from station.packing.inputs import Command, Found, Input, Instant, OrderReply, Pressed, Reading
from station.packing.job import Job
from station.packing.model import Order, OrderLine, OrderNo, Sku
from station.packing.pan import Pan
from station.packing.rules import Carton, Rules, Watch
from station.packing.witness_events import UnitScannedAgain, UnitsDoubted
from tests.sim.witness.habits import Act, Habit, acts_of
from tests.sim.witness.scale import FRAME_MS, SimScale

TARE_MG = 120_000
RULES = Rules(weigh=True, cartons=(Carton(code="M", name="medium", tare_mg=TARE_MG),), default_carton="M")
WAIT_MS = 8_000
STEPS_MG = (1_000, 2_000, 5_000, 10_000)
GOODS_MG = {
    "3–20 g": (3_000, 20_000), "20–150 g": (20_000, 150_000), "150–800 g": (150_000, 800_000),
    "0.8–4 kg": (800_000, 4_000_000), "one of 30–150 g among 0.8–4 kg": (800_000, 4_000_000),
}  # fmt: skip
SMALL_MG = (30_000, 150_000)
NO_PAN = Pan()
OWN_SPREAD = 0.01
"""Pieces of one product differ by this standard deviation, as does the product file's weight from their mean."""


@dataclass(slots=True)
class Told:
    """What became of one parcel."""

    early: int = 0  # words while packing
    late: int = 0  # questions before the label
    open: bool = False  # a question that nothing but the packer's word can end
    gate: bool = False  # the weight of the whole parcel was refused at the end
    printed: bool = False
    pan: Pan = NO_PAN


@dataclass(slots=True)
class Packing:
    """One parcel from the box on the scale to its label, or to the question before it."""

    rng: Random
    rules: Rules
    order: Order
    true_mg: tuple[int, ...]  # what a piece of each line weighs, on average
    scale: SimScale
    job: Job = field(default_factory=Job)
    now_ms: int = 0
    box_mg: int = TARE_MG
    on_pan: bool = True
    said: list[Event] = field(default_factory=list)
    last_added: int = 0
    ask_ms: int | None = None

    def work(self, acts: Sequence[Act]) -> Told:
        self._take(read(self.order.number, aim="", device="scanner", guard_ms=0))
        self._take(OrderReply(code=self.order.number, found=Found.CLAIMED, order=self.order, fence=1))
        if acts[0].do != "lift":
            self._touch()
        for act in acts:
            self._frames(act.at_ms)
            self._act(act)
        self._frames(self.now_ms + WAIT_MS)
        return self._told()

    def _frames(self, until_ms: int) -> None:
        while self.now_ms < until_ms:
            self.now_ms += FRAME_MS
            if self.ask_ms is not None and self.now_ms >= self.ask_ms:
                self.ask_ms = None
                self.scale.news.forget()
            reading = self.scale.frame(self.now_ms)
            if reading is not None:
                self._take(reading)

    def _act(self, act: Act) -> None:
        match act.do:
            case "scan":
                self._take(read(self.order.lines[act.line].sku, aim="", device="scanner", guard_ms=0))
            case "undo":
                self._take(read(command_code(Command.UNDO), aim="", device="scanner", guard_ms=0))
            case "add":
                self.last_added = round(self.rng.gauss(self.true_mg[act.line], OWN_SPREAD * self.true_mg[act.line]))
                self.box_mg += self.last_added
                self._touch()
            case "out":
                self.box_mg -= self.last_added
                self._touch()
            case "stuff" | "swap":
                self.box_mg += act.mg
                self._touch()
            case "lift" | "back":
                self.on_pan = act.do == "back"
                self._touch()
            case "lean":
                self.scale.touch(self.now_ms, lean_mg=act.mg)
            case "free":
                self.scale.touch(self.now_ms, lean_mg=0)

    def _touch(self) -> None:
        self.scale.touch(self.now_ms, load_mg=self.box_mg if self.on_pan else 0)

    def _take(self, input: Input) -> None:
        if isinstance(input, Reading) and input.step_mg:
            self.rules = replace(self.rules, scale_step_mg=input.step_mg)
        now = Instant(wall_us=self.now_ms * 1_000, mono_us=self.now_ms * 1_000)
        for event in machine.decide(self.job, input, now, self.rules):
            self.job = machine.evolve(self.job, event)
            self.said.append(event)
            for effect in machine.react(self.job, event):
                if isinstance(effect, AskWeight):
                    self.ask_ms = self.now_ms + effect.after_ms

    def _told(self) -> Told:
        """The packer looks into the box and says that it is there; whoever asks for nothing learns nothing."""
        doubt = self.job.pan.doubt is not None and self.job.counted
        gate = self.job.attention is not None and isinstance(self.said[-1], WeightRefused)
        printed = any(isinstance(event, HoldsAsked) for event in self.said)
        if doubt and self.job.prompts:
            self._take(Pressed(command=Command.YES))
        doubts = [event for event in self.said if isinstance(event, UnitsDoubted)]
        assert not any(isinstance(event, UnitScannedAgain) for event in self.said)
        return Told(
            early=sum(doubt.prompt is None for doubt in doubts),
            late=sum(doubt.prompt is not None for doubt in doubts),
            open=doubt,
            gate=gate,
            printed=printed,
            pan=self.job.pan,
        )


def _order(rng: Random, goods: str, number: int) -> tuple[Order, tuple[int, ...]]:
    low, high = GOODS_MG[goods]
    lines, true_mg = [], []
    mixed = goods.startswith("one of")
    for at in range(rng.randint(1, 4) + 2 * mixed):
        least, most = SMALL_MG if mixed and at == 0 else (low, high)
        weight_mg = round(least * (most / least) ** rng.random())
        true_mg.append(round(weight_mg * rng.gauss(1, OWN_SPREAD)))
        lines.append(OrderLine(sku=Sku(f"A{at}"), quantity=rng.randint(1, 3), weight_mg=weight_mg))
    lines[0] = replace(lines[0], quantity=rng.randint(2, 3))
    order = Order(number=OrderNo(f"SO-{number}"), platform="sim", shop="sim", lines=tuple(lines))
    return order, tuple(true_mg)


def _units(rng: Random, order: Order) -> list[int]:
    units = [at for at, line in enumerate(order.lines) for _ in range(line.quantity)]
    if rng.random() < 0.5:
        rng.shuffle(units)
    return units


FAULTS = ("scanned twice", "two put in", "taken out")


def spoil(rng: Random, acts: Sequence[Act], fault: str) -> list[Act]:
    """A packer's bad day: a unit is scanned and not put in, put in twice at once, or taken out and forgotten."""
    adds = [act for act in acts if act.do == "add" and act.line == 0]
    victim = rng.choice(adds)
    match fault:
        case "scanned twice":
            return [act for act in acts if act is not victim]
        case "two put in":
            return [one for act in acts for one in ((act, act) if act is victim else (act,))]
        case "taken out":
            last_ms = max(act.at_ms for act in acts if act.do in ("scan", "add"))
            out = Act(at_ms=max(adds[0].at_ms + 1, last_ms - 300), do="out", line=0)
            return sorted((*acts, out), key=lambda act: act.at_ms)
        case _:
            return list(acts)


def one(
    seed: str, habit: Habit, goods: str, step_mg: int, *, pan: Pan, fault: str = "", watch: Watch = Watch.STOP
) -> Told:
    """One parcel; the same seed is the same order, the same hands and the same scale."""
    rng = Random(seed)
    order, true_mg = _order(rng, goods, 1)
    acts = spoil(rng, acts_of(habit, rng, _units(rng, order)), fault)
    packing = Packing(
        rng=rng, rules=replace(RULES, watch=watch), order=order, true_mg=true_mg, scale=SimScale(rng, step_mg)
    )
    packing.job = Job(pan=pan)
    return packing.work(acts)
