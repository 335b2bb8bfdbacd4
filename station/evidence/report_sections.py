"""The sections of a report, one function each: values of the story into words and tables. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from station.evidence import packed
from station.evidence.reason_words import NEWS, REASONS, words
from station.evidence.report_parts import (
    Html,
    at,
    beside,
    both,
    clock,
    facts,
    figures,
    grams,
    joined,
    paragraph,
    second,
    section,
    shown,
    styled,
    table,
    weight_of,
)
from station.evidence.report_words import KINDS
from station.evidence.story import Story, Told

_ACROSS, _WIDTH = 3, 215
_LABEL_WIDTH = 250
_UNKNOWN = Html("–")
_WHERE = ("记录", "Entry")
_WHEN = ("时间", "Time (UTC)")


def head(story: Story) -> Html:
    sealed = story.last(packed.SEALED)
    state = "已封箱 sealed" if sealed else "未封箱 not sealed yet"
    units = sum(line.packed for line in packed.ordered_lines(story))
    ordered = sum(line.ordered for line in packed.ordered_lines(story))
    weights = packed.weights(story)
    boxes = [
        (("件数", "units"), shown(f"{units} / {ordered}"), styled("已扫描 / 应装 scanned / ordered", "small")),
        (("重量", "weight"), _mass(weights.measured), styled(_expected(weights.low, weights.high), "small")),
        (("快递称重", "carrier's weight"), _mass(weights.carrier), styled(_difference(weights), "small")),
        (
            ("封箱", "sealed"),
            shown(clock(sealed.wall_us) if sealed else "–"),
            styled(f"{second(sealed.wall_us)[:10]} UTC" if sealed else "", "small"),
        ),
    ]
    title = Html(f"<h1>包裹证据 · Parcel evidence</h1><p>{shown(f'订单 Order {story.order_no} · {state}')}</p>")
    return joined([title, figures(boxes)])


def _mass(weight_mg: int | None) -> Html:
    return _UNKNOWN if weight_mg is None else shown(grams(weight_mg))


def _expected(low: int | None, high: int | None) -> str:
    if low is None or high is None:
        return "应重未知 not judged"
    return f"应为 expected {grams(low)[:-2]}–{grams(high)}"


def _difference(weights: packed.Weights) -> str:
    if weights.carrier is None:
        return "未知 not known"
    if weights.measured is None:
        return "揽收时 at acceptance"
    more = weights.carrier - weights.measured
    return f"与工位相差 to the bench's {'+' if more > 0 else ''}{grams(more)}"


def in_words(story: Story) -> Html:
    """The whole case in a few sentences, each only where there is an entry for it."""
    said = tuple(_sentences(story))
    return paragraph("".join(zh for zh, _ in said), " ".join(en for _, en in said))


def _sentences(story: Story) -> Iterator[tuple[str, str]]:
    lines = packed.ordered_lines(story)
    done, wanted = sum(line.packed for line in lines), sum(line.ordered for line in lines)
    if lines and all(line.packed == line.ordered for line in lines):
        yield (
            f"订单的 {wanted} 件商品逐件扫描装箱。",
            f"Each of the {wanted} units of the order was scanned into the box.",
        )
    elif lines:
        yield f"应装 {wanted} 件，已扫描 {done} 件。", f"Of {wanted} units ordered, {done} are in the box."
    told = story.last(packed.WEIGHED)
    weight_mg, low, high = (told.whole(name) if told else None for name in ("weight_mg", "low_mg", "high_mg"))
    if weight_mg is not None and low is not None and high is not None:
        yield (
            f"包裹重 {grams(weight_mg)}，在应有范围 {grams(low)[:-2]}–{grams(high)} 之内。",
            f"The parcel weighed {grams(weight_mg)}, within the expected {grams(low)[:-2]}–{grams(high)}.",
        )
    if (label := story.last("LabelConfirmed")) is not None:
        at = second(label.wall_us)
        yield f"面单贴上箱后于 {at} UTC 扫描确认。", f"Its label was scanned on the box at {at} UTC."
    if (sealed := story.last(packed.SEALED)) is None:
        yield "包裹尚未封箱。", "The parcel is not sealed yet."
    elif (over := story.last("ParcelHandedOver")) is not None:
        days = second(over.wall_us)
        yield f"封箱后于 {days} UTC 交给快递。", f"Sealed, it was handed to the carrier at {days} UTC."
    else:
        yield f"于 {second(sealed.wall_us)} UTC 封箱。", f"It was sealed at {second(sealed.wall_us)} UTC."


def order(story: Story) -> Html:
    lines = packed.ordered_lines(story)
    heads = (("SKU", "SKU"), ("商品", "Item"), ("应装", "Ordered"), ("已扫描", "Scanned"))
    rows = [
        (
            shown(line.sku),
            shown(" ".join(filter(None, (line.name, line.variant)))),
            shown(str(line.ordered)),
            styled(str(line.packed), "good" if line.packed == line.ordered else "bad"),
        )
        for line in lines
    ]
    to = packed.recipient(story)
    address = " ".join(
        str(to.get(name) or "") for name in ("country", "postcode", "province", "city", "district", "street")
    )
    named = facts(
        [
            (("平台与店铺", "Platform and shop"), shown(_platform(story))),
            (("收件人", "Recipient"), shown(str(to.get("name") or ""))),
            (("收货地址", "Address as ordered"), shown(" ".join(address.split()))),
        ]
    )
    return section("订购内容", "What was ordered", table(heads, rows, (22, 48, 15, 15)), named)


def _platform(story: Story) -> str:
    return " · ".join(filter(None, (packed.order_fact(story, "platform"), packed.order_fact(story, "shop"))))


def scans(story: Story) -> Html:
    heads = (_WHERE, _WHEN, ("商品", "Item"), ("第几件", "n of m"), ("所读条码", "Code as read"))
    rows = [
        (
            shown(scan.told.number),
            shown(clock(scan.told.wall_us)),
            beside(scan.sku, scan.name),
            _count(scan),
            joined([styled(_code(scan.told), "code"), *_captured(scan.told)]),
        )
        for scan in packed.scans(story)
    ]
    return section("逐件扫描", "Every unit scanned", _day(story), table(heads, rows, (9, 13, 34, 15, 29)))


def scans_by_item(story: Story) -> Html:
    """One row for each item, where there is no room for each unit."""
    heads = (("商品", "Item"), ("件数", "Units"), ("首末次扫描", "First and last scan"))
    found: dict[str, list[packed.Scan]] = {}
    for scan in packed.scans(story):
        found.setdefault(scan.sku, []).append(scan)
    rows = [
        (
            beside(sku, mine[0].name),
            shown(str(sum(scan.units for scan in mine))),
            shown(f"{clock(mine[0].told.wall_us)} – {clock(mine[-1].told.wall_us)}"),
        )
        for sku, mine in found.items()
    ]
    return section("逐件扫描", "Every unit scanned", _day(story), table(heads, rows, (50, 15, 35)))


def _day(story: Story) -> Html:
    days = sorted({second(one.wall_us)[:10] for one in story.of(packed.PACKED, packed.TAKEN_BACK)})
    return (
        Html(
            f"<p>{styled(' – '.join(filter(None, (days[0], days[-1] if len(days) > 1 else ''))) + ' UTC', 'small')}</p>"
        )
        if days
        else Html("")
    )


def _count(scan: packed.Scan) -> Html:
    text = f"{scan.count} / {'?' if scan.of is None else scan.of}"
    if scan.units < 0:
        return joined([shown(text), styled("取出 taken back", "bad")], "<br>")
    return (
        joined([shown(text), styled(f"一码 {scan.units} 件 a code of {scan.units}", "small")], "<br>")
        if scan.units > 1
        else shown(text)
    )


def _code(told: Told) -> str:
    if told.pub.get("by_hand") is True:
        return "无条码，手工确认 no code: confirmed by hand"
    return told.text("code")


def _captured(told: Told) -> Iterator[Html]:
    names = (("lot", "批号 lot"), ("expiry", "有效期 expiry"), ("serial", "序列号 serial"))
    for field, name in names:
        if told.text(field):
            yield Html(f"<br>{styled(f'{name} {told.text(field)}', 'small')}")


def weighing(story: Story) -> Html:
    heads = (_WHERE, _WHEN, ("重量", "Weight"), ("应为", "Expected"), ("结果", "Result"))
    rows = [
        (
            shown(one.number),
            shown(clock(one.wall_us)),
            _mass(one.whole("weight_mg")),
            _range(one),
            _judged(one),
        )
        for one in story.of(packed.WEIGHED, packed.WEIGHT_REFUSED)
    ]
    weights = packed.weights(story)
    said = _carrier_said(story, weights)
    return section("重量", "Weight", table(heads, rows, (9, 13, 18, 24, 36)), said)


def _range(told: Told) -> Html:
    low, high = told.whole("low_mg"), told.whole("high_mg")
    return _UNKNOWN if low is None or high is None else shown(f"{grams(low)[:-2]}–{grams(high)}")


def _judged(told: Told) -> Html:
    if told.kind == packed.WEIGHT_REFUSED:
        zh, en = words(REASONS, told.text("reason"))
        return styled(f"{zh} {en}", "bad")
    if told.whole("low_mg") is None:
        return shown("未判断 not judged: some unit's weight is not known")
    return styled("在允许范围内 within tolerance", "good")


def _carrier_said(story: Story, weights: packed.Weights) -> Html:
    if story.delivered is None:
        return paragraph(
            "导出时没有订单库，快递方的重量未知。",
            "No order book was there at the export: the carrier's own weight is not known.",
        )
    if weights.carrier is None:
        return paragraph("快递方的重量尚未知。", "The carrier's own weight is not known yet.")
    return paragraph(
        f"快递揽收时称得 {grams(weights.carrier)}：快递方自己的秤，不在本机构控制之下"
        "（来自快递文件，不在签名记录中）。",
        f"The carrier weighed {grams(weights.carrier)} at acceptance, on its own scale, which this organisation does "
        "not control (from the carrier's file; in no signed entry).",
    )


def handover(story: Story) -> Html:
    recorded = story.last("ParcelHandedOver")
    known = packed.delivered(story)
    rows = [(("交接记录", "Handover, recorded"), at(recorded))]
    if recorded is not None:
        rows.append((("快递", "Carrier"), shown(recorded.text("carrier"))))
    if known is not None:
        told_at = known.handed_over_us
        rows += [
            (
                ("订单库：交运", "Order book: handover"),
                shown(f"{second(told_at)} UTC · {known.carrier}") if told_at else Html(""),
            ),
            (("快递消息", "Carrier's news"), _news(known.last_news, known.last_news_us)),
        ]
    return section("交运", "Handover", facts(rows))


def _news(word: str, at_us: int | None) -> Html:
    if not word or at_us is None:
        return Html("")
    zh, en = words(NEWS, word)
    return shown(f"{zh} {en} · {second(at_us)} UTC")


def refusals(story: Story) -> Html:
    heads = (_WHERE, _WHEN, ("拒绝", "Refused"), ("如何解决", "How it was resolved"))
    rows = [
        (shown(each.told.number), shown(clock(each.told.wall_us)), _refused(each.told), _resolved(each))
        for each in packed.refusals(story)
    ]
    if not rows:
        return Html("")
    return section("拒绝与处理", "Refusals and how they were resolved", table(heads, rows, (9, 13, 43, 35)))


def _refused(told: Told) -> Html:
    kind = words(KINDS, told.kind)
    reason = words(REASONS, told.text("reason")) if told.text("reason") else (told.text("why"), told.text("why"))
    detail = " · ".join(filter(None, (told.text("sku"), told.text("code"), weight_of(told))))
    return joined(
        [
            both(
                f"{kind[0]}:{reason[0]}" if reason[0] else kind[0], f"{kind[1]}: {reason[1]}" if reason[1] else kind[1]
            ),
            *([Html(f"<br>{styled(detail, 'code')}")] if detail else []),
        ]
    )


def _resolved(each: packed.Refusal) -> Html:
    if each.ended is None:
        return both("无需处理或未记录", "nothing was owed, or none is recorded")
    zh, en = words(KINDS, each.ended.kind)
    return both(zh, f"{en} · {clock(each.ended.wall_us)} · entry {each.ended.number}")


def decisions(story: Story) -> Html:
    heads = (_WHERE, _WHEN, ("决定", "Decision"), ("理由", "Reason"), ("人员代号", "By"))
    rows = [
        (
            shown(one.number),
            shown(clock(one.wall_us)),
            both(*_decision(one)),
            shown(one.text("why")),
            shown(one.text("by") or one.by),
        )
        for one in packed.decisions(story)
    ]
    return section("人工决定", "What a person decided", table(heads, rows, (9, 13, 34, 28, 16)))


def _decision(told: Told) -> tuple[str, str]:
    match told.kind:
        case "ItemPacked":
            return "无条码商品手工确认", f"confirmed by hand: {told.text('sku')}"
        case "LabelAllowed":
            return "再次打印面单", f"label printed again, copy {told.whole('copy')}"
        case "LabelPrinted":
            return "打包员确认已打印", "the packer said that it was printed"
        case _:
            return words(KINDS, told.kind)
