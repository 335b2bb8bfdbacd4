"""The parcel's story as one HTML page in Chinese and English: what a person reads before believing a proof. Pure.

The same page is the bundle's README and, painted elsewhere, its PDF. It shows only what the bundle discloses, and of
personal data only what a dispute turns on: names and addresses of others, telephones and messages stay out.
"""

from __future__ import annotations

from station.evidence import report_media as media
from station.evidence import report_sections as sections
from station.evidence.reason_words import REASONS, words
from station.evidence.report_parts import (
    Html,
    beside,
    both,
    facts,
    grams,
    joined,
    page,
    points,
    second,
    section,
    shown,
    styled,
    table,
)
from station.evidence.report_words import KINDS, NOT_PROVEN, PROVEN
from station.evidence.story import Attached, Delivered, Story, Told

__all__ = ["Attached", "Delivered", "Story", "Told", "report_html"]

_WORTH = (
    "sku", "units", "code", "lot", "expiry", "serial", "weight_mg", "reason", "why", "moment", "camera", "carton",
    "service", "waybill", "job", "copy", "printer", "by",
)  # fmt: skip
"""Fields of an entry that a reader may ask for, in the order they are told."""


def report_html(story: Story, *, appendix: bool = True, each_unit: bool = True) -> str:
    """``appendix``: every entry, one by one; without ``each_unit`` scans are told by item."""
    parts = [
        sections.head(story),
        sections.in_words(story),
        _remarks(story),
        sections.order(story),
        sections.scans(story) if each_unit else sections.scans_by_item(story),
        sections.weighing(story),
        media.photos(story),
        media.stills(story),
        media.label(story),
        sections.handover(story),
        sections.refusals(story),
        sections.decisions(story),
        media.videos(story),
        _proof(story),
        _timeline(story) if appendix else Html(""),
        _check(story),
    ]
    return page(f"{story.order_no} · Sealbench", joined(parts))


def _remarks(story: Story) -> Html:
    return section("备注", "Remarks", points((remark, "") for remark in story.remarks)) if story.remarks else Html("")


def _proof(story: Story) -> Html:
    sealed = "未封箱 not sealed" if story.sealed_seq is None else f"记录 entry {story.sealed_seq}"
    rows = [
        (("日志", "Log"), shown(f"{story.log} · {story.size} 条记录 entries")),
        (("封箱记录", "Seal"), shown(sealed)),
        (("外部锚点", "Seen outside"), both(*story.seen_outside) if any(story.seen_outside) else Html("")),
        (("机构密钥指纹", "Organisation key (SHA-256)"), styled(story.fingerprint, "code")),
        (("工位密钥保管", "Bench key kept as"), shown(story.key_protection)),
    ]
    return joined(
        [
            section("已证明", "What is proven", points(PROVEN), facts(rows)),
            section("未证明", "What is not proven", points(NOT_PROVEN)),
        ]
    )


def _timeline(story: Story) -> Html:
    heads = (("记录", "Entry"), ("时间", "Time (UTC)"), ("事件", "Event"), ("内容", "Details"), ("人员代号", "By"))
    rows = [
        (
            shown(one.number),
            shown(second(one.wall_us)),
            beside(*words(KINDS, one.kind)),
            styled(_details(one), "small"),
            shown(one.by),
        )
        for one in story.told
    ]
    return section("全部记录", "Every entry", table(heads, rows, (7, 19, 30, 33, 11)))


def _details(one: Told) -> str:
    return " · ".join(
        _detail(one, name) for name in _WORTH if one.pub.get(name, one.shown.get(name)) not in (None, "", [], {})
    )


def _detail(one: Told, name: str) -> str:
    value = one.pub.get(name, one.shown.get(name))
    if name == "weight_mg" and isinstance(value, int):
        return grams(value)
    if name == "reason":
        return " ".join(dict.fromkeys(words(REASONS, str(value))))
    return f"{name} {value}" if isinstance(value, str | int) else name


def _check(story: Story) -> Html:
    if not story.has_bundle:
        return section(
            "如何核验",
            "How to check",
            both(
                "完整的可核验证据包（ZIP）可向卖家索取。",
                "The whole verifiable bundle (ZIP) behind this report can be had from the seller.",
            ),
        )
    command = styled("python3 -I verify.py case.zip", "code")
    return section(
        "如何核验",
        "How to check",
        Html(
            f"<p>见 VERIFY.md。See VERIFY.md, or run {command} with a verify.py that did not come from this bundle.</p>"
        ),
    )
