"""What the kinds of devices are called. How one of them is lives in ``device_words``, which a window needs later."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from station.packing.inputs import DeviceKind
from station.ui.words import Words, same

NAMES: Final = MappingProxyType(
    {
        DeviceKind.SCANNER: Words(zh="扫码枪", en="Scanner"),
        DeviceKind.PRINTER: Words(zh="打印机", en="Printer"),
        DeviceKind.SCALE: Words(zh="秤", en="Scale"),
        DeviceKind.CAMERA: Words(zh="相机", en="Camera"),
        DeviceKind.ORDER_BOOK: Words(zh="订单库", en="Order book"),
    }
)


def kind_words(kind: str) -> Words:
    return next((words for known, words in NAMES.items() if known == kind), same(kind))
