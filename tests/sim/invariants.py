"""What must hold after every step of a simulated shift, whatever went wrong before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from typing import Final

from station.bench import Outcome
from station.evidence.codec import decode
from station.evidence.ledger import Ledger
from station.journal import UNKNOWN_PARCEL
from station.packing import machine, prompts
from station.packing.events import (
    BenchStarted,
    DoubleReadDropped,
    Event,
    ItemPacked,
    LabelAllowed,
    LabelRequested,
    LabelVoided,
    OrderOpened,
    OrderParked,
    ParcelSealed,
    PromptAnswered,
    ShortPackAllowed,
)
from station.packing.job import Job, needed
from station.packing.model import JobId, OrderNo, Sku, Waybill
from station.packing.pan import evolve_pan
from station.packing.print_events import WaybillVoided
from station.packing.rules import Rules
from station.packing.scanning import ONE_TOO_MANY_GUARDS
from tests.sim.world import GUARD_MS, World

_SEAT: Final = ("packer", "supervisor", "locked", "pin_of", "pins_wrong", "second")
"""Of a job: who sits at the bench. A start empties the seat, whoever was there before."""


@dataclass(slots=True)
class Shadow:
    """The job as the ledger alone tells it, kept beside the live one, and what the packer has been shown."""

    job: Job = field(default_factory=Job)
    whole: Job = field(default_factory=Job)  # of the ledger from its first entry on
    events: list[Event] = field(default_factory=list)
    read: int = 0  # entries
    shown_seq: int = -1
    short: bool = False
    opened: int = 0  # the place among the events of the order opened last
    orders_of: dict[Waybill, set[OrderNo]] = field(default_factory=dict)
    live: dict[OrderNo, dict[JobId, Waybill]] = field(default_factory=dict)
    void: set[JobId] = field(default_factory=set)
    unsent: set[JobId] = field(default_factory=set)  # void, and certainly not on paper
    void_numbers: set[Waybill] = field(default_factory=set)
    packed_ms: int = 0
    packed_sku: Sku | None = None
    sealed: list[OrderNo] = field(default_factory=list)
    seals: dict[OrderNo, ParcelSealed] = field(default_factory=dict)
    parked: list[OrderParked] = field(default_factory=list)
    yes: bool = False  # what was parked is still there, says the packer

    def shown(self, outcome: Outcome, ledger: Ledger) -> None:
        """Nothing is shown that is not on disk, and nothing else than what is."""
        assert outcome.seq < ledger.size, f"{outcome.events} was shown before it was committed"
        kinds = [type(event).__name__ for event in outcome.events]
        first = outcome.seq - len(kinds) + 1
        assert [entry.kind for entry in ledger.entries(first, outcome.seq)] == kinds
        self.shown_seq = outcome.seq

    def after_cut(self, ledger: Ledger) -> None:
        """Every fact that was shown, or read back before, is still there after the power went."""
        assert ledger.size > self.shown_seq, "a fact that was shown is gone"
        assert ledger.size >= self.read
        known, self.events, self.read, self.whole = self.events, [], 0, Job()
        self.orders_of, self.live, self.void, self.short, self.sealed = {}, {}, set(), False, []
        self.unsent, self.void_numbers = set(), set()
        self.parked, self.seals = [], {}
        for _ in self.catch_up(ledger, None):
            pass
        assert self.events[: len(known)] == known

    def catch_up(self, ledger: Ledger, rules: Rules | None) -> Iterator[Event]:
        """Read the new entries and fold them. Without ``rules`` it is history, judged already."""
        for entry in ledger.entries(self.read):
            self.read = entry.seq + 1
            event = decode(entry.fact())
            if event is None:
                continue
            if rules is not None:
                _gates(self.job, event, rules)
            self._tell(event)
            self.events.append(event)
            self.job, self.whole = machine.evolve(self.job, event), machine.evolve(self.whole, event)
            yield event

    def agrees_with(self, restored: Job) -> None:
        """A restart reads the ledger from the last order on; the whole of it says the same of the parcel."""
        as_whole = replace(self.whole, **{name: getattr(restored, name) for name in _SEAT})
        assert evolve_pan(as_whole.pan, BenchStarted()) == evolve_pan(restored.pan, BenchStarted())
        as_whole = replace(as_whole, pan=restored.pan)  # what lay on it before this order is not read back
        as_whole = replace(as_whole, stand_in=restored.stand_in)  # a choice ends with the run
        if restored.pan_owner == UNKNOWN_PARCEL:
            as_whole = replace(as_whole, pan_owner=UNKNOWN_PARCEL)
        if as_whole.order is None:
            restored, as_whole = replace(restored, refused=0), replace(as_whole, refused=0)
        told = {f.name: (getattr(restored, f.name), getattr(as_whole, f.name)) for f in fields(Job)}
        differ = {name: pair for name, pair in told.items() if pair[0] != pair[1]}
        assert not differ, f"a restart tells another job than the whole ledger: {differ}"

    def _tell(self, event: Event) -> None:
        order = self.job.order.number if self.job.order else OrderNo("")
        match event:
            case OrderOpened():
                self.short = False
                self.opened = len(self.events)
            case ShortPackAllowed():
                self.short = True
            case LabelAllowed():
                self.orders_of.setdefault(event.waybill, set()).add(order)
                self.live.setdefault(order, {})[event.job] = event.waybill
            case OrderParked():
                self.parked.append(event)
            case LabelVoided():
                self.void.add(event.job)
                self.unsent |= {event.job} if event.unsent else set()
                self.live.get(order, {}).pop(event.job, None)
            case WaybillVoided():
                self.void_numbers.add(event.waybill)
                alive = self.live.get(order, {}).items()
                self.live[order] = {job: waybill for job, waybill in alive if waybill != event.waybill}
            case ParcelSealed():
                assert event.waybill not in self.void_numbers, "a parcel was sealed under a void number"
                self.sealed.append(order)
                assert self.sealed.count(order) == 1, f"{order} was sealed twice"
                assert self.short or not self.job.missing, f"{order} was sealed with units missing"
                assert not self.job.held_by_photo, f"{order} was sealed without a photo that its bench requires"
                _no_unit_lost(self.job, event)
                self.seals[order] = event
            case _:
                pass


def _no_unit_lost(job: Job, seal: ParcelSealed) -> None:
    """What is in a split box and what goes on are the order; a joint box seals all its orders, each with its own."""
    assert job.order is not None
    assert (seal.next is None) is (job.whole is None), "a split parcel does not name the next"
    whole = job.whole or job.order
    rest = {each.line: each.units for each in seal.rest}
    if seal.next is not None:
        for at, line in enumerate(whole.lines):
            assert job.packed[at] + rest.get(at, 0) == needed(line.kind, line.quantity), f"{line.sku} got lost"
    assert tuple(share.order for share in seal.joined) == job.order.joined
    shares = Counter(packed.sku for share in seal.joined for packed in share.contents for _ in range(packed.units))
    boxed = Counter(packed.sku for packed in seal.contents for _ in range(packed.units))
    assert not seal.joined or shares == boxed, "the orders of a joint parcel do not make up its contents"


def check(shadow: Shadow, job: Job, ledger: Ledger, world: World, rules: Rules) -> None:
    """All that must hold between two steps."""
    for event in shadow.catch_up(ledger, rules):
        if isinstance(event, LabelRequested):
            _earlier_papers_are_void(shadow, event, world)
        _no_unit_swallowed(shadow, event, job, world)
        _brought_units_were_brought(shadow, event)
    assert shadow.job == job, "the ledger tells another job than the live one"
    _never_overpacked(job)
    _one_live_waybill(shadow)
    _paper_was_requested_once(shadow, world)


def _gates(job: Job, event: Event, rules: Rules) -> None:
    """Verify, then print: no label is allowed from a job that is not proven."""
    if not isinstance(event, LabelAllowed):
        return
    assert job.opened
    assert job.stop is None
    assert job.counted, "a label was allowed with units missing"
    assert job.weight_mg is not None or not rules.weigh, "a label was allowed without a weight"
    assert not job.prompts, "a label was allowed with a question open"
    assert job.pan.doubt is None, "a label was allowed while scans and scale disagree"
    assert not job.held_by_photo, "a label was allowed without a photo that the bench requires"


def _no_unit_swallowed(shadow: Shadow, event: Event, job: Job, world: World) -> None:
    """A read is dropped as a double only within the guard of the unit it doubles, whatever the clocks say.

    Twice as long where the order needs no unit more like it: there it is no unit that is swallowed.
    """
    if isinstance(event, ItemPacked):
        shadow.packed_ms, shadow.packed_sku = world.elapsed_ms, event.sku
    if isinstance(event, DoubleReadDropped):
        wanted = shadow.packed_sku in dict(job.missing)
        limit_ms = GUARD_MS if wanted else ONE_TOO_MANY_GUARDS * GUARD_MS
        assert world.elapsed_ms - shadow.packed_ms < limit_ms, "a second unit was taken for a doubled read"


def _brought_units_were_brought(shadow: Shadow, event: Event) -> None:
    """Nothing counts as verified elsewhere but what the claim says was; from a tote only after a person's yes."""
    match event:
        case OrderOpened():
            shadow.yes = False
        case PromptAnswered(prompt=prompts.BROUGHT):
            shadow.yes = event.value == prompts.YES
        case ItemPacked() if event.device.startswith(("wall ", "parked ")):
            assert shadow.job.order is not None
            told = {(each.line, each.units, each.code, each.serial) for each in shadow.job.order.brought}
            assert (event.line, event.units, event.code, event.serial) in told, "a unit was counted that nobody brought"
            assert shadow.yes or event.device.startswith("wall "), "a tote was counted that nobody looked into"
        case _:
            pass


