"""The supervisor's figures as tables in any language of the screens. No figure is made here."""

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
from station.reports.figure_words import ACTS, CLASSES, COLUMNS, COUNTS, DOINGS, GROUPS, SAVES, STEPS, TOTAL
from station.reports.paper import Sheet
from station.reports.saves import Saves
from station.reports.speech import heads
from station.reports.steps import ClassTime
from station.reports.table import Cell
from station.reports.throughput import HOUR_US, Figures, Throughput
from station.reports.throughput_sheet import group_name, local
from station.ui.device_names import kind_words
from station.ui.languages import said
from station.ui.words import Words, listed, same

MINUTE_US = 60_000_000
_QUALITY = Words(zh="质量", en="Quality")
_ONCE = Words(zh="拿错等：每个包裹每种只算一次。", en="Wrong item and the like: once a parcel and kind.")
_COMPARED = Words(zh="两段时间对比", en="Two periods compared")
_SAVES = Words(zh="拦下的错", en="Saves")
_NONE_SEALED = Words(zh="还没有封箱的包裹。", en="No parcel was sealed.")
_RATE = Words(zh="{n} 个包裹，每百件 {rate} 次。", en="{n} parcels, {rate} in a hundred.")
_AT_MOST = Words(
    zh="损失是上限：打包员也可能自己发现；没有金额的种类不计。",
    en="At the most: the packer might have noticed; a kind without an amount is not valued.",
)
_SOURCE = Words(zh="金额来源：{source}", en="Source of the amounts: {source}")
_STEPS = Words(zh="时间去哪了", en="Where the time goes")
_MEANS = Words(
    zh="秒数取中间一半包裹的平均；应当：本仓此前同类包裹，或设定值。",
    en="Means of the middle half of the parcels; expected: the house's own before, or as set.",
)
_CUT_OFFS = Words(zh="截单预测", en="Cut-off forecast")
_NO_PACE = Words(zh="近两小时没有打包，无法预测。", en="Nothing was packed in two hours: no forecast.")
_PACE = Words(
    zh="{n} 个工位近两小时 {pace} 件/小时，不计休息。",
    en="{n} benches at the last two hours' {pace} parcels/h, without pauses.",
)
_EVERY_BENCH = Words(zh="各台", en="all")
_GAPS = Words(zh="证据缺口", en="Evidence gaps")
_SILENT = Words(zh="失联", en="silent")
_BENCHES = Words(zh="工位", en="Benches")
_OFF = Words(zh="断开", en="off")
_WELL = Words(zh="正常", en="ok")
_ENTRIES = Words(zh="记录", en="Entries")


def _heads(names: Sequence[str], language: str) -> tuple[str, ...]:
    return heads((COLUMNS[name] for name in names), language)


