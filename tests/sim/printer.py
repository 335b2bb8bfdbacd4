"""The faked printer: the truth of what came out on paper, and what it says of it, late, doubled or lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from station.packing.inputs import PrinterReport, PrintState
from station.packing.model import JobId, Waybill


@dataclass(frozen=True, slots=True)
class Paper:
    job: JobId
    waybill: Waybill


@dataclass(slots=True)
class Printer:
    rng: Random
    steady: bool = False  # nothing goes wrong any more
    out_of_paper: bool = False
    paper: list[Paper] = field(default_factory=list)
    given: dict[JobId, Waybill] = field(default_factory=dict)
    waiting: list[JobId] = field(default_factory=list)  # at the bench, not a byte sent

    def send(self, job: JobId, waybill: Waybill) -> list[PrinterReport]:
        """What is reported, in order; the last may come much later."""
        assert job not in self.given, f"{job} was sent to the printer twice"
        self.given[job] = waybill
        if self.out_of_paper:
            self.waiting.append(job)
            return [_report(job, PrintState.NOT_READY, "paper_out")]
        return self._print(job)

    def load_paper(self) -> list[PrinterReport]:
        self.out_of_paper = False
        waiting, self.waiting = self.waiting, []
        return [report for job in waiting for report in self._print(job)]

    def cancel(self, job: JobId) -> None:
        if job in self.waiting:
            self.waiting.remove(job)

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
