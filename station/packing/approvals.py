"""Which named approvals an order needs before anybody packs it, and whether those given still stand. Pure.

An approval is for the order as it was seen: one whose lines or amount changed since needs it again (B6, B14).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from station.packing.model import HoldReason

COD = "cod"
"""The name under which the telephone call of a cash-on-delivery order is recorded (B5)."""


class Answer(StrEnum):
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRule:
    """Needed by an order for which everything named holds; a rule that names nothing is needed by all.

    ``amount_from`` is in hundredths of whatever currency the platform's file counts. An order whose amount is not
    known needs the approval: nobody can say that it does not. ``by`` are the people who may give it, anybody if empty.
    """

    name: str
    zh: str
    en: str
    reason: HoldReason = HoldReason.APPROVAL_MISSING
    platforms: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    amount_from: int | None = None
    company: bool = False
    goods_classes: tuple[str, ...] = ()
    sku_beginnings: tuple[str, ...] = ()
    by: tuple[str, ...] = ()

    @property
    def looks_at_goods(self) -> bool:
        return bool(self.goods_classes or self.sku_beginnings)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderFacts:
    """What the rules look at. ``goods`` is SKU to goods class."""

    platform: str
    country: str
    amount: int | None
    company: str
    goods: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """The last word on one approval of an order; ``seen`` is a fingerprint of what the person had before them."""

    name: str
    answer: Answer
    who: str
    at_us: int
    note: str
    seen: str


def needed(rules: Iterable[ApprovalRule], facts: OrderFacts) -> tuple[ApprovalRule, ...]:
    return tuple(rule for rule in rules if _binds(rule, facts))


def _binds(rule: ApprovalRule, facts: OrderFacts) -> bool:
    if rule.platforms and facts.platform not in rule.platforms:
        return False
    if rule.countries and facts.country not in rule.countries:
        return False
    if rule.amount_from is not None and facts.amount is not None and facts.amount < rule.amount_from:
        return False
    if rule.company and not facts.company:
        return False
    return not rule.looks_at_goods or any(_special(rule, sku, kind) for sku, kind in facts.goods.items())


def _special(rule: ApprovalRule, sku: str, goods_class: str) -> bool:
    return goods_class in rule.goods_classes or sku.startswith(rule.sku_beginnings or ("\0",))


def stands(approval: Approval | None, seen: str) -> bool:
    """Whether an approval was given, for the order as it is now."""
    return approval is not None and approval.answer is Answer.GIVEN and approval.seen == seen


def missing_holds(missing: Iterable[ApprovalRule]) -> dict[HoldReason, str]:
    """The holds that missing approvals are, each with the names of what is missing."""
    names: dict[HoldReason, list[str]] = {}
    for rule in missing:
        names.setdefault(rule.reason, []).append(f"{rule.zh} {rule.en}")
    return {reason: "; ".join(each) for reason, each in names.items()}
