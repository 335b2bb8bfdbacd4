"""Which papers a parcel gets, as the bench's settings say: by gift, country, shop, class of goods and SKU. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from station.packing.model import Order, OrderLine


class Per(StrEnum):
    """How often a paper is printed for a parcel."""

    PARCEL = "parcel"
    LINE = "line"  # once for each line with units in the box
    UNIT = "unit"  # as often as there are units


class Only(StrEnum):
    """Which orders a paper is for."""

    ALL = "all"
    GIFTS = "gifts"
    NO_GIFTS = "no_gifts"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRule:
    """One ``[[paper]]``. Empty lists mean all; ``classes`` and ``skus`` look at the goods in the box."""

    name: str
    template: str
    printer: str = ""  # empty: the one that prints the label
    per: Per = Per.PARCEL
    only: Only = Only.ALL
    shops: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()  # ISO 3166, of the recipient
    classes: tuple[str, ...] = ()
    skus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """``line`` is whose goods it is about, ``times`` how many of it are printed."""

    rule: PaperRule
    line: int | None = None
    times: int = 1


def wanted(rules: Sequence[PaperRule], order: Order, packed: Sequence[int]) -> Iterator[Wanted]:
    """In the order of the rules; ``packed`` are the units of each line in this box."""
    for rule in rules:
        if not _for_order(rule, order):
            continue
        lines = [at for at, line in enumerate(order.lines) if packed[at] and _for_goods(rule, line)]
        if rule.per is Per.PARCEL:
            yield from [Wanted(rule=rule)] if lines else ()
            continue
        for at in lines:
            yield Wanted(rule=rule, line=at, times=packed[at] if rule.per is Per.UNIT else 1)


def _for_order(rule: PaperRule, order: Order) -> bool:
    as_gift = rule.only is Only.ALL or order.gift is (rule.only is Only.GIFTS)
    country = order.recipient.country.strip().upper() or "CN"
    goes_there = not rule.countries or country in rule.countries
    return as_gift and goes_there and (not rule.shops or order.shop in rule.shops)


def _for_goods(rule: PaperRule, line: OrderLine) -> bool:
    by_class = not rule.classes or line.goods_class in rule.classes
    return by_class and (not rule.skus or line.sku in rule.skus)
