"""A service, and why an order gets it, told to people and as JSON. Decides nothing; nothing is stored here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from station.orders.choosing import ServiceChoice
from station.packing.model import Order, ServiceId
from station.packing.routing import Because, Choice, Passed, PassedOver, Routing, Service, choose, goods_weight_mg
from station.packing.terms import Check, billed_mg, breach, price_fen


def document(service: Service) -> dict[str, Any]:
    """Everything known of a service; weights in grams, lengths in millimetres, prices in fen."""
    limits, billing, leg = service.limits, service.billing, service.first_leg
    return {
        "id": service.id,
        "zh": service.zh,
        "en": service.en,
        "words": list(service.words),
        "countries": list(service.countries),
        "except_countries": list(service.except_countries),
        "by_hand": service.by_hand,
        "numbers": [
            {
                "pattern": form.pattern,
                "proves": "check" if form.check is not Check.NONE else "pattern",
                "check": form.check,
                "confirmed": form.confirmed,
                "source": form.source,
            }
            for form in service.numbers
        ],
        "limits": {
            "weight_g": None if limits.weight_mg is None else limits.weight_mg // 1000,
            "side_mm": limits.side_mm,
            "sum_mm": limits.sum_mm,
            "girth_mm": limits.girth_mm,
            "confirmed": limits.confirmed,
            "source": limits.source,
        },
        "label_mm": [str(media) for media in service.media],
        "billing": None
        if billing is None
        else {
            "first_g": billing.first_mg // 1000,
            "step_g": billing.step_mg // 1000,
            "first_price_fen": billing.first_price_fen,
            "step_price_fen": billing.step_price_fen,
            "confirmed": billing.confirmed,
            "source": billing.source,
        },
        "arrival_days": list(service.arrival_days) if service.arrival_days else None,
        "first_leg": {"kind": leg.kind, "warehouse": leg.warehouse, "address": leg.address, "phone": leg.phone},
        "extras": [{"id": extra.id, "zh": extra.zh, "en": extra.en} for extra in service.extras],
        "low_water": service.low_water,
    }


def billed(service: Service, weight_mg: int) -> dict[str, Any] | None:
    """What the service charges a weight as; None when its steps are not known."""
    if service.billing is None:
        return None
    return {
        "weight_g": -(-weight_mg // 1000),
        "billed_g": billed_mg(weight_mg, service.billing) // 1000,
        "price_fen": price_fen(weight_mg, service.billing),
    }


def lines(found: Mapping[str, Any], before: str = "") -> Iterator[str]:
    """A document for a terminal, a line a fact; what is not known is left out."""
    for name, value in found.items():
        if isinstance(value, Mapping):
            yield from lines(value, f"{before}{name}.")
        elif isinstance(value, list) and any(isinstance(each, Mapping) for each in value):
            for each in value:
                yield f"{before + name:<24} {'  '.join(f'{key} {text}' for key, text in each.items() if text != '')}"
        elif isinstance(value, list) and value:
            yield f"{before + name:<24} {', '.join(map(str, value))}"
        elif value not in ("", None, []):
            yield f"{before + name:<24} {value}"


def route_document(
    order: Order, routing: Routing, choices: Sequence[ServiceChoice], free: Mapping[str, int]
) -> dict[str, Any]:
    """Which service the order gets now, what decided, what was passed over, and what speaks against it."""
    choice = choose(order, routing)
    service = routing.services.get(choice.service) if choice.service is not None else None
    weight_mg = goods_weight_mg(order)
    zh, en = _because(choice, order)
    passed = [_passed(one) for one in choice.passed]
    return {
        "order": order.number,
        "service": choice.service,
        "because": choice.because,
        "why": {"zh": zh, "en": en},
        "passed_over": passed,
        "buyer_service": order.buyer_service,
        "note": order.seller_note,
        "country": order.recipient.country,
        "goods_g": None if weight_mg is None else -(-weight_mg // 1000),
        "billed": billed(service, weight_mg) if service is not None and weight_mg is not None else None,
        "warnings": list(_warnings(order, service, weight_mg, free)),
        "choices": [{"service": each.service, "by": each.who, "reason": each.reason} for each in choices],
    }


def _because(choice: Choice, order: Order) -> tuple[str, str]:
    named = ", ".join(choice.named)
    match choice.because:
        case Because.OFFICE:
            return f"办公室选定：{order.service_why}", f"the office chose it: {order.service_why}"
        case Because.NOTE:
            return f"备注写明 {named}", f"the note asks for {named}"
        case Because.TWO_IN_NOTE:
            return f"备注写了两家（{named}），要人来选", f"the note names two ({named}): a person must choose"
        case Because.NOT_SERVED:
            country = order.recipient.country
            return f"备注要 {named}，但它不到 {country}", f"the note asks for {named}, which does not go to {country}"
        case Because.BUYER:
            return f"买家选的：{order.buyer_service}", f"the buyer chose it: {order.buyer_service}"
        case Because.RULE:
            return f"规则第 {choice.rule} 条", f"rule {choice.rule} of the routing rules"
        case Because.NO_RULE:
            return "没有规则适用，要人来选", "no routing rule fits: a person must choose"


def _passed(one: Passed) -> dict[str, Any]:
    words = {PassedOver.COUNTRY: "not for this country", PassedOver.WEIGHT: "the goods are too heavy for it"}
    return {"rule": one.rule, "service": one.service, "why": words[one.why]}


def _warnings(order: Order, service: Service | None, weight_mg: int | None, free: Mapping[str, int]) -> Iterator[str]:
    if service is None:
        yield f"choose one: sealbench services choose {order.number} SERVICE --reason …"
        return
    over = breach(service.limits, weight_mg=weight_mg, sides_mm=None)
    if over is not None:
        heavy, limit = -(-over.found // 1000), over.limit // 1000
        yield f"the goods weigh {heavy} g and {service.en} takes {limit} g: split the order or choose another service"
    if not service.goes_to(order.recipient.country):
        yield f"{service.en} does not go to {order.recipient.country}"
    if weight_mg is None:
        yield "the weight of some goods is not known, so the limit is only checked on the scale"
    for extra in order.extras:
        if extra not in {one.id for one in service.extras}:
            yield f"{service.en} does not offer {extra}"
    numbered = order.waybill is not None and order.service in (None, service.id)
    if not numbered and not free.get(ServiceId(service.id), 0):
        yield f"there is no free number of {service.en}: add numbers, upload a batch, or assign one by hand"


def route_lines(found: Mapping[str, Any]) -> Iterator[str]:
    yield f"{found['order']}: {found['service'] or 'no service'} ({found['why']['en']})"
    for one in found["passed_over"]:
        yield f"  rule {one['rule']}, {one['service']}: {one['why']}"
    if found["billed"]:
        yield f"  goods {found['billed']['weight_g']} g, billed as {found['billed']['billed_g']} g"
    for warning in found["warnings"]:
        yield f"  ! {warning}"
    for each in found["choices"]:
        yield f"  {each['by']}: {each['service'] or 'taken back'} ({each['reason']})"
