"""A carrier's own label, PDF or ZPL: checked, brought into the printer's dots, recorded and sent once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from station.clock import SystemClock
from station.device_settings import DeviceSettings
from station.devices.device import Scale, build
from station.devices.errand import Outcome, print_once
from station.devices.page_printing import Page, pages
from station.devices.profile import Equipment
from station.devices.scanner import Scanner
from station.errors import UsageTrouble
from station.labels.raw_zpl import read
from station.labels.render import refuse_density
from station.labels.screenless import ensure_application
from station.packing.inputs import PrintState
from station.raw_record import RawRecord

PDF: Final = b"%PDF"
NOT_SENT: Final = "not_sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class RawPrinted:
    """``done`` of ``labels`` are on paper; ``outcome`` is that of the last one sent."""

    labels: int
    done: int
    outcome: Outcome


def raw_pages(data: bytes, dpi: int) -> list[Page]:
    """The pages of a PDF as a printer of that density gets them."""
    refuse_density(dpi)
    if not data.startswith(PDF):
        read(data)
        raise UsageTrouble("ZPL is drawn by the printer alone", remedy="The file may be printed; look at a PDF.")
    application = ensure_application()
    assert application is not None
    return pages(data, dpi)


def print_raw(
    described: DeviceSettings, printer: Equipment, data: bytes, record: RawRecord, *, wait_s: float
) -> RawPrinted:
    """Every page is a job of its own, recorded and then sent at most once.

    The first that is not known to be printed ends it.
    """
    application = ensure_application()
    assert application is not None
    jobs = _jobs(data, printer)
    done, outcome = 0, Outcome(state=None)
    for number, job in enumerate(jobs, start=1):
        name = record.requested(number, len(jobs), job)
        outcome = _send(described, name, job, wait_s)
        record.ended(name, NOT_SENT if outcome.state is None else outcome.state.value, outcome.cause)
        if outcome.state is not PrintState.PRINTED:
            break
        done = number
    return RawPrinted(labels=len(jobs), done=done, outcome=outcome)


def _jobs(data: bytes, printer: Equipment) -> list[bytes]:
    if data.startswith(PDF):
        drawn = raw_pages(data, printer.dpi)
        return [printer.encode(page.bitmap, page.width_dots, page.height_dots) for page in drawn]
    checked = read(data)
    if printer.speaks != "zpl":
        raise UsageTrouble(
            f"a ZPL label needs a ZPL printer, this one speaks {printer.speaks}", remedy="Ask for the label as PDF."
        )
    return [checked.data]


def _send(described: DeviceSettings, job: str, data: bytes, wait_s: float) -> Outcome:
    device = build(described, SystemClock())
    assert not isinstance(device, Scanner | Scale)
    return print_once(device, job, data, wait_ms=max(round(wait_s * 1_000), 0))
