"""The imperative shell of one bench: take an input, to its end, before the next one starts. No Qt, no lock.

Commit, then show, then act: a green screen is a promise that the fact is on disk. Everything it touches is handed in,
so that the simulation can run it with a faked world and cut its power between any two lines.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Protocol

from station.clock import Clock
from station.packing import machine
from station.packing.effects import Effect
from station.packing.events import Event, ItemPacked, OrderAsked, OrderOpened, ScanRefused
from station.packing.inputs import Input, Known, OrderReply, Scan
from station.packing.job import Job
from station.packing.model import OrderNo
from station.packing.rules import Rules

WAITING_MAX = 256
"""Inputs that may wait their turn. Far beyond a packer's hands; more is a device gone mad, and it is dropped aloud."""


class Journal(Protocol):
    """Where events become facts: all events of one input in one transaction, on disk when it returns."""

    def append(self, events: Sequence[Event], job: Job) -> int:
        """The number of the last entry. ``job`` is the state before, which says whose order it is."""
        ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one input came to, for whoever shows it."""

    input: Input | None  # None: what a restart resumed
    job: Job
    events: tuple[Event, ...]
    seq: int


class Bench:
    """One bench. ``show`` is called after the commit and before any effect."""

    def __init__(
        self,
        *,
        job: Job,
        journal: Journal,
        clock: Clock,
        rules: Rules,
        show: Callable[[Outcome], None],
        perform: Callable[[Effect], None],
        recognise: Callable[[str], Known | None] = lambda _code: None,
        serial_order: Callable[[str, str], OrderNo | None] = lambda _sku, _serial: None,
    ) -> None:
        self.job = job
        self.rules = rules
        self._journal = journal
        self._clock = clock
        self._show = show
        self._perform = perform
        self._recognise = recognise
        self._serial_order = serial_order
        self._waiting: deque[Input] = deque()
        self._busy = False
        self._asking: Scan | None = None  # the scan that the order book was asked about last
        self.dropped = 0
        self.unrecorded: Input | None = None  # the input that the journal did not take, if it took not all

    def take(self, input: Input) -> None:
        """Handle one input to its end; inputs that arrive meanwhile wait their turn, in order."""
        if len(self._waiting) >= WAITING_MAX:
            self.dropped += 1
            return
        self._waiting.append(input)
        self._drain()

    def resume(self) -> None:
        """What a restart owes, before the first input."""
        events, effects = machine.resume(self.job, self.rules)
        self._busy = True
        try:
            self._commit(None, events)
            for effect in effects:
                self._perform(effect)
        finally:
            self._busy = False
        self._drain()

    def _drain(self) -> None:
        if self._busy:
            return
        self._busy = True
        try:
            while (input := self._next()) is not None:
                self.unrecorded = input
                self._commit(*self._decided(input))
                self.unrecorded = None
        finally:
            self._busy = False

    def _decided(self, input: Input) -> tuple[Input, tuple[Event, ...]]:
        """What the input comes to. What the book knows of a code can only change how a no is told, so it is asked then.

        An accepted scan does not wait for it: that is a quarter of the whole way from code to verdict.
        """
        now = self._clock.now()
        if isinstance(input, OrderReply) and input.item:
            input = replace(input, scan=self._asking)
        events = machine.decide(self.job, input, now, self.rules)
        scan = input if isinstance(input, Scan) else input.scan if isinstance(input, OrderReply) else None
        if scan is None:
            return input, events
        if _unexplained(scan) and any(isinstance(event, ScanRefused) for event in events):
            known = self._recognise(scan.text) or (self._recognise(scan.gtin) if scan.gtin else None)
            if known is not None:
                scan = replace(scan, known=known)
                input = _with_scan(input, scan)
                events = machine.decide(self.job, input, now, self.rules)
        if (taken := self._taken_before(events)) is not None:
            input = _with_scan(input, replace(scan, serial_order=taken))
            events = machine.decide(self.job, input, now, self.rules)
        return input, events

    def _taken_before(self, events: tuple[Event, ...]) -> OrderNo | None:
        """The other order that holds the very piece just accepted, by its serial number."""
        mine = self.job.order.number if self.job.order is not None else None
        for event in events:
            if isinstance(event, OrderOpened):
                mine = event.order.number
            if isinstance(event, ItemPacked) and event.serial is not None:
                order = self._serial_order(event.sku, event.serial)
                return order if order != mine else None
        return None

    def _next(self) -> Input | None:
        """The next input that may be taken: scans wait while the order book is being asked for an order."""
        for index, input in enumerate(self._waiting):
            if self.job.asked is None or isinstance(input, OrderReply) or not isinstance(input, Scan):
                del self._waiting[index]
                return input
        return None

    def _commit(self, input: Input | None, events: tuple[Event, ...]) -> None:
        seq = self._journal.append(events, self.job)  # durable first,
        effects: list[Effect] = []
        for event in events:
            if isinstance(event, OrderAsked) and isinstance(input, Scan):
                self._asking = input
            self.job = machine.evolve(self.job, event)
            effects.extend(machine.react(self.job, event))
        self._show(Outcome(input=input, job=self.job, events=events, seq=seq))  # then seen,
        for effect in effects:
            self._perform(effect)  # then done.


def _with_scan(input: Input, scan: Scan) -> Input:
    """The same input, told with what became known of its scan."""
    return replace(input, scan=scan) if isinstance(input, OrderReply) else scan


def _unexplained(scan: Scan) -> bool:
    return scan.known is None and scan.command is None and scan.fault is None


def replay(events: Sequence[Event]) -> Job:
    """The job that the recorded events make: nothing but ``evolve`` runs."""
    return reduce(machine.evolve, events, Job())
