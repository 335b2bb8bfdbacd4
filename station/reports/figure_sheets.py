"""The supervisor's figures as tables in Chinese and English. No figure is made here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from station.orders.bench_states import BenchNow, device_kinds
from station.orders.figure_names import Save, Step
from station.packing.cut_offs import Act, CutOff
from station.reports.behind import BehindPage
from station.reports.compared import Compared, ComparedRow, difference_percent
from station.reports.cut_off_forecast import NO_CARRIER, CutOffForecast
from station.reports.evidence_gaps import EvidenceRow
from station.reports.figure_words import ACTS, CLASSES, COUNTS, DOINGS, GROUPS, SAVES, STEPS, TOTAL
from station.reports.paper import Sheet
from station.reports.saves import Saves
from station.reports.steps import ClassTime
from station.reports.table import Cell
from station.reports.throughput import HOUR_US, Figures, Throughput
from station.reports.throughput_sheet import NOBODY, local

MINUTE_US = 60_000_000
_NOT_SIGNED_IN = {"zh": "（未登录）", "en": "(not signed in)"}


def quality_sheet(report: Throughput, language: str) -> Sheet:
    """Errors, overrides and pauses beside the parcels they belong to."""
    headers = {
        "zh": ("包裹", "一次做对 %", "拦下次数", *(SAVES[each]["zh"] for each in Save), "停歇（小时）"),
        "en": ("parcels", "first pass %", "refusals", *(SAVES[each]["en"] for each in Save), "idle h"),
    }[language]
    rows = [(_name(label, language), *_quality(figures)) for label, figures in report.rows]
    counted = tuple(COUNTS[name][language] for name in COUNTS)
    return Sheet(
        title={"zh": "质量", "en": "Quality"}[language],
        headers=(GROUPS[report.by][language], *headers, *counted),
        rows=(*rows, (TOTAL[language], *_quality(report.total))),
        notes=(
            {"zh": "装错等：每个包裹每种只算一次。", "en": "Wrong item and the like: once a parcel and kind."}[
                language
            ],
        ),
    )


def _quality(figures: Figures) -> tuple[Cell, ...]:
    return (
        figures.parcels,
        _percent(figures.clean_share),
        figures.refusals,
        *(figures.saved.get(each, 0) for each in Save),
        round(figures.idle_us / HOUR_US, 2),
        *(figures.counts.get(name, 0) for name in COUNTS),
    )


def compared_sheet(both: Compared, language: str) -> Sheet:
    headers = {
        "zh": ("包裹", "此前", "包裹/小时", "此前", "差 %", "一次做对 %", "此前", "拦下的错", "此前"),
        "en": ("parcels", "before", "parcels/h", "before", "diff. %", "first pass %", "before", "saves", "before"),
    }[language]
    rows = tuple(_compared(row, _name(row.label, language)) for row in both.rows)
    return Sheet(
        title={"zh": "两段时间对比", "en": "Two periods compared"}[language],
        headers=(GROUPS[both.now.by][language], *headers),
        rows=(*rows, _compared(both.total, TOTAL[language])),
    )


def _compared(row: ComparedRow, label: str) -> tuple[Cell, ...]:
    now, then = (None if each is None else each.pace for each in (row.now, row.then))
    rate, rate_then = (None if each is None else each.parcels_per_hour for each in (now, then))
    return (
        label,
        None if row.now is None else row.now.parcels,
        None if row.then is None else row.then.parcels,
        _rounded(rate),
        _rounded(rate_then),
        _rounded(difference_percent(rate, rate_then)),
        None if now is None else _percent(now.clean_share),
        None if then is None else _percent(then.clean_share),
        None if now is None else now.saves,
        None if then is None else then.saves,
    )


def _saves_note(language: str, saves: Saves) -> str:
    if not saves.parcels:
        return {"zh": "还没有封箱的包裹。", "en": "No parcel was sealed."}[language]
    rate = _rounded(saves.per_hundred)
    return {
        "zh": f"{saves.parcels} 个包裹，每百件 {rate} 次。",
        "en": f"{saves.parcels} parcels, {rate} in a hundred.",
    }[language]


def saves_sheet(saves: Saves, language: str) -> Sheet:
    headers = {
        "zh": ("拦下的错", "次数", f"本会损失 {saves.currency}", "多在"),
        "en": ("saves", "count", f"would have cost {saves.currency}", "most at"),
    }[language]
    rows = [(SAVES[row.save][language], row.count, row.cost, row.most_at) for row in saves.rows]
    total = (TOTAL[language], saves.count, saves.cost, "")
    notes = {
        "zh": (
            f"{saves.parcels} 个包裹，每百件 {_rounded(saves.per_hundred)} 次。"
            if saves.parcels
            else "还没有封箱的包裹。",
            "损失是上限：打包员也可能自己发现；没有金额的种类不计。",
            f"金额来源：{saves.source}",
        ),
        "en": (
            _saves_note("en", saves),
            "At the most: the packer might have noticed; a kind without an amount is not valued.",
            f"Source of the amounts: {saves.source}",
        ),
    }[language]
    return Sheet(title={"zh": "拦下的错", "en": "Saves"}[language], headers=headers, rows=(*rows, total), notes=notes)


def steps_sheet(times: Sequence[ClassTime], language: str) -> Sheet:
    ends = {
        "zh": ("每件秒数", "应当", "差", "件数", "一次做对 %", "等得最久"),
        "en": ("seconds a parcel", "expected", "diff.", "parcels", "first pass %", "longest waits"),
    }[language]
    rows = tuple(
        (
            CLASSES[each.order_class][language],
            *(_rounded(each.steps_s[step]) for step in Step),
            _rounded(each.took_s),
            None if each.expected is None else _rounded(each.expected.seconds),
            _rounded(each.over_s),
            each.parcels,
            _percent(each.clean_share),
            " ".join(each.waits_at),
        )
        for each in times
    )
    note = {
        "zh": "秒数取中间一半包裹的平均；应当：本仓此前同类包裹，或设定值。",
        "en": "Means of the middle half of the parcels; expected: the house's own before, or as set.",
    }[language]
    headers = ({"zh": "订单", "en": "orders"}[language], *(STEPS[step][language] for step in Step), *ends)
    title = {"zh": "时间去哪了", "en": "Where the time goes"}[language]
    return Sheet(title=title, headers=headers, rows=rows, notes=(note,))


def cut_offs_sheet(
    forecast: CutOffForecast, language: str, zone: tzinfo | None, names: Mapping[str, Mapping[str, str]]
) -> Sheet:
    """``names`` of carriers, by language."""
    headers = {
        "zh": ("承运", "截单", "剩", "预计装完", "余量", "来不及", "慢 8 % 来不及", "怎么办"),
        "en": ("carrier", "cut-off", "left", "packed by", "slack", "will miss", "8 % slower miss", "what mends it"),
    }[language]
    rows = tuple(
        (
            names.get(row.carrier, {}).get(language, row.carrier if row.carrier != NO_CARRIER else "-"),
            local(row.due_us, zone).strftime("%m-%d %H:%M"),
            row.left,
            "" if row.done_us is None else local(row.done_us, zone).strftime("%m-%d %H:%M"),
            span(row.slack_us),
            row.misses,
            row.misses_if_slower,
            mending(row, language),
        )
        for row in forecast.rows
    )
    return Sheet(
        title={"zh": "截单预测", "en": "Cut-off forecast"}[language],
        headers=headers,
        rows=rows,
        notes=(_pace(forecast, language),),
    )


def _pace(forecast: CutOffForecast, language: str) -> str:
    if forecast.parcels_per_hour is None:
        return {"zh": "近两小时没有打包，无法预测。", "en": "Nothing was packed in two hours: no forecast."}[language]
    words = {
        "zh": "{benches} 个打包台近两小时 {pace:.1f} 件/小时，不计休息。",
        "en": "{benches} benches at the last two hours' {pace:.1f} parcels/h, without pauses.",
    }[language]
    return words.format(benches=forecast.benches, pace=forecast.parcels_per_hour)


def mending(row: CutOff, language: str) -> str:
    """The act that would mend it, in a sentence; empty when nothing needs mending."""
    mend = row.mend
    words = ACTS[mend.act][language]
    benches = ({"zh": "、", "en": ", "}[language]).join(mend.benches) or {"zh": "各台", "en": "all"}[language]
    return words.format(benches=benches, slack=span(mend.slack_us), pace=_rounded(mend.pace)) if words else ""


def span(us: int | None) -> str:
    """h:mm with a minus sign; whole minutes that have passed."""
    if us is None:
        return ""
    minutes = abs(us) // MINUTE_US
    return f"{'−' if us < 0 else ''}{minutes // 60}:{minutes % 60:02}"


def gaps_sheet(rows: Sequence[EvidenceRow], language: str, zone: tzinfo | None) -> Sheet:
    headers = {
        "zh": ("打包台", "包裹", "免照片", "照片未到", "录像缺口", "缺记录", "未见证", "自"),
        "en": (
            "bench",
            "parcels",
            "photos waived",
            "photos missing",
            "video gaps",
            "entries lacking",
            "exposed",
            "since",
        ),
    }[language]
    told = tuple(
        (
            *(row.bench, row.parcels, row.waived, row.missing, row.video_gaps, row.lacking, row.exposed),
            "" if row.exposed_since_us is None else local(row.exposed_since_us, zone).strftime("%m-%d %H:%M"),
        )
        for row in rows
    )
    return Sheet(title={"zh": "证据缺口", "en": "Evidence gaps"}[language], headers=headers, rows=told)


def benches_sheet(states: Sequence[BenchNow], language: str, *, now_us: int) -> Sheet:
    kinds = device_kinds(states)
    headers = {
        "zh": ("打包台", "打包员", "在做", "原因", "已", "订单", *kinds, "叫人"),
        "en": ("bench", "packer", "does", "why", "for", "order", *kinds, "calls"),
    }[language]
    rows = tuple(
        (
            state.bench,
            state.packer,
            {"zh": "失联", "en": "silent"}[language] if state.silent(now_us) else DOINGS[state.doing][language],
            state.reason,
            span(max(0, now_us - state.since_us)) if state.since_us else "",
            state.order_no,
            *(_device(state, kind) for kind in kinds),
            "" if state.call is None else span(state.call.running_us(now_us)),
        )
        for state in states
    )
    return Sheet(title={"zh": "打包台", "en": "Benches"}[language], headers=headers, rows=rows)


def _device(state: BenchNow, kind: str) -> str:
    mine = [device for device in state.devices if device.kind == kind]
    lost = [device.word or "off" for device in mine if not device.up]
    return "; ".join(lost) if lost else "ok" if mine else ""


def behind_sheet(page: BehindPage, language: str, zone: tzinfo | None) -> Sheet:
    headers = {
        "zh": ("时间", "打包台", "打包员", "订单", "记录", "原因", "序号"),
        "en": ("time", "bench", "packer", "order", "entry", "reason", "number"),
    }[language]
    rows = tuple(
        (
            local(row.at_us, zone).strftime("%Y-%m-%d %H:%M:%S"),
            *(row.bench, row.packer, row.order_no, row.kind, row.reason, f"{row.epoch}/{row.seq}"),
        )
        for row in page.rows
    )
    return Sheet(title={"zh": "记录", "en": "Entries"}[language], headers=headers, rows=rows)


def needs_act(row: CutOff) -> bool:
    return row.mend.act is not Act.NONE


def _name(label: str, language: str) -> str:
    return _NOT_SIGNED_IN[language] if label == NOBODY else label


def _percent(share: float | None) -> float | None:
    return None if share is None else round(share * 100, 1)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
