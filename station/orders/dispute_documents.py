"""A dispute as a document for programs and as lines for the office. Pure: what is known goes in, text comes out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from station.orders.dispute_facts import Shipped
from station.orders.dispute_kinds import advice
from station.orders.disputes import Dispute, Folder
from station.orders.gate_documents import case_document
from station.orders.shop_time import local_text, utc_text

_HOUR_US = 3_600_000_000


def dispute_document(dispute: Dispute, utc_offset_minutes: int, now_us: int) -> dict[str, Any]:
    case = dispute.case
    open_until_us = case.due_us if case.closed_us is None else None
    return case_document(case, utc_offset_minutes) | {
        "kind": dispute.kind,
        "channel": dispute.channel,
        "reference": dispute.reference,
        "amount": _money(dispute.amount),
        "currency": dispute.currency,
        "outcome": dispute.outcome,
        "paid_back": _money(dispute.paid_back),
        "submitted": utc_text(dispute.submitted_us),
        "left_s": None if open_until_us is None else (open_until_us - now_us) // 1_000_000,
        "late": case.late(now_us),
    }


def folder_document(folder: Folder, utc_offset_minutes: int, now_us: int) -> dict[str, Any]:
    said = advice(folder.dispute.kind)
    return dispute_document(folder.dispute, utc_offset_minutes, now_us) | {
        "complete": folder.complete,
        "advice": None if said is None else {"zh": said[0], "en": said[1]},
        "checklist": [
            {"proof": each.proof, "needed": each.needed, "there": each.there, "zh": each.zh, "en": each.en}
            for each in folder.checks
        ],
        "parcels": [_parcel_document(each) for each in folder.parcels],
        "papers": [
            {"id": each.id, "proof": each.proof, "name": each.name, "mime": each.mime, "size": each.size}
            | {"sha256": each.sha256, "at": utc_text(each.at_us), "by": each.who, "note": each.note}
            for each in folder.papers
        ],
        "submissions": [
            {"channel": each.channel, "file": each.name, "size": each.size, "sha256": each.sha256}
            | {"at": utc_text(each.at_us), "by": each.who, "note": each.note}
            for each in folder.submissions
        ],
        "links": [
            {"kind": each.kind, "value": each.value, "at": utc_text(each.at_us), "by": each.who, "note": each.note}
            for each in folder.links
        ],
    }


def _parcel_document(parcel: Shipped) -> dict[str, Any]:
    return {
        "order": parcel.order,
        "waybill": parcel.waybill,
        "bench": parcel.bench,
        "packer": parcel.packer,
        "sealed": utc_text(parcel.sealed_us),
        "expected_g": None if parcel.expected_mg is None else [_grams(end) for end in parcel.expected_mg],
        "weight_g": _grams(parcel.weight_mg),
        "handed_over": utc_text(parcel.handed_over_us),
        "carrier": parcel.carrier,
        "carrier_weight_g": _grams(parcel.carrier_weight_mg),
        "last_news": parcel.last_news,
        "last_news_at": utc_text(parcel.last_news_us),
    }


def dispute_line(dispute: Dispute, now_us: int) -> str:
    case = dispute.case
    sent = "sent" if dispute.submitted_us is not None else "-"
    state = dispute.outcome or _left(dispute, now_us)
    money = f"{_money(dispute.amount)} {dispute.currency}" if dispute.amount is not None else ""
    line = f"{dispute.id:>4}  {state:<12} {sent:<5} {case.order:<22} {dispute.kind:<17} {dispute.channel:<14} {money}"
    return line.rstrip()


def folder_lines(folder: Folder, language: str, utc_offset_minutes: int, now_us: int) -> Iterator[str]:
    dispute = folder.dispute
    yield dispute_line(dispute, now_us)
    if dispute.case.due_us is not None and dispute.case.deadline is not None:
        rule = dispute.case.deadline.rule
        yield f"      {local_text(dispute.case.due_us, utc_offset_minutes)}  {rule.zh if language == 'zh' else rule.en}"
    said = advice(dispute.kind)
    if said is not None:
        yield f"      {said[0] if language == 'zh' else said[1]}"
    for check in folder.checks:
        mark = "ok" if check.there else "MISSING" if check.needed else "-"
        yield f"  {mark:<8} {check.zh if language == 'zh' else check.en}  ({check.proof})"
    for parcel in folder.parcels:
        yield f"  {_parcel_line(parcel, utc_offset_minutes)}"
    for paper in folder.papers:
        when = local_text(paper.at_us, utc_offset_minutes)
        yield f"  paper {paper.id}  {paper.proof}  {paper.name}  {when}  {paper.who}"
    for link in folder.links:
        yield f"  {link.kind}  {link.value}  {local_text(link.at_us, utc_offset_minutes)}  {link.who}"
    for sent in folder.submissions:
        when = local_text(sent.at_us, utc_offset_minutes)
        yield f"  submitted to {sent.channel}  {sent.name}  sha256 {sent.sha256}  {when}  {sent.who}"


def _parcel_line(parcel: Shipped, utc_offset_minutes: int) -> str:
    low, high = (None, None) if parcel.expected_mg is None else parcel.expected_mg
    expected = "" if low is None else f"{_kilograms(low)} to {_kilograms(high)} expected, "
    carrier = f"{_kilograms(parcel.carrier_weight_mg)} at the carrier"
    weights = f"{expected}{_kilograms(parcel.weight_mg)} packed, {carrier}"
    over = "-" if parcel.handed_over_us is None else local_text(parcel.handed_over_us, utc_offset_minutes)
    sealed = local_text(parcel.sealed_us, utc_offset_minutes)
    told = f"parcel {parcel.order}  {parcel.waybill or '-'}  sealed {sealed} at {parcel.bench}"
    return f"{told}  {weights}  handed over {over}  {parcel.last_news}".rstrip()


def _left(dispute: Dispute, now_us: int) -> str:
    due_us = dispute.case.due_us
    if due_us is None:
        return "-"
    span_us = abs(due_us - now_us)
    span = f"{span_us // _HOUR_US}:{span_us % _HOUR_US * 60 // _HOUR_US:02d} h"
    return f"LATE {span}" if dispute.case.late(now_us) else span


def _money(hundredths: int | None) -> str | None:
    return None if hundredths is None else f"{hundredths // 100}.{hundredths % 100:02d}"


def _grams(weight_mg: int | None) -> float | None:
    return None if weight_mg is None else weight_mg / 1000


def _kilograms(weight_mg: int | None) -> str:
    return "-" if weight_mg is None else f"{weight_mg / 1_000_000:.3f} kg"
