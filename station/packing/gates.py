"""Which holds stop an order at the bench and which are only said and recorded.

About this box: block. Something only the office can mend, and that does no harm in the box: warn. A gate the packer
cannot fix and that always blocks "gets switched off within a week".
"""

from __future__ import annotations

from collections.abc import Iterable

from station.packing.model import Hold, HoldReason

OFFICE_ONLY = frozenset({HoldReason.INVOICE_MISSING, HoldReason.ADDRESS_MASKED})
SAID_ONLY = OFFICE_ONLY | {HoldReason.SHORTAGE}
"""A shortage keeps an order from being offered, never from being packed: who has the goods in hand may scan it."""


def blocking(holds: Iterable[Hold]) -> tuple[Hold, ...]:
    return tuple(hold for hold in holds if hold.reason not in SAID_ONLY)


def warnings(holds: Iterable[Hold]) -> tuple[Hold, ...]:
    return tuple(hold for hold in holds if hold.reason in SAID_ONLY)
