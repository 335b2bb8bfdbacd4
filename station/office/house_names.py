"""What people call what the order book keeps by its code: carriers and their services, shops, countries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from station.home import Home
from station.orders.opening import shop_names
from station.orders.routes import load_carriers
from station.orders.sources.countries import country_names
from station.settings import config_dir
from station.ui.words import Words, named, same


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseNames:
    """What has no name of its own, or not any more, goes by its code."""

    carriers: Mapping[str, Words] = field(default_factory=dict)
    shops: Mapping[str, str] = field(default_factory=dict)

    def carrier(self, code: str) -> Words:
        """A service by its own name, what collects several by its."""
        return self.carriers.get(code, same(code))

    def shop(self, code: str) -> Words:
        return same(self.shops.get(code) or code)


def house_names(home: Home) -> HouseNames:
    """Read from the house's files: on a thread that may wait.

    Raises:
        SettingsTrouble: one of them cannot be read.
    """
    config = config_dir()
    return HouseNames(
        carriers={each.id: named(each.zh, each.en) for each in load_carriers(config, home.root)},
        shops=shop_names(home, config),
    )


def country_of(code: str) -> Words:
    return named(*country_names(code)) if code else same("")
