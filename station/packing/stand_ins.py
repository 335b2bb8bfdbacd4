"""What is remembered of printers the packer chose: for a usual one that fails, and for one that has not the paper.

Part of ``fold``: frozen once shipped. The rules by which they are chosen are in ``recalling``.
"""

from __future__ import annotations

from dataclasses import replace

from station.packing.events import BenchStarted, DeviceChanged, OrderOpened
from station.packing.inputs import DeviceKind
from station.packing.job import Job, StandIn
from station.packing.papers import under_way
from station.packing.print_events import Carried, PrinterChosen


def lasting(job: Job) -> StandIn | None:
    """Within a parcel labels come out of one printer; between two the usual one is taken again, if it is ready."""
    return None if job.stand_in is not None and job.stand_in.over else job.stand_in


def carried(job: Job) -> Carried | None:
    """What the next order takes over; recorded with it, because a restart reads no further back."""
    stand_in = lasting(job)
    papers = under_way(job.papers)
    if stand_in is None and not job.paper_printer and not papers:
        return None
    return Carried(
        printer=stand_in.printer if stand_in else "",
        instead_of=stand_in.instead_of if stand_in else "",
        paper_printer=job.paper_printer,
        papers=papers,
    )


def opened(job: Job, event: OrderOpened) -> StandIn | None:
    """As it was recorded; before that was done, as it was remembered."""
    if event.carried is None:
        return lasting(job)
    kept = event.carried
    return StandIn(printer=kept.printer, instead_of=kept.instead_of) if kept.printer else None


def started(job: Job, event: BenchStarted) -> Job:
    return job if event.keeps_printers else replace(job, stand_in=None)


def chosen(job: Job, event: PrinterChosen) -> Job:
    """A choice because of the paper is for this parcel, and for the next ones that need it; no usual printer failed."""
    stand_in = StandIn(
        printer=event.printer, instead_of=event.instead_of, over=event.for_paper, for_paper=event.for_paper
    )
    if event.for_paper:
        return replace(job, stand_in=stand_in, paper_printer=event.printer, attention=None)
    return replace(job, stand_in=None if event.printer == event.instead_of else stand_in)


def device_changed(job: Job, event: DeviceChanged) -> Job:
    """The usual printer is ready again: from the next parcel on it prints."""
    stand_in = job.stand_in
    if stand_in is None or event.kind is not DeviceKind.PRINTER or event.device != stand_in.instead_of:
        return job
    back = event.up and event.word == "ready"
    return replace(job, stand_in=replace(stand_in, over=back or stand_in.for_paper))
