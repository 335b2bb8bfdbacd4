"""Which service carries an order: rules as data, read here and nowhere else decided. Pure.

What the office wrote or the buyer chose goes before the rules (requirements G1, G2, B13).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from station.packing.model import Order, ServiceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A carrier's service. ``patterns`` say what its numbers look like, never what a scanned code is."""

    id: ServiceId
    zh: str
    en: str
    words: tuple[str, ...] = ()  # how notes and platforms name it, lower case
    patterns: tuple[str, ...] = ()
    s10: bool = False  # numbers carry the check digit of UPU S10


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One rule: the first whose countries (empty: any) and weight limit fit gives the service."""

    service: ServiceId
    countries: tuple[str, ...] = ()
    except_countries: tuple[str, ...] = ()
    at_most_mg: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Routing:
    routes: tuple[Route, ...] = ()
    services: Mapping[ServiceId, Service] = field(default_factory=dict)


def route(order: Order, routing: Routing) -> ServiceId | None:
    """The service for an order; None when nothing fits, or when its note names two services."""
    noted = services_named(order.seller_note, routing)
    if len(noted) > 1:
        return None
    if noted:
        return noted[0]
    chosen = services_named(order.buyer_service, routing)
    if len(chosen) == 1:
        return chosen[0]
    return _by_rule(order, routing)


def services_named(text: str, routing: Routing) -> tuple[ServiceId, ...]:
    """The services a text asks for, each once. “不要发顺丰” asks for none."""
    remaining = text.lower()
    found: list[ServiceId] = []
    for word, service in _longest_first(routing):
        remaining, asked = _take_out(word, remaining)
        if asked and service not in found:
            found.append(service)
    return tuple(found)


def _longest_first(routing: Routing) -> list[tuple[str, ServiceId]]:
    words = [(word, service.id) for service in routing.services.values() for word in service.words]
    return sorted(words, key=lambda pair: (-len(pair[0]), pair))


_REFUSAL = re.compile(r"(不|勿|别|not |don't |no )[^，。,.;；!！]{0,6}$")


def _take_out(word: str, text: str) -> tuple[str, bool]:
    """The text without ``word``, and whether it was asked for, not warned of."""
    edges = r"(?<![a-z0-9]){}(?![a-z0-9])" if word.isascii() else "{}"
    pattern = re.compile(edges.format(re.escape(word)))
    asked = any(not _REFUSAL.search(text[: match.start()]) for match in pattern.finditer(text))
    return pattern.sub("\N{SYMBOL FOR SUBSTITUTE}", text), asked


def _by_rule(order: Order, routing: Routing) -> ServiceId | None:
    country = order.recipient.country
    weight_mg = goods_weight_mg(order)
    for rule in routing.routes:
        if rule.countries and country not in rule.countries:
            continue
        if country in rule.except_countries:
            continue
        if rule.at_most_mg is not None and weight_mg is not None and weight_mg > rule.at_most_mg:
            continue
        return rule.service
    return None


def goods_weight_mg(order: Order) -> int | None:
    """What the goods weigh together; None when the weight of one is not known."""
    total = 0
    for line in order.lines:
        if line.weight_mg is None:
            return None
        total += line.weight_mg * line.quantity
    return total