def quality_sheet(report: Throughput, language: str) -> Sheet:
    """Errors, overrides and pauses beside the parcels they belong to."""
    first = (GROUPS[report.by], *(COLUMNS[name] for name in ("parcels", "first_pass", "refusals")))
    headers = (*first, *(SAVES[each] for each in Save), COLUMNS["idle"], *COUNTS.values())
    rows = [(group_name(label, language), *_quality(figures)) for label, figures in report.rows]
    return Sheet(
        title=said(_QUALITY, language),
        headers=heads(headers, language),
        rows=(*rows, (said(TOTAL, language), *_quality(report.total))),
        notes=(said(_ONCE, language),),
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
    names = ("parcels", "before", "per_hour", "before", "difference", "first_pass", "before", "saves", "before")
    rows = tuple(_compared(row, group_name(row.label, language)) for row in both.rows)
    return Sheet(
        title=said(_COMPARED, language),
        headers=(said(GROUPS[both.now.by], language), *_heads(names, language)),
        rows=(*rows, _compared(both.total, said(TOTAL, language))),
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


def saves_sheet(saves: Saves, language: str) -> Sheet:
    cost = COLUMNS["cost"].filled(currency=saves.currency)
    rows = [(said(SAVES[row.save], language), row.count, row.cost, row.most_at) for row in saves.rows]
    return Sheet(
        title=said(_SAVES, language),
        headers=heads((COLUMNS["saves"], COLUMNS["count"], cost, COLUMNS["most_at"]), language),
        rows=(*rows, (said(TOTAL, language), saves.count, saves.cost, "")),
        notes=heads((_rate(saves), _AT_MOST, _SOURCE.filled(source=saves.source)), language),
    )


def _rate(saves: Saves) -> Words:
    if not saves.parcels:
        return _NONE_SEALED
    return _RATE.filled(n=saves.parcels, rate=str(_rounded(saves.per_hundred)))


def steps_sheet(times: Sequence[ClassTime], language: str) -> Sheet:
    ends = _heads(("seconds", "expected", "over", "count_parcels", "first_pass", "waits"), language)
    rows = tuple(
        (
            said(CLASSES[each.order_class], language),
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
    headers = (*heads((COLUMNS["orders"], *(STEPS[step] for step in Step)), language), *ends)
    return Sheet(title=said(_STEPS, language), headers=headers, rows=rows, notes=(said(_MEANS, language),))


def cut_offs_sheet(forecast: CutOffForecast, language: str, zone: tzinfo | None, names: Mapping[str, Words]) -> Sheet:
    """``names`` of carriers; the house's own, so that a further language has the English."""
    heads_of = ("carrier", "cut_off", "left", "packed_by", "slack", "misses", "misses_slower", "mend")
    rows = tuple(
        (
            said(names.get(row.carrier, same(row.carrier if row.carrier != NO_CARRIER else "-")), language),
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
        title=said(_CUT_OFFS, language),
        headers=_heads(heads_of, language),
        rows=rows,
        notes=(said(_pace(forecast), language),),
    )


def _pace(forecast: CutOffForecast) -> Words:
    if forecast.parcels_per_hour is None:
        return _NO_PACE
    return _PACE.filled(n=forecast.benches, pace=f"{forecast.parcels_per_hour:.1f}")


def mending(row: CutOff, language: str) -> str:
    """The act that would mend it, in a sentence; empty when nothing needs mending."""
    mend = row.mend
    benches = listed([same(each) for each in mend.benches]) if mend.benches else _EVERY_BENCH
    told = ACTS[mend.act].filled(benches=benches, slack=span(mend.slack_us), pace=f"{mend.pace_told:,.1f}")
    return said(told, language)


def span(us: int | None) -> str:
    """h:mm with a minus sign; whole minutes that have passed."""
    if us is None:
        return ""
    minutes = abs(us) // MINUTE_US
    return f"{'−' if us < 0 else ''}{minutes // 60}:{minutes % 60:02}"


def gaps_sheet(rows: Sequence[EvidenceRow], language: str, zone: tzinfo | None) -> Sheet:
    names = ("bench", "parcels", "waived", "missing", "video_gaps", "lacking", "exposed", "since")
    told = tuple(
        (
            *(row.bench, row.parcels, row.waived, row.missing, row.video_gaps, row.lacking, row.exposed),
            "" if row.exposed_since_us is None else local(row.exposed_since_us, zone).strftime("%m-%d %H:%M"),
        )
        for row in rows
    )
    return Sheet(title=said(_GAPS, language), headers=_heads(names, language), rows=told)


def benches_sheet(states: Sequence[BenchNow], language: str, *, now_us: int) -> Sheet:
    kinds = device_kinds(states)
    first = _heads(("bench", "packer", "does", "why", "for", "order"), language)
    headers = (*first, *heads((kind_words(kind) for kind in kinds), language), said(COLUMNS["calls"], language))
    rows = tuple(
        (
            state.bench,
            state.packer,
            said(_SILENT if state.silent(now_us) else DOINGS[state.doing], language),
            state.reason,
            span(max(0, now_us - state.since_us)) if state.since_us else "",
            state.order_no,
            *(_device(state, kind, language) for kind in kinds),
            "" if state.call is None else span(state.call.running_us(now_us)),
        )
        for state in states
    )
    return Sheet(title=said(_BENCHES, language), headers=headers, rows=rows)


def _device(state: BenchNow, kind: str, language: str) -> str:
    mine = [device for device in state.devices if device.kind == kind]
    lost = [device.word or said(_OFF, language) for device in mine if not device.up]
    return "; ".join(lost) if lost else said(_WELL, language) if mine else ""


def behind_sheet(page: BehindPage, language: str, zone: tzinfo | None) -> Sheet:
    headers = _heads(("time", "bench", "packer", "order", "entry", "reason", "number"), language)
    rows = tuple(
        (
            local(row.at_us, zone).strftime("%Y-%m-%d %H:%M:%S"),
            *(row.bench, row.packer, row.order_no, row.kind, row.reason, f"{row.epoch}/{row.seq}"),
        )
        for row in page.rows
    )
    return Sheet(title=said(_ENTRIES, language), headers=headers, rows=rows)


def needs_act(row: CutOff) -> bool:
    return row.mend.act is not Act.NONE


def _percent(share: float | None) -> float | None:
    return None if share is None else round(share * 100, 1)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
