"""Which place ships an order: the one it names, else the nearest by the shop's own list. Pure (D5, B15)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from station.packing.model import Recipient

_NOWHERE = Recipient()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A warehouse, a shop with stock, or a supplier. ``words`` are what order files may call it, folded.

    ``provinces`` and ``countries`` are near it; a place with neither takes what no other is near to.
    """

    id: str
    name: str
    words: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    supplier: bool = False
    sender: Recipient = _NOWHERE

    def called(self, word: str) -> bool:
        return word.strip().casefold() in (self.id.casefold(), self.name.casefold(), *self.words)


def place_for(places: Sequence[Place], *, named: str, country: str, province: str) -> Place | None:
    """None when the order names a place nobody knows, or names none and none is near.

    A single place ships everything, whatever it is near to, unless the file names another one.
    """
    if named:
        return next((place for place in places if place.called(named)), None)
    if len(places) == 1:
        return places[0]
    near = [place for place in places if country in place.countries or _in(province, country, place)]
    rest = [place for place in places if not place.supplier and not place.countries and not place.provinces]
    return next(iter(near or rest), None)


def _in(province: str, country: str, place: Place) -> bool:
    """Exports write ``浙江`` as well as ``浙江省``; a province is only looked at within China."""
    if country != "CN" or not province:
        return False
    return any(province.startswith(each) or each.startswith(province) for each in place.provinces)
