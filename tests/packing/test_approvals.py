"""Which approvals an order needs, and when one that was given counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station.packing.approvals import Answer, Approval, ApprovalRule, OrderFacts, missing_holds, needed, stands
from station.packing.model import HoldReason

FACTS = OrderFacts(platform="ali1688", country="CN", amount=500_000, company="样例公司", goods={"A": "", "C": "custom"})
RULE = ApprovalRule(name="r", zh="审批", en="approval")


@pytest.mark.parametrize(
    ("rule", "binds"),
    [
        (RULE, True),
        (replace(RULE, platforms=("ali1688",)), True),
        (replace(RULE, platforms=("amazon",)), False),
        (replace(RULE, countries=("US", "CN")), True),
        (replace(RULE, countries=("US",)), False),
        (replace(RULE, amount_from=500_000), True),
        (replace(RULE, amount_from=500_001), False),
        (replace(RULE, company=True), True),
        (replace(RULE, goods_classes=("custom",)), True),
        (replace(RULE, goods_classes=("fragile",)), False),
        (replace(RULE, sku_beginnings=("A",)), True),
        (replace(RULE, sku_beginnings=("B",)), False),
        (replace(RULE, goods_classes=("fragile",), sku_beginnings=("C",)), True),
        (replace(RULE, platforms=("ali1688",), amount_from=600_000), False),
    ],
)
def test_what_a_rule_binds(rule: ApprovalRule, binds: bool) -> None:
    """Everything that a rule names must hold; of classes and beginnings of SKUs one is enough."""
    assert bool(needed((rule,), FACTS)) is binds


def test_what_is_not_known_needs_the_approval() -> None:
    """An order without an amount may be a large one; one without a company is no firm's."""
    assert needed((replace(RULE, amount_from=1),), replace(FACTS, amount=None))
    assert not needed((replace(RULE, company=True),), replace(FACTS, company=""))


def test_an_approval_is_for_what_was_seen() -> None:
    """Given for the same order it counts; for a changed one, refused or withdrawn it does not."""
    given = Approval(name="r", answer=Answer.GIVEN, who="店长", at_us=1, note="", seen="x")
    assert stands(given, "x")
    assert not stands(given, "y")
    assert not stands(None, "x")
    for answer in (Answer.REFUSED, Answer.WITHDRAWN):
        assert not stands(replace(given, answer=answer), "x")


def test_what_is_missing_is_named() -> None:
    """Each hold names all approvals that are missing for it."""
    rules = (RULE, replace(RULE, name="s", zh="财务", en="finance"), replace(RULE, reason=HoldReason.SPEC_UNCONFIRMED))
    assert missing_holds(rules) == {
        HoldReason.APPROVAL_MISSING: "审批 approval; 财务 finance",
        HoldReason.SPEC_UNCONFIRMED: "审批 approval",
    }
