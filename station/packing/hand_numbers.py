"""The rule for a waybill number that is scanned at the bench: carriers' own labels bring theirs (DHL, FedEx). Pure.

Whether the number is proven and nobody else's, the order book says.
"""

from __future__ import annotations

import re

from station.packing.inputs import KnownAs, Scan
from station.packing.job import Job
from station.packing.labelling import verified
from station.packing.model import ServiceId
from station.packing.reasons import Reason
from station.packing.rules import Rules

_WAITS = frozenset({Reason.NO_WAYBILL, Reason.NUMBER_REFUSED, Reason.HOLDS_UNKNOWN})
_EAN_OR_UPC = "]E"
"""How the AIM id of a symbol begins that only goods carry."""


def number_wanted(job: Job, scan: Scan, rules: Rules) -> str | None:
    """The number, when the parcel waits for nothing else and the code can be one of its service.

    A code that the book knows as goods, as an order or as another parcel's waybill never is.
    """
    waits = job.attention is not None and job.attention.reason in _WAITS
    if not waits or job.waybill is not None or not verified(job, rules) or not _nobody_elses(job, scan):
        return None
    number = number_of(scan)
    return number if _fits(number, job.service, rules) else None


def number_of(scan: Scan) -> str:
    """As numbers are written in the book."""
    return scan.text.upper()


def _nobody_elses(job: Job, scan: Scan) -> bool:
    assert job.order is not None
    if scan.known is None:
        return not scan.aim.startswith(_EAN_OR_UPC)
    return scan.known.kind is KnownAs.WAYBILL and scan.known.order == job.order.number  # typed in a moment ago


def _fits(number: str, service: ServiceId | None, rules: Rules) -> bool:
    terms = rules.terms.get(service) if service is not None else None
    return terms is not None and terms.by_hand and any(re.fullmatch(form.pattern, number) for form in terms.numbers)
