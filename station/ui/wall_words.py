"""Every sentence the sort wall says, in both languages, and what of it is spoken. Pure.

A reason that the bench has words for is said in them, unless the wall's act is another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import reduce
from types import MappingProxyType
from typing import Final

from station.packing.reasons import Reason
from station.packing.sorting import Refused, WallReason
from station.ui.texts import DETAILS, REASONS
from station.ui.words import Field, Words, same


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    headline: Words
    act: Words
    spoken: Words | None = None


_Row = tuple[str, str, str, str]
"""Headline zh and en, what to do zh and en."""

_REFUSED: Final[Mapping[str, _Row]] = MappingProxyType(
    {
        WallReason.NOT_IN_BATCH: (
            "不是这一批的", "Not of this batch", "放到一边，不要进格子", "Put it aside, into no cell"
        ),
        WallReason.CODE_OF_SEVERAL: (
            "整箱太多，扫单件", "A whole carton is too many",
            "打开，一件一件扫（{detail}）", "Open it, scan the pieces ({detail})",
        ),
        WallReason.CELL_TAKEN: (
            "{cell} 号格已经拿去打包", "Cell {cell} is at a bench", "在工位撤销", "Undo it at the bench"
        ),
        WallReason.CELL_OUT: (
            "{cell} 号格的订单已退出", "The order of cell {cell} left the batch",
            "这一件放回货架", "Put this one back on its shelf",
        ),
        WallReason.BATCH_CLOSED: (
            "这一批已经关闭", "This batch is closed", "放到一边，叫主管", "Put it aside, call the supervisor"
        ),
        Reason.ENOUGH_ALREADY: (
            "多了一件", "One too many", "所有格子都够了，放回货架", "Every cell has enough: back to its shelf"
        ),
        Reason.ORDER_CANCELLED: (
            "{cell} 号格订单取消", "Cell {cell}: order cancelled",
            "这一件放回货架；清空该格，再扫格子码", "Back to its shelf. Empty the cell, then scan its code",
        ),
        Reason.ORDER_HELD: (
            "{cell} 号格订单暂停", "Cell {cell}: order on hold",
            "这一件放到一边，不要进格子", "Put this one aside, into no cell",
        ),
        Reason.ORDER_CHANGED: (
            "{cell} 号格订单改了", "Cell {cell}: order changed",
            "这一件放到一边；清空该格，再扫格子码", "Put it aside. Empty the cell, then scan its code",
        ),
        Reason.EXPIRED: ("商品过期（{detail}）", "Expired ({detail})", "放到异常区", "Put it in the exception bin"),
        Reason.BOOK_UNREACHABLE: (
            "订单库连不上", "Order book unreachable",
            "拿好这一件，等一下再扫", "Keep this one in hand, scan it again later",
        ),
    }
)  # fmt: skip

_EXPIRED: Final[_Row] = ("商品过期", "Expired", "放到异常区", "Put it in the exception bin")

_MOMENTS: Final[Mapping[str, _Row]] = MappingProxyType(
    {
        "ready": ("请扫商品", "Scan a unit", "扫哪一件都行", "Any unit, in any sequence"),
        "placed": ("放进 {cell} 号格", "Put it in cell {cell}", "{units} 件", "Quantity: {units}"),
        "full": (
            "{cell} 号格满了", "Cell {cell} is full", "放进去，拿去打包", "Put it in, then take the cell to a bench"
        ),
        "done": (
            "{cell} 号格满了，全部分完", "Cell {cell} is full: all sorted", "都可以打包了", "All cells can be packed"
        ),
        "taken_back": (
            "从 {cell} 号格取出", "Take it out of cell {cell}", "{units} 件已撤销", "Taken back: {units}"
        ),
        "emptied": (
            "{cell} 号格已清空", "Cell {cell} is empty", "{units} 件放回货架", "Back to the shelves: {units}"
        ),
        "cell_open": ("{cell} 号格还缺 {units} 件", "Cell {cell} lacks {units}", "{detail}", "{detail}"),
        "cell_full": ("{cell} 号格满了", "Cell {cell} is full", "在工位扫这个格子码", "Scan this code at a bench"),
        "cell_taken": ("{cell} 号格正在打包", "Cell {cell} is being packed", "在工位", "It is at a bench"),
        "cell_packed": ("{cell} 号格已打包", "Cell {cell} is packed", "格子空了", "The cell is free"),
        "cell_stopped": ("{cell} 号格停止", "Cell {cell} is stopped", "什么都不要放", "Nothing goes in"),
        "recalled": (
            "上一件：{cell} 号格", "The last unit: cell {cell}", "{detail}；已记下，还在手上就放进去",
            "{detail} is recorded. If it is still in your hand, put it in",
        ),
        "said_again": (
            "上一件已记下：{cell} 号格", "Recorded after all: cell {cell}", "{detail} 放进去，这一件再扫一次",
            "Put {detail} in, then scan this one again",
        ),
        "cleared": ("已清除", "Cleared", "请扫下一件", "Scan the next unit"),
        "nothing_to_clear": ("没有要清除的", "Nothing to clear", "请扫商品", "Scan a unit"),
        "nothing_to_undo": ("没有要撤销的", "Nothing to undo", "请扫商品", "Scan a unit"),
        "signed_in": ("{detail}，你好", "Hello, {detail}", "请扫商品", "Scan a unit"),
        "no_such_cell": ("没有 {detail} 号格", "There is no cell {detail}", "检查格子码", "Check the cell's code"),
    }
)  # fmt: skip

_SPOKEN: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "placed": ("{cell} 号", "{cell}"),
        "full": ("{cell} 号，满了", "{cell}, full"),
        "done": ("{cell} 号，全部分完", "{cell}, all sorted"),
        "taken_back": ("取出，{cell} 号", "take out of {cell}"),
        "said_again": ("上一件，{cell} 号", "the last one, {cell}"),
    }
)
_WRONG: Final = Words(zh="不对", en="wrong")


def words(moment: str, *, cell: int = 0, units: int = 0, detail: str = "") -> Said:
    spoken = _SPOKEN.get(moment)
    fields: dict[str, Field] = {"cell": cell, "units": units, "detail": detail}
    voice = None if spoken is None else Words(zh=spoken[0], en=spoken[1]).filled(**fields)
    return Said(**_both(_MOMENTS[moment], fields), spoken=voice)


def refusal_words(refused: Refused) -> Said:
    bare = refused.reason is Reason.EXPIRED and not refused.detail  # its date is not known
    row = _EXPIRED if bare else _REFUSED.get(refused.reason) or _row(refused.reason)
    fields: dict[str, Field] = {"cell": refused.cell or "", "detail": _detail(refused.detail)}
    spoken = _WRONG if refused.locks and refused.reason is not Reason.MUST_CLEAR else None
    said = Said(**_both(row, fields), spoken=spoken)
    return replace(said, act=THEN_CLEAR.filled(act=said.act)) if spoken is not None else said


def _row(reason: Reason | WallReason) -> _Row:
    said = REASONS[reason]
    return said.zh, said.en, said.act_zh, said.act_en


def _detail(detail: str) -> Words:
    """A detail in words where it is a known one; several captures stand with blanks between them."""
    if not detail or not all(part in DETAILS for part in detail.split()):
        return same(detail)
    first, *further = [Words(zh=zh, en=en) for zh, en in (DETAILS[part] for part in detail.split())]
    return reduce(lambda told, each: _AND.filled(first=told, next=each), further, first)


THEN_CLEAR: Final = Words(zh="{act}；再扫“清除”或按 F9", en="{act}; then scan CLEAR or press F9")
AWAY: Final = Words(zh="订单库连不上，连上后自动继续", en="Order book unreachable; it goes on by itself")
_AND: Final = Words(zh="{first}、{next}", en="{first} and {next}")


def _both(row: _Row, fields: Mapping[str, Field]) -> dict[str, Words]:
    headline = Words(zh=row[0], en=row[1]).filled(**fields)
    return {"headline": headline, "act": Words(zh=row[2], en=row[3]).filled(**fields)}


def cell_word(why: str) -> Words:
    """Why a cell of the grid is stopped, in one or two words."""
    zh, en = _STOPPED.get(why, ("停", "stop"))
    return Words(zh=zh, en=en)


_STOPPED: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        Reason.ORDER_CANCELLED: ("取消", "cancel"),
        Reason.ORDER_HELD: ("暂停", "on hold"),
        Reason.ORDER_CHANGED: ("改单", "edited"),
        WallReason.CELL_OUT: ("退出", "out"),
    }
)
