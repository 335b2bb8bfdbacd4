"""Why something was refused and what a carrier reported, in reports and on screens. Texts only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

Words: TypeAlias = Mapping[str, tuple[str, str]]

REASONS: Words = MappingProxyType({
    "not_in_order": ("不在此订单中", "not in this order"),
    "enough_already": ("该商品已装够", "enough of it already"),
    "unknown_code": ("未知条码", "unknown code"),
    "bad_check_digit": ("条码没有读全", "code misread"),
    "order_unknown": ("没有此订单", "no such order"),
    "order_held": ("订单已暂停", "the order is held"),
    "order_shipped": ("订单已发货", "shipped already"),
    "order_claimed": ("订单在另一工位", "at another bench"),
    "no_order_ready": ("没有待装的订单", "no order was waiting"),
    "packed_twice": ("订单被别的工位接手后才封箱", "sealed after its order was taken over"),
    "order_cancelled": ("订单已取消", "the order was cancelled"),
    "order_changed": ("订单已修改", "the order was changed"),
    "cell_not_full": ("墙格没满", "its cell was not full"),
    "order_open": ("另一订单未完成", "another order was asked for"),
    "wrong_label": ("面单不属于此包裹", "the label is another parcel's"),
    "weight_low": ("重量偏轻", "too light"),
    "weight_high": ("重量偏重", "too heavy"),
    "weight_unstable": ("重量不稳", "weight not stable"),
    "weight_stale": ("秤盘未清空", "the pan was not cleared"),
    "scale_fault": ("秤不能称", "the scale cannot weigh"),
    "item_not_added": ("已扫描，重量没有增加", "scanned, nothing added"),
    "item_unexplained": ("没有扫描，重量增加了", "added without a scan"),
    "expired": ("已过期", "expired"),
    "duplicate_serial": ("序列号重复", "serial number used already"),
    "capture_missing": ("缺批号、有效期或序列号", "lot, expiry or serial missing"),
    "prompt_open": ("有问题未回答", "a question was open"),
    "no_service": ("没有快递服务", "no carrier's service"),
    "no_waybill": ("没有运单号", "no waybill number"),
    "number_refused": ("运单号不合要求", "waybill number refused"),
    "service_limit": ("超过快递的限制", "over the carrier's limit"),
    "printer_not_ready": ("打印机未就绪", "printer not ready"),
    "label_unprintable": ("面单不能打印", "the label cannot print"),
    "holds_unknown": ("未能核对有无暂停", "holds could not be asked"),
    "book_unreachable": ("连不上订单库", "order book not reached"),
    "must_clear": ("须先清除", "a clear was owed"),
    "not_allowed": ("不允许", "not allowed"),
    "sign_in_first": ("须先扫工牌", "badge missing"),
    "bad_input": ("读到的不是条码", "no code"),
})  # fmt: skip

NEWS: Words = MappingProxyType({
    "accepted": ("已揽收", "accepted"),
    "moving": ("运输中", "on its way"),
    "delivered": ("已签收", "delivered"),
    "returned": ("已退回", "returned"),
    "refused": ("被拒收", "refused"),
    "damaged": ("破损", "damaged"),
    "lost": ("丢失", "lost"),
})  # fmt: skip


def words(table: Words, name: str) -> tuple[str, str]:
    """A word nobody knows is shown as it is."""
    return table.get(name, (name, name))
