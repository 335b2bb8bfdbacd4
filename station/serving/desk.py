"""What every request needs: the book, the home's rules, the time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from litestar.di import NamedDependency

from station.home import Home
from station.orders.orderbook import OrderBook
from station.packing.model import ServiceId
from station.packing.routing import Service

REQUESTS_A_MINUTE = 600
"""Of one token, or of one address without a token; ``serve --rate`` says another number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    book: OrderBook
    home: Home
    config: Path
    shop: str  # whose orders they are where a request names no shop
    now_us: Callable[[], int]
    services: Mapping[ServiceId, Service] = field(default_factory=dict)
    requests_a_minute: int = REQUESTS_A_MINUTE


ItsDesk: TypeAlias = NamedDependency[Desk]
"""As a route asks for it."""
