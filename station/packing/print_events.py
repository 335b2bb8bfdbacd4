"""What a person decided about a label that was asked for: another printer, putting it aside, another number.

As in ``events``: past tense, values, and a kind once shipped is only added to.
"""

from __future__ import annotations

from dataclasses import dataclass

from station.packing.model import JobId, Waybill
from station.packing.owners import Owner


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterChosen:
    """The packer's choice while ``job`` waits: it is to be taken back from its printer and drawn for ``printer``."""

    job: JobId
    printer: str
    instead_of: str  # the usual printer, for which this one stands in


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldAsked:
    """The order is to be put aside while its label waits: first the label is to be taken back from its printer."""

    job: JobId
    why: str
    owner: Owner | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaybillVoided:
    """The parcel's number is void for ever: its label may be on another box. The parcel gets another one."""

    waybill: Waybill
    why: str
    by: str  # the supervisor's pseudonym
