"""Dispute figures as columns in any language of the screens, as text for a terminal, as pages, as a JSON document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from station.reports.dispute_figures import RATE_MAX_PERCENT, DisputeFigures, FigureRow, Finding
from station.reports.dispute_packing import Group
from station.reports.paper import Sheet, html_table
from station.reports.speech import heads
from station.reports.table import Cell, in_columns
from station.ui.dispute_words import KINDS, OUTCOMES
from station.ui.languages import said
from station.ui.words import Words, listed, same

SHOWN_MAX = 10
"""Rows of a group on a terminal and on paper; a table file has all."""

_GROUPS: Mapping[Group, Words] = {
    Group.SHOP: Words(zh="店铺", en="shop"),
    Group.KIND: Words(zh="类型", en="kind"),
    Group.CARRIER: Words(zh="快递", en="carrier"),
    Group.SERVICE: Words(zh="快递服务", en="service"),
    Group.CARTON: Words(zh="纸箱", en="carton"),
    Group.MATERIAL: Words(zh="包装材料", en="material"),
    Group.SKU: Words(zh="货号", en="SKU"),
    Group.PACKER: Words(zh="打包员", en="packer"),
}
_MONTH = Words(zh="月份", en="month")
_PLATFORM = Words(zh="平台", en="platform")
_PARCELS = Words(zh="包裹", en="parcels")
_DISPUTES = Words(zh="纠纷", en="disputes")
_PAID_BACK = Words(zh="退款", en="paid back")
_FIRST = (
    Words(zh="分组", en="group"),
    Words(zh="值", en="value"),
    _MONTH,
    _PLATFORM,
    _PARCELS,
    Words(zh="平常占比 %", en="usual %"),
    _DISPUTES,
    Words(zh="纠纷率 %", en="rate %"),
    Words(zh="超过 1 %", en="over 1 %"),
)
_LAST = (Words(zh="未结", en="open"), Words(zh="涉及金额", en="asked"), _PAID_BACK)
_SHORT = (
    _MONTH,
    _PLATFORM,
    _PARCELS,
    Words(zh="平常 %", en="usual %"),
    _DISPUTES,
    Words(zh="率 %", en="rate %"),
    Words(zh="原因", en="why"),
    Words(zh="结果", en="ended"),
    _PAID_BACK,
)
_YES = Words(zh="是", en="yes")
TITLE = Words(zh="纠纷统计", en="Disputes")
_EMPTY = Words(zh="这段时间没有纠纷，也没有包裹。", en="No dispute and no parcel in that time.")
_OVER = Words(zh="超过 1 %：{what}", en="Over 1 %: {what}")
_NONE_OVER = Words(zh="没有店铺的纠纷率超过 1 %。", en="No shop's rate is over 1 %.")
_COMMON = Words(
    zh="{kind}：{among} 件中 {having} 件{group} {value}", en="{kind}: {having} of {among} with {group} {value}"
)
_COMMON_USUAL = Words(
    zh="{kind}：{among} 件中 {having} 件{group} {value}（平常 {usual} %）",
    en="{kind}: {having} of {among} with {group} {value} (usually {usual} %)",
)
_SO_MANY = Words(zh="{what} {count}", en="{what} {count}")
_HOW = Words(
    zh="纠纷按收到通知的月份计，包裹按封箱的月份计。平常占比：这段时间最近 500 个包裹。",
    en="A dispute counts in the month of its notice, a parcel in that of its seal. Usual: of the last 500 parcels.",
)


def sheet(figures: DisputeFigures, language: str) -> tuple[tuple[str, ...], list[tuple[Cell, ...]]]:
    headers = (*_FIRST, *KINDS.values(), *OUTCOMES.values(), *_LAST)
    return heads(headers, language), [_cells(row, language) for row in figures.rows]


def told(figures: DisputeFigures, language: str) -> Sheet:
    headers, rows = sheet(figures, language)
    return Sheet(title=said(TITLE, language), headers=headers, rows=tuple(rows))


def _cells(row: FigureRow, language: str) -> tuple[Cell, ...]:
    return (
        said(_GROUPS[row.group], language),
        _value(row, language),
        row.month,
        row.platform,
        row.parcels,
        _rounded(row.usual_percent),
        len(row.disputes),
        _rounded(row.rate_percent),
        said(_YES, language) if row.over else "",
        *(row.count(kind) for kind in KINDS),
        *(row.ended(outcome) for outcome in OUTCOMES),
        row.ended(""),
        _money(row.money(lambda each: each.amount)),
        _money(row.money(lambda each: each.paid_back)),
    )


def text(figures: DisputeFigures, language: str) -> str:
    if not figures.rows:
        return said(_EMPTY, language)
    tables = []
    for group in Group:
        rows = [row for row in figures.rows if row.group is group]
        shown = rows[-SHOWN_MAX:] if group is Group.SHOP else rows[:SHOWN_MAX]  # the last months, the most disputed
        if shown:
            tables.append(in_columns(*_told(group, shown, language)))
    return "\n\n".join((*tables, "\n".join(sentences(figures, language))))


def _told(group: Group, rows: Sequence[FigureRow], language: str) -> tuple[tuple[str, ...], list[tuple[Cell, ...]]]:
    """Without the columns in which nobody says anything."""
    headers = heads((_GROUPS[group], *_SHORT), language)
    cells = [_short(row, language) for row in rows]
    kept = [at for at in range(len(headers)) if any(row[at] not in ("", None) for row in cells)]
    return tuple(headers[at] for at in kept), [tuple(row[at] for at in kept) for row in cells]


def sentences(figures: DisputeFigures, language: str) -> list[str]:
    """What somebody should read first: who is over the limit, and what the reasons have in common."""
    over = [row for row in figures.rows if row.group is Group.SHOP and row.over]
    what = listed([same(f"{row.value} {row.platform} {row.month} {_rounded(row.rate_percent)} %") for row in over])
    first = _OVER.filled(what=what) if over else _NONE_OVER
    return list(heads((first, *(_finding(each) for each in figures.findings), _HOW), language))


def _finding(found: Finding) -> Words:
    kind, group, value = KINDS[found.kind], _GROUPS[found.group], found.value
    if found.usual_percent is None:
        return _COMMON.filled(kind=kind, having=found.having, among=found.among, group=group, value=value)
    usual = f"{found.usual_percent:.0f}"
    return _COMMON_USUAL.filled(
        kind=kind, having=found.having, among=found.among, group=group, value=value, usual=usual
    )


def page(figures: DisputeFigures, language: str) -> str:
    """HTML for paper."""
    parts = [f"<h2>{said(TITLE, language)}</h2>"]
    parts += [f"<p>{escape(sentence)}</p>" for sentence in sentences(figures, language)]
    for group in Group:
        rows = [row for row in figures.rows if row.group is group]
        if rows:
            parts.append(html_table(*_told(group, rows, language)))
    return "".join(parts)


def document(figures: DisputeFigures) -> dict[str, object]:
    """For other programs: names never change with the language."""
    return {
        "limit_percent": RATE_MAX_PERCENT,
        "rows": [
            {"group": row.group, "value": row.value, "month": row.month, "platform": row.platform}
            | {"parcels": row.parcels, "usual_percent": _rounded(row.usual_percent), "disputes": len(row.disputes)}
            | {"rate_percent": _rounded(row.rate_percent), "over": row.over}
            | {"kinds": {kind: row.count(kind) for kind in KINDS if row.count(kind)}}
            | {"outcomes": {outcome: row.ended(outcome) for outcome in OUTCOMES}, "open": row.ended("")}
            | {"asked": _amounts(row.money(lambda each: each.amount))}
            | {"paid_back": _amounts(row.money(lambda each: each.paid_back))}
            for row in figures.rows
        ],
        "findings": [
            {"kind": each.kind, "group": each.group, "value": each.value, "having": each.having, "among": each.among}
            | {"usual_percent": _rounded(each.usual_percent)}
            for each in figures.findings
        ],
    }


def _short(row: FigureRow, language: str) -> tuple[Cell, ...]:
    why = [_SO_MANY.filled(what=KINDS[kind], count=row.count(kind)) for kind in KINDS if row.count(kind)]
    ended = [_SO_MANY.filled(what=words, count=row.ended(each)) for each, words in OUTCOMES.items() if row.ended(each)]
    return (
        _value(row, language),
        row.month,
        row.platform,
        row.parcels,
        _rounded(row.usual_percent),
        len(row.disputes),
        _rounded(row.rate_percent),
        said(listed(why), language) if row.group is not Group.KIND else "",
        said(listed(ended), language),
        _money(row.money(lambda each: each.paid_back)),
    )


def _value(row: FigureRow, language: str) -> str:
    return said(KINDS[row.value], language) if row.group is Group.KIND else row.value


def _rounded(percent: float | None) -> float | None:
    return None if percent is None else round(percent, 2)


def _amounts(money: Mapping[str, int]) -> dict[str, str]:
    return {currency: f"{amount / 100:.2f}" for currency, amount in money.items()}


def _money(money: Mapping[str, int]) -> str:
    return ", ".join(f"{amount} {currency}".strip() for currency, amount in _amounts(money).items())
