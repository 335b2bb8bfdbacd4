"""Which service carries an order, and why: rules as data, read here and nowhere else decided. Pure.

What the office chose, wrote or the buyer chose goes before the rules (requirements G1, G2, B13).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from station.packing.model import Order, OrderNo, Recipient, ServiceId
from station.packing.terms import (
    NO_LEG,
    NO_LIMITS,
    Billing,
    Extra,
    FirstLeg,
    Limits,
    Media,
    NumberForm,
    ServiceTerms,
    Terms,
)

LOW_WATER = 50
"""Free numbers below which a service is said to run low, where its file says nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A carrier's service. ``numbers`` say what its numbers look like, never what a scanned code is."""

    id: ServiceId
    zh: str
    en: str
    words: tuple[str, ...] = ()  # how notes and platforms name it, lower case
    numbers: tuple[NumberForm, ...] = ()
    countries: tuple[str, ...] = ()  # empty: not restricted here
    except_countries: tuple[str, ...] = ()
    by_hand: bool = False  # numbers are typed or scanned one by one, never drawn from a pool
    limits: Limits = NO_LIMITS
    media: tuple[Media, ...] = ()
    billing: Billing | None = None
    arrival_days: tuple[int, int] | None = None
    first_leg: FirstLeg = NO_LEG
    extras: tuple[Extra, ...] = ()
    low_water: int = LOW_WATER

    def goes_to(self, country: str) -> bool:
        return (not self.countries or country in self.countries) and country not in self.except_countries


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One rule: the first whose countries (empty: any) and weight limit fit gives the service."""

    service: ServiceId
    countries: tuple[str, ...] = ()
    except_countries: tuple[str, ...] = ()
    at_most_mg: int | None = None
    within_limits: bool = False  # only while the goods are not known to be over the service's own weight limit

    def goes_to(self, country: str) -> bool:
        return (not self.countries or country in self.countries) and country not in self.except_countries


@dataclass(frozen=True, slots=True, kw_only=True)
class Routing:
    routes: tuple[Route, ...] = ()
    services: Mapping[ServiceId, Service] = field(default_factory=dict)

    @property
    def terms(self) -> Terms:
        return {
            one.id: ServiceTerms(
                zh=one.zh,
                en=one.en,
                limits=one.limits,
                media=one.media,
                numbers=one.numbers,
                by_hand=one.by_hand,
                extras=one.extras,
            )
            for one in self.services.values()
        }


class Because(StrEnum):
    """What decided."""

    OFFICE = "office"
    NOTE = "note"
    TWO_IN_NOTE = "two_in_note"
    BUYER = "buyer"
    RULE = "rule"
    NOT_SERVED = "not_served"  # the note's service does not go to that country
    NO_RULE = "no_rule"


class PassedOver(StrEnum):
    COUNTRY = "country"
    WEIGHT = "weight"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """A rule that did not fit, counted from 1, and why."""

    rule: int
    service: ServiceId
    why: PassedOver


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The service of an order; None when a person must choose."""

    service: ServiceId | None
    because: Because
    named: tuple[ServiceId, ...] = ()  # in the note
    rule: int | None = None
    passed: tuple[Passed, ...] = ()


def route(order: Order, routing: Routing) -> ServiceId | None:
    """The service for an order; None when nothing fits, or when its note names two services."""
    return choose(order, routing).service


def choose(order: Order, routing: Routing) -> Choice:
    """The service for an order and what decided."""
    if order.chosen_service is not None:
        return Choice(service=order.chosen_service, because=Because.OFFICE)
    noted = services_named(order.seller_note, routing)
    if len(noted) > 1:
        return Choice(service=None, because=Because.TWO_IN_NOTE, named=noted)
    if noted:
        served = routing.services[noted[0]].goes_to(order.recipient.country)
        because = Because.NOTE if served else Because.NOT_SERVED
        return Choice(service=noted[0] if served else None, because=because, named=noted)
    chosen = services_named(order.buyer_service, routing)
    if len(chosen) == 1 and routing.services[chosen[0]].goes_to(order.recipient.country):
        return Choice(service=chosen[0], because=Because.BUYER)
    return _by_rule(order, routing)


def may_go_by(service: ServiceId, routing: Routing, *, note: str, buyer_service: str, country: str) -> bool:
    """Whether an order that the office left to itself can come out at ``service``, whatever its goods weigh.

    Told from a few columns, so that not every order must be read whole.
    """
    head = Order(
        number=OrderNo(""),
        platform="",
        shop="",
        lines=(),
        recipient=Recipient(country=country),
        seller_note=note,
        buyer_service=buyer_service,
    )
    choice = choose(head, routing)
    if choice.because in (Because.RULE, Because.NO_RULE):
        return any(rule.service == service and rule.goes_to(country) for rule in routing.routes)
    return choice.service == service


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


def _by_rule(order: Order, routing: Routing) -> Choice:
    weight_mg = goods_weight_mg(order)
    passed: list[Passed] = []
    for number, rule in enumerate(routing.routes, start=1):
        why = _passed_over(rule, order.recipient.country, weight_mg, routing)
        if why is None:
            return Choice(service=rule.service, because=Because.RULE, rule=number, passed=tuple(passed))
        passed.append(Passed(rule=number, service=rule.service, why=why))
    return Choice(service=None, because=Because.NO_RULE, passed=tuple(passed))


def _passed_over(rule: Route, country: str, weight_mg: int | None, routing: Routing) -> PassedOver | None:
    if not rule.goes_to(country):
        return PassedOver.COUNTRY
    own_mg = routing.services[rule.service].limits.weight_mg if rule.within_limits else None
    most_mg = min((limit for limit in (rule.at_most_mg, own_mg) if limit is not None), default=None)
    return PassedOver.WEIGHT if most_mg is not None and weight_mg is not None and weight_mg > most_mg else None


def goods_weight_mg(order: Order) -> int | None:
    """What the goods weigh together; None when the weight of one is not known."""
    total = 0
    for line in order.lines:
        if line.weight_mg is None:
            return None
        total += line.weight_mg * line.quantity
    return total
