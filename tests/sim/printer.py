"""The faked printers: the truth of what came out on paper, and what they say of it, late, doubled or lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from station.packing.inputs import Input, LabelRecalled, PrinterReport, PrintState
from station.packing.model import JobId, Waybill

USUAL, SPARE = "printer", "spare"


@dataclass(frozen=True, slots=True)
class Paper:
    job: JobId
    waybill: Waybill


@dataclass(slots=True)
class Printer:
    """Two of them: the usual one and a spare."""

    rng: Random
    steady: bool = False  # nothing goes wrong any more
    out_of_paper: set[str] = field(default_factory=set)
    paper: list[Paper] = field(default_factory=list)
    given: dict[JobId, Waybill] = field(default_factory=dict)
    waiting: dict[JobId, str] = field(default_factory=dict)  # at the bench, not a byte sent; for which printer

    @property
    def ready(self) -> tuple[str, ...]:
        return tuple(name for name in (USUAL, SPARE) if name not in self.out_of_paper)

    def send(self, job: JobId, waybill: Waybill, name: str) -> list[PrinterReport]:
        """What is reported, in order; the last may come much later."""
        assert job not in self.given, f"{job} was sent to the printer twice"
        self.given[job] = waybill
        if name in self.out_of_paper:
            self.waiting[job] = name
            return [_report(job, PrintState.NOT_READY, "paper_out")]
        return self._print(job)

    def load_paper(self, name: str) -> list[PrinterReport]:
        self.out_of_paper.discard(name)
        waiting = [job for job, printer in self.waiting.items() if printer == name]
        for job in waiting:
            del self.waiting[job]
        return [report for job in waiting for report in self._print(job)]

    def cancel(self, job: JobId) -> bool:
        """Whether it was taken back whole."""
        return self.waiting.pop(job, None) is not None

    def recall(self, job: JobId) -> list[Input]:
        """The paper was loaded in this very moment, now and then: then the label is leaving already."""
        if job in self.waiting and not self.steady and self.rng.random() < 0.2:
            late = self.load_paper(self.waiting[job])
            return [LabelRecalled(job=job, whole=False), *late]
        return [LabelRecalled(job=job, whole=self.cancel(job))]

    def bench_lost_power(self) -> None:
        """Jobs that waited at the bench are gone with its memory; what had left may come out all the same."""
        self.waiting.clear()

    def _print(self, job: JobId) -> list[PrinterReport]:
        sent = _report(job, PrintState.SENT)
        chance = 1.0 if self.steady else self.rng.random()
        if chance < 0.1:  # dies mid job
            return [sent, _report(job, PrintState.UNKNOWN, "lost")]
        self.paper.append(Paper(job, self.given[job]))
        if chance < 0.2:  # prints and is silent
            return [sent, _report(job, PrintState.UNKNOWN, "silent")]
        if chance < 0.25:  # the answer comes after the question
            return [sent, _report(job, PrintState.UNKNOWN, "silent"), _report(job, PrintState.PRINTED)]
        return [sent, _report(job, PrintState.PRINTED)]


def _report(job: JobId, state: PrintState, cause: str = "") -> PrinterReport:
    return PrinterReport(job=job, state=state, cause=cause)
