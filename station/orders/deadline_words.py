"""A deadline's explanation in Chinese and English, and as a document for other programs. Works nothing out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any, assert_never

from station.orders.deadlines import Explanation, Origin, StartIs
from station.orders.shop_time import utc_text
from station.packing.deadlines import Deadline, Skipped

SKIPPED_SHOWN_MAX = 12
"""Days named in a sentence; the document has all."""

_REST_ZH = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
_REST_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_STARTS = {
    StartIs.PAID: ("付款", "the payment"),
    StartIs.ORDERED: ("下单（无付款时间）", "the order, as no payment time is known,"),
    StartIs.HANDED_OVER: ("交运", "the handover"),
    StartIs.PLACED: ("下单", "the order"),
    StartIs.NOTICE: ("收到通知", "the notice"),
    StartIs.SHORTAGE: ("发现缺货", "the shortage"),
}


def document(explanation: Explanation, utc_offset_minutes: int) -> dict[str, Any]:
    zh, en = sentences(explanation, utc_offset_minutes)
    told: dict[str, Any] = {"from": explanation.origin, "due": utc_text(explanation.due_us)}
    if explanation.origin is Origin.RULE and explanation.rule is not None:
        told |= _rule_document(explanation.rule, explanation.start_is)
    if explanation.origin is Origin.AGREED:
        told["buyer_told"] = None if explanation.told is None else utc_text(explanation.told.at_us)
    return told | {"stale": explanation.stale, "zh": zh, "en": en}


def rule_document(deadline: Deadline, start_is: StartIs, utc_offset_minutes: int) -> dict[str, Any]:
    """A deadline that only a rule gives: of a case, of a confirmation."""
    zh, en = _rule_sentences(deadline, start_is, utc_offset_minutes)
    told = {"due": utc_text(deadline.due_us), **_rule_document(deadline, start_is)}
    return told | {"zh": zh, "en": en}


def _rule_document(deadline: Deadline, start_is: StartIs) -> dict[str, Any]:
    return {
        "rule": deadline.rule.id,
        "source": deadline.rule.source,
        "start": utc_text(deadline.start_us),
        "start_is": start_is,
        "skipped": [
            {"day": each.day.isoformat(), "zh": _name(each)[0], "en": _name(each)[1]} for each in deadline.skipped
        ],
        "unconfirmed_years": list(deadline.unconfirmed),
    }


def sentences(explanation: Explanation, utc_offset_minutes: int) -> tuple[str, str]:
    """Why the order is due when it is, in Chinese and in English; times are the shop's."""
    due = _until(explanation.due_us, utc_offset_minutes)
    match explanation.origin:
        case Origin.FILE:
            return f"{due} 前：平台订单文件给出。", f"{due}, as the platform's order file says."
        case Origin.AGREED:
            reason = explanation.agreement.reason if explanation.agreement else ""
            zh, en = (f"（{reason}）", f" ({reason})") if reason else ("", "")
            told_zh, told_en = _told(explanation)
            return f"{due} 前：与买家约定{zh}；{told_zh}。", f"{due}, as agreed with the buyer{en}; {told_en}."
        case Origin.RULE:
            return _by_rule(explanation, due, utc_offset_minutes)
        case _:
            assert_never(explanation.origin)


def _told(explanation: Explanation) -> tuple[str, str]:
    if explanation.told is None:
        return "尚未记录通知买家", "nobody has recorded that the buyer was told"
    who = explanation.told.who
    return (f"{who} 已通知买家", f"the buyer was told by {who}") if who else ("已通知买家", "the buyer was told")


def _by_rule(explanation: Explanation, due: str, utc_offset_minutes: int) -> tuple[str, str]:
    found = explanation.rule
    if found is None:
        return f"{due} 前：当时的规则；现在没有规则适用。", f"{due}, by a rule that no longer applies."
    zh, en = _rule_sentences(found, explanation.start_is, utc_offset_minutes, due=due)
    if explanation.stale:
        now = _until(found.due_us, utc_offset_minutes)
        zh += f"规则已变，现为 {now}：运行 sealbench orders reckon。"
        en += f" The rules have changed and now give {now}: run sealbench orders reckon."
    return zh, en


def _rule_sentences(found: Deadline, start_is: StartIs, utc_offset_minutes: int, *, due: str = "") -> tuple[str, str]:
    """``due`` where the time that counts is not what the rule gives today."""
    until = due or _until(found.due_us, utc_offset_minutes)
    start = _local(found.start_us, utc_offset_minutes)
    start_zh, start_en = _STARTS[start_is]
    source = f" ({found.rule.source})" if found.rule.source else ""
    zh = f"{until} 前：{found.rule.zh}{source}；自{start_zh} {start} 起算{_skipped_zh(found)}。"
    en = f"{until}: {found.rule.en}{source}; counted from {start_en} at {start}{_skipped_en(found)}."
    for year in found.unconfirmed:
        zh += f"{year} 年放假安排未确认。"
        en += f" The working days of {year} are not confirmed."
    return zh, en


def _skipped_zh(deadline: Deadline) -> str:
    days = "、".join(f"{each.day:%m-%d} {_name(each)[0]}" for each in deadline.skipped[:SKIPPED_SHOWN_MAX])
    return f"，跳过 {days}{'等' if len(deadline.skipped) > SKIPPED_SHOWN_MAX else ''}" if days else ""


def _skipped_en(deadline: Deadline) -> str:
    days = ", ".join(f"{each.day:%m-%d} {_name(each)[1]}" for each in deadline.skipped[:SKIPPED_SHOWN_MAX])
    return f"; skipped {days}{' and more' if len(deadline.skipped) > SKIPPED_SHOWN_MAX else ''}" if days else ""


def _name(skipped: Skipped) -> tuple[str, str]:
    if skipped.name is not None:
        return skipped.name.zh, skipped.name.en
    return _REST_ZH[skipped.day.weekday()], _REST_EN[skipped.day.weekday()]


def _local(time_us: int, utc_offset_minutes: int) -> str:
    zone = timezone(timedelta(minutes=utc_offset_minutes))
    return datetime.fromtimestamp(time_us // 1_000_000, UTC).astimezone(zone).strftime("%Y-%m-%d %H:%M")


def _until(time_us: int, utc_offset_minutes: int) -> str:
    """The end of a day is its 24:00: what is due at the next day's 00:00 is due today."""
    text = _local(time_us, utc_offset_minutes)
    return f"{_local(time_us - 1_000_000, utc_offset_minutes)[:10]} 24:00" if text.endswith(" 00:00") else text
