"""The parcel's story as one HTML page in Chinese and English: what a person reads before believing a proof. Pure.

The same page is the bundle's README and, painted elsewhere, its PDF. It shows only what the bundle discloses.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape

from station.evidence.fact import JSON


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One entry as the report tells it; ``shown`` has the disclosed personal values."""

    seq: int
    kind: str
    wall_us: int
    by: str
    pub: Mapping[str, JSON]
    shown: Mapping[str, JSON]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    order_no: str
    log: str
    size: int  # of the checkpoint
    sealed_seq: int | None
    fingerprint: str
    key_protection: str
    remarks: tuple[str, ...]
    told: tuple[Told, ...]
    pictures: tuple[str, ...]  # paths within the bundle


_KINDS = {
    "OrderOpened": ("打开订单", "order opened"),
    "ItemPacked": ("装入商品", "item packed"),
    "UnitTakenBack": ("取出商品", "unit taken back"),
    "ScanRefused": ("扫描被拒绝", "scan refused"),
    "DoubleReadDropped": ("重复读码已忽略", "double read dropped"),
    "StopCleared": ("确认拦截", "stop cleared"),
    "PromptOpened": ("提问", "question asked"),
    "PromptAnswered": ("回答", "question answered"),
    "CartonChosen": ("选择纸箱", "carton chosen"),
    "PanCleared": ("秤盘已空", "pan clear"),
    "WeightSeen": ("看到重量", "weight seen"),
    "ParcelWeighed": ("包裹称重合格", "parcel weighed"),
    "WeightRefused": ("重量不符", "weight refused"),
    "HoldsAsked": ("核对拦截状态", "holds asked"),
    "LabelAllowed": ("允许打印面单", "label allowed"),
    "LabelHeld": ("暂缓打印面单", "label held"),
    "WaybillIssued": ("取得运单号", "waybill issued"),
    "LabelRequested": ("打印面单", "label requested"),
    "LabelSent": ("面单已发送到打印机", "label sent"),
    "LabelPrinted": ("面单已打印", "label printed"),
    "LabelUnknown": ("面单打印结果未知", "label unknown"),
    "LabelVoided": ("面单作废", "label voided"),
    "LabelConfirmed": ("面单已贴上并扫描确认", "label confirmed on the box"),
    "ParcelSealed": ("包裹封箱完成", "parcel sealed"),
    "ParcelSplit": ("分箱", "split into parcels"),
    "SplitUndone": ("撤销分箱", "split taken back"),
    "ShortPackAllowed": ("允许缺件发货", "short pack allowed"),
    "OrderParked": ("订单搁置", "order parked"),
    "OrderStopped": ("订单被拦截", "order stopped"),
    "ParcelHandedOver": ("交给快递", "handed over to the carrier"),
}

_PROVEN = (
    (
        "下列记录自其检查点签名之时起未被更改、删除、插入或调换顺序;封箱记录列出了该包裹的全部记录。",
        "The entries below have not been changed, removed, inserted or reordered since their checkpoint was signed, "
        "and the seal lists every entry of its parcel.",
    ),
    (
        "记录由该机构登记的工位密钥签名。请将机构密钥指纹与从外部取得的副本比对。",
        "They were signed by a bench that the organisation enrolled. Compare the organisation's key fingerprint with a "
        "copy from outside this bundle.",
    ),
)
_NOT_PROVEN = (
    ("传感器(扫描枪、秤、相机)所见属实。", "That the sensors (scanner, scale, camera) were told the truth."),
    ("镜头之外或系统之外发生的事。", "What happened off camera or outside the system."),
    (
        "最后一个外部锚点之后的任何内容;本包若无外部锚点,则密钥持有人可能重写全部记录。",
        "Anything after the last outside anchor; without one, whoever holds the key could have rewritten everything.",
    ),
)

_STYLE = (
    "body{font-family:'Noto Sans SC',sans-serif;font-size:10pt}table{border-collapse:collapse;width:100%}"
    "td,th{border:1px solid #999999;padding:3px;text-align:left;vertical-align:top}th{background-color:#eeeeee}"
    "img{max-width:400px}"
)


def report_html(story: Story) -> str:
    parts = [
        f"<h1>包裹证据 · Parcel evidence</h1><p>订单 Order <b>{escape(story.order_no)}</b></p>",
        _table(_summary(story)),
        "<h2>已证明 · What is proven</h2>" + _list(_PROVEN),
        "<h2>未证明 · What is not proven</h2>" + _list(_NOT_PROVEN),
        "<h2>经过 · What happened</h2>" + _timeline(story.told),
        "".join(f'<p>{escape(path)}<br><img src="{escape(path)}"></p>' for path in story.pictures),
        "<h2>如何核验 · How to check</h2><p>见 VERIFY.md。See VERIFY.md, or run "
        "<code>python3 -I verify.py case.zip</code> with a verify.py that did not come from this bundle.</p>",
    ]
    head = f'<meta charset="utf-8"><title>{escape(story.order_no)}</title><style>{_STYLE}</style>'
    return f"<!DOCTYPE html><html><head>{head}</head><body>{''.join(parts)}</body></html>"


def _summary(story: Story) -> list[tuple[str, str]]:
    sealed = "未封箱 not sealed" if story.sealed_seq is None else f"记录 entry {story.sealed_seq}"
    rows = [
        ("日志 Log", story.log),
        ("检查点记录数 Entries at the checkpoint", str(story.size)),
        ("封箱 Sealed", sealed),
        ("机构密钥指纹 Organisation key (SHA-256)", story.fingerprint),
        ("工位密钥保护 Bench key kept as", story.key_protection),
    ]
    return rows + [("备注 Remark", remark) for remark in story.remarks]


def _table(rows: Sequence[tuple[str, ...]]) -> str:
    return "<table>" + "".join(_row(row, "td") for row in rows) + "</table>"


def _row(cells: Sequence[str], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"


def _list(pairs: Sequence[tuple[str, str]]) -> str:
    return "<ul>" + "".join(f"<li>{escape(zh)}<br>{escape(en)}</li>" for zh, en in pairs) + "</ul>"


def _timeline(told: Sequence[Told]) -> str:
    rows = "".join(_row(_told_cells(one), "td") for one in told)
    return f"<table>{_row(('记录 No', '时间 Time (UTC)', '事件 Event', '内容 Details', '人员 By'), 'th')}{rows}</table>"


def _told_cells(one: Told) -> tuple[str, ...]:
    zh, en = _KINDS.get(one.kind, ("", one.kind))
    values = {**one.pub, **one.shown}
    details = "; ".join(f"{key}: {_plain(key, value)}" for key, value in values.items() if _worth_telling(key, value))
    return str(one.seq), _second(one.wall_us), f"{zh} {en}".strip(), details, one.by


def _worth_telling(key: str, value: JSON) -> bool:
    return key != "entries" and value not in (None, "", (), []) and not key.endswith("mono_us")


def _plain(key: str, value: JSON) -> str:
    if key.endswith("_us") and isinstance(value, int):
        return _second(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _second(wall_us: int) -> str:
    return f"{datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=wall_us):%Y-%m-%d %H:%M:%S}"
