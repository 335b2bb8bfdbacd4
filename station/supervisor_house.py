"""What a look at the supervisor's figures is held against, and what its parts share: period, house, people's names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import Final

from station.home import Home
from station.orders.orderbook import OrderBook
from station.orders.routes import Carrier, load_carriers, load_routing
from station.packing.routing import Routing
from station.reports.cut_off_forecast import NO_CARRIER
from station.reports.figure_period import FigurePeriod, time_us
from station.reports.figure_rules import FigureRules, load_figure_rules
from station.reports.throughput import Figures
from station.settings import config_dir
from station.supervisor_ranking import Switched, last_switch
from station.ui import supervisor_words as said
from station.ui.supervisor_board import Query, Speed
from station.ui.words import Words, named, same

MINUTE_US: Final = 60_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What the figures are held against: the home's rules, routing and carriers. Read once, and anew after a change.

    ``switched`` is who last let rows stand by a figure, or took that back.
    """

    rules: FigureRules
    routing: Routing
    carriers: tuple[Carrier, ...]
    zone: tzinfo | None = None
    switched: Switched | None = None

    @property
    def carrier_of(self) -> dict[str, str]:
        return {str(service): each.id for each in self.carriers for service in each.services}

    def carrier_words(self, carrier: str) -> Words:
        found = next((each for each in self.carriers if each.id == carrier), None)
        if found is not None:
            return named(found.zh, found.en)
        return said.NO_CARRIER if carrier in (NO_CARRIER, "") else same(carrier)


def load_house(home: Home, zone: tzinfo | None = None) -> House:
    config = config_dir()
    return House(
        rules=load_figure_rules(home, config),
        routing=load_routing(config, home.root),
        carriers=load_carriers(config, home.root),
        zone=zone,
        switched=last_switch(home),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What all parts of one look share."""

    book: OrderBook
    house: House
    query: Query
    now_us: int
    period: FigurePeriod
    names: Mapping[str, str]

    @property
    def from_us(self) -> int:
        return time_us(self.period.start, self.house.zone)

    @property
    def to_us(self) -> int:
        return time_us(self.period.until, self.house.zone)

    @property
    def runs(self) -> bool:
        return self.period.until < self.period.end

    @property
    def offset_us(self) -> int:
        """Local time before UTC's, as the period begins."""
        return time_us(self.period.start, UTC) - self.from_us


def speed_of(figures: Figures, per_hour: float | None = None, lines_per_hour: float | None = None) -> Speed:
    pace = figures.pace
    share = pace.clean_share
    return Speed(
        parcels=figures.parcels,
        per_hour=pace.parcels_per_hour if per_hour is None else per_hour,
        lines_per_hour=pace.lines_per_hour if lines_per_hour is None else lines_per_hour,
        first_pass=None if share is None else share * 100,
        saves=pace.saves,
    )