def _never_overpacked(job: Job) -> None:
    if job.order is None:
        return
    for line, units in zip(job.order.lines, job.packed, strict=True):
        assert 0 <= units <= needed(line.kind, line.quantity), f"{units} of {line.sku} were packed"


def _one_live_waybill(shadow: Shadow) -> None:
    for waybill, orders in shadow.orders_of.items():
        assert len(orders) == 1, f"{waybill} belongs to {sorted(orders)}"
    for order, jobs in shadow.live.items():
        assert len(set(jobs.values())) <= 1, f"{order} has several live waybills: {jobs}"


def _paper_was_requested_once(shadow: Shadow, world: World) -> None:
    """What comes out of the printer was recorded first, and comes out once."""
    papers = [paper.job for paper in world.printer.paper]
    assert len(papers) == len(set(papers)), "one job came out twice"
    requested = {event.job for event in shadow.events if isinstance(event, LabelRequested)}
    assert set(papers) <= requested, "paper came out that nobody recorded"
    assert not shadow.unsent & set(papers), "a label came out that was said to be taken back"


def _earlier_papers_are_void(shadow: Shadow, event: LabelRequested, world: World) -> None:
    """A second label of a parcel is asked for only when the first is void, with a reason or an answer behind it."""
    earlier = [job for job, waybill in world.printer.given.items() if waybill == event.waybill and job != event.job]
    for job in earlier:
        assert job in shadow.void, f"{event.job} was requested while {job} may be on paper"
    assert event.waybill not in shadow.void_numbers, f"{event.job} was requested with a void number"
    this_time = (one for one in shadow.events[shadow.opened :] if isinstance(one, LabelRequested))
    papers = [one.job for one in this_time if one.waybill == event.waybill and one.job not in shadow.unsent]
    assert event.copy == len(papers), f"{event.job} is marked copy {event.copy} of {papers}"
