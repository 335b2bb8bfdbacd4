"""What a person decided about a label that was asked for: another printer, putting it aside, another number.

As in ``events``: past tense, values, and a kind once shipped is only added to.
"""

from __future__ import annotations

from dataclasses import dataclass

from station.packing.model import JobId, Waybill
from station.packing.owners import Owner
from station.packing.paper_events import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterChosen:
    """The packer's choice while ``job`` waits: it is to be taken back from its printer and drawn for ``printer``.

    ``for_paper``: the usual printer lacks the paper that the parcel needs, not the order to print; the choice is for
    such parcels alone.
    """

    job: JobId
    printer: str
    instead_of: str  # the usual printer, for which this one stands in
    for_paper: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What an opened order takes over from the parcels before it; a restart reads no further back."""

    printer: str = ""
    instead_of: str = ""
    paper_printer: str = ""  # taken where the usual one has not the paper
    papers: tuple[Paper, ...] = ()  # of parcels before, of which the last word is still to come


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
