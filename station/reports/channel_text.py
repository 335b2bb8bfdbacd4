"""A parcel's facts in so many characters, for channels that take text. Pure.

The sentences stand in the order of their weight in a dispute; what does not fit any more is left out whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from station.evidence import packed
from station.evidence.report_parts import grams, second
from station.evidence.story import Story

_LINES_MAX = 3


def statement(story: Story, language: str, characters: int) -> str:
    """At most so many characters, counted as the channels count them: each letter or sign is one."""
    text = ""
    for zh, en in _sentences(story):
        longer = text + zh if language == "zh" else f"{text} {en}".strip()
        if len(longer) <= characters:
            text = longer
    return text


def _sentences(story: Story) -> Iterator[tuple[str, str]]:
    lines = packed.ordered_lines(story)
    done, wanted = sum(line.packed for line in lines), sum(line.ordered for line in lines)
    yield f"订单 {story.order_no}:", f"Order {story.order_no}:"
    yield (
        f"应装 {wanted} 件，逐件核对装箱 {done} 件。",
        f"{done} of {wanted} units verified one by one into the box.",
    )
    for line in lines[:_LINES_MAX]:
        what = " ".join(filter(None, (line.sku, line.name, line.variant)))
        yield f"{what} × {line.packed}。", f"{what} × {line.packed}."
    yield from _weights(story)
    yield from _shipping(story)
    if (sealed := story.last(packed.SEALED)) is not None:
        at, label = second(sealed.wall_us), story.last("LabelConfirmed")
        zh, en = ("，面单已在箱上扫描确认", ", its label scanned on the box") if label else ("", "")
        yield f"{at} UTC 封箱{zh}。", f"Sealed at {at} UTC{en}."
    photos, stills = len(story.with_role("photo")), len(story.with_role("still"))
    if photos or stills:
        yield (
            f"附照片 {photos} 张、录像截图 {stills} 张。",
            f"{photos} photos and {stills} video stills are attached.",
        )
    short = story.fingerprint[:16]
    yield (
        f"以上取自签名的工位记录（日志 {story.log}，机构密钥 {short}…），完整证据包可供核验。",
        f"From the bench's signed record (log {story.log}, organisation key {short}…); the bundle can be verified.",
    )


def _weights(story: Story) -> Iterator[tuple[str, str]]:
    weights = packed.weights(story)
    if weights.measured is None:
        return
    zh, en = f"封箱前称重 {grams(weights.measured)}", f"It weighed {grams(weights.measured)}"
    if weights.low is not None and weights.high is not None:
        between = f"{grams(weights.low)[:-2]}–{grams(weights.high)}"
        zh, en = f"{zh}，应为 {between}", f"{en}, expected {between}"
    if weights.carrier is not None:
        zh, en = f"{zh}，快递揽收称重 {grams(weights.carrier)}", f"{en}, the carrier weighed {grams(weights.carrier)}"
    yield f"{zh}。", f"{en}."


def _shipping(story: Story) -> Iterator[tuple[str, str]]:
    number, over, known = packed.waybill(story), story.last("ParcelHandedOver"), packed.delivered(story)
    at_us = over.wall_us if over else known.handed_over_us if known else None
    if number:
        zh = f"运单号 {number}" + (f"，{second(at_us)} UTC 交给快递" if at_us else "")
        en = f"Waybill {number}" + (f", handed to the carrier at {second(at_us)} UTC" if at_us else "")
        yield f"{zh}。", f"{en}."
    if known is not None and known.last_news == "delivered" and known.last_news_us:
        at = second(known.last_news_us)
        yield f"快递显示 {at} UTC 签收。", f"The carrier reports it delivered at {at} UTC."
