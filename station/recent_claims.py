"""Claims of this run that a bench was handed, or gave back: each an order with its fence. No order book, no thread.

The fence goes up with each claim, so an order and a fence name one claim for ever.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from station.packing.effects import AskHolds, ClaimOrder
from station.packing.inputs import Found, Input, OrderReply
from station.packing.job import Job
from station.packing.model import OrderNo

Claim: TypeAlias = tuple[OrderNo, int]

KEPT_MAX: Final = 1_000
"""More than a bench packs while its relay is under way: what is older the order book knows of."""


def claim_of(job: Job) -> Claim | None:
    """The open order's."""
    return (job.order.number, job.fence) if job.opened and job.order else None


class RecentClaims:
    """The newest ``KEPT_MAX``."""

    def __init__(self, claims: Iterable[Claim] = ()) -> None:
        self._claims = deque(claims, maxlen=KEPT_MAX)

    def __iter__(self) -> Iterator[Claim]:
        return iter(tuple(self._claims))

    def add(self, order: OrderNo, fence: int) -> None:
        self._claims.append((order, fence))

    def drop(self, order: OrderNo, fence: int) -> None:
        self._claims = deque((each for each in self._claims if each != (order, fence)), maxlen=KEPT_MAX)

    def asked_anew(self, input: Input, pending: AskHolds | ClaimOrder | None) -> ClaimOrder | None:
        """What to ask once more, where these claims were given back and the answer that is waited for is one of them.

        It left before the giving back arrived: opened, the order would be free for others while it is packed here.
        """
        if not isinstance(input, OrderReply) or input.found is not Found.CLAIMED or input.order is None:
            return None
        if not isinstance(pending, ClaimOrder) or pending.code != input.code:
            return None
        return pending if (input.order.number, input.fence) in self._claims else None
