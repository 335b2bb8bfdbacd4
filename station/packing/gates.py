"""Which holds stop an order at the bench and which are only said and recorded.

About this box: block. Something only the office can mend, and that does no harm in the box: warn. A gate the packer
cannot fix and that always blocks "gets switched off within a week".
"""

from __future__ import annotations

from collections.abc import Iterable

from station.packing.model import Hold, HoldReason

OFFICE_ONLY = frozenset({HoldReason.INVOICE_MISSING, HoldReason.ADDRESS_MASKED})


def blocking(holds: Iterable[Hold]) -> tuple[Hold, ...]:
    return tuple(hold for hold in holds if hold.reason not in OFFICE_ONLY)


def warnings(holds: Iterable[Hold]) -> tuple[Hold, ...]:
    return tuple(hold for hold in holds if hold.reason in OFFICE_ONLY)
