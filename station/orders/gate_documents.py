"""What people decided about an order and what it must still keep, as a document for programs and for the office."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select

from station.errors import Trouble
from station.orders import deadline_words
from station.orders.approving import Asked, OrderApprovals, approvals_of
from station.orders.cancelling import Cancellation, cancellations_of
from station.orders.cases import Case, cases_of
from station.orders.engine import reading
from station.orders.gate_tables import hold_acts
from station.orders.orderbook import OrderBook
from station.orders.outside import SentOutside, sent_of_each
from station.orders.promises import Promise, promises_of, start_of
from station.orders.shop_time import utc_text
from station.orders.tables import orders
from station.packing.approvals import Approval
from station.packing.deadlines import DeadlineRules
from station.packing.model import Hold


def gate_document(book: OrderBook, number: str, rules: DeadlineRules) -> dict[str, Any]:
    """Everything of one order that stands in its way, was decided about it, or must be done for it.

    Raises:
        Trouble: there is no such order.
    """
    approvals = approvals_of(book, number)
    if approvals is None:
        raise Trouble(f"there is no order {number}")
    with reading(book.engine) as connection:
        row = connection.execute(select(orders).where(orders.c.number == number)).one()
        acts = connection.execute(_acts.where(hold_acts.c.order_no == number)).all()
        sent = sent_of_each(connection, [number]).get(number, ())
    offset = rules.utc_offset_minutes
    return {
        "ship_from": row.ship_from,
        "ship_from_by": row.place_by,
        "fulfilment": row.fulfilment,
        "amount": _amount(row),
        **approval_document(approvals),
        "cancel_requests": [cancel_document(each) for each in cancellations_of(book, number)],
        "hold_acts": [
            {"act": act.act, "at": utc_text(act.at_us), "by": act.who, "reason": act.reason, "note": act.note}
            for act in acts
        ],
        "sent_outside": [sent_document(each) for each in sent],
        "deadlines": [_promise_document(each, offset) for each in promises_of(book, number, rules)],
        "cases": [case_document(each, offset) for each in cases_of(book, rules, order=number, closed=True)],
    }


def _amount(row: Row[Any]) -> str | None:
    """With the first parcel only: every parcel has a copy, and whoever adds parcels up counts it once."""
    if row.amount is None or row.part_of is not None:
        return None
    return f"{row.amount // 100}.{row.amount % 100:02d}"


_acts = select(hold_acts).order_by(hold_acts.c.id)


def approval_document(found: OrderApprovals) -> dict[str, Any]:
    return {
        "approvals": [_asked_document(each) for each in found.asked],
        "phone_call": None if found.call is None else _said_document(found.call) | {"stands": found.call_stands},
        "approvals_said": [_said_document(each) for each in found.said],
    }


def _asked_document(asked: Asked) -> dict[str, Any]:
    last = asked.last
    return {
        "name": asked.rule.name,
        "zh": asked.rule.zh,
        "en": asked.rule.en,
        "stands": asked.stands,
        "answer": None if last is None else last.answer,
        "by": "" if last is None else last.who,
        "at": None if last is None else utc_text(last.at_us),
        "may_be_given_by": list(asked.rule.by),
    }


def _said_document(said: Approval) -> dict[str, Any]:
    return {"name": said.name, "answer": said.answer, "by": said.who, "at": utc_text(said.at_us), "note": said.note}


def cancel_document(each: Cancellation) -> dict[str, Any]:
    return {
        "order": each.order,
        "asked": utc_text(each.asked_us),
        "recorded_by": each.recorded_by,
        "fault": each.fault,
        "reason": each.reason,
        "answer": each.answer,
        "answered": utc_text(each.answered_us),
        "answered_by": each.answered_by,
        "note": each.note,
    }


def sent_document(each: SentOutside) -> dict[str, Any]:
    return {
        "waybill": each.waybill,
        "service": each.service,
        "by": each.fulfilment,
        "sent": utc_text(each.sent_us),
        "recorded": utc_text(each.recorded_us),
        "recorded_by": each.recorded_by,
        "note": each.note,
    }


def case_document(case: Case, utc_offset_minutes: int) -> dict[str, Any]:
    why = case.deadline and deadline_words.rule_document(case.deadline, start_of(case), utc_offset_minutes)
    return {
        "id": case.id,
        "order": case.order,
        "kind": case.kind,
        "cause": case.cause,
        "start": utc_text(case.start_us),
        "opened_by": case.opened_by,
        "due": utc_text(case.due_us),
        "closed": utc_text(case.closed_us),
        "closed_by": case.closed_by,
        "note": case.note,
        "closing_note": case.closing_note,
        "why": why,
    }


def _promise_document(promise: Promise, utc_offset_minutes: int) -> dict[str, Any]:
    why = deadline_words.rule_document(promise.deadline, promise.start_is, utc_offset_minutes)
    return {"purpose": promise.purpose, "due": utc_text(promise.deadline.due_us), "why": why}


def in_language(
    document: dict[str, Any], language: str, names: Sequence[str] = ("deadlines", "cases")
) -> dict[str, Any]:
    """For a terminal: of every explanation the one sentence."""
    told = dict(document)
    for name in names:
        told[name] = [each | {"why": each["why"][language] if each["why"] else ""} for each in document[name]]
    return told


def hold_documents(holds: Sequence[Hold]) -> list[dict[str, Any]]:
    return [{"reason": hold.reason, "since": utc_text(hold.since_us), "detail": hold.detail} for hold in holds]
