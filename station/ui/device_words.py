"""A device's state in a word or a sentence, by the word it reports. Texts only, for the device bar and the banner."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from station.packing.events import DeviceChanged
from station.packing.inputs import DeviceKind
from station.ui.camera_words import CAMERA_WORDS
from station.ui.device_names import NAMES
from station.ui.scale_words import SCALE_WORDS
from station.ui.scanner_words import SCANNER_WORDS
from station.ui.screen import Words
from station.ui.surroundings import DeviceState, DeviceView
from station.ui.texts import DETAILS, MOMENTS

WORDS: Final = MappingProxyType(
    {DeviceKind.SCANNER: SCANNER_WORDS, DeviceKind.SCALE: SCALE_WORDS, DeviceKind.CAMERA: CAMERA_WORDS}
)
READY: Final = Words(zh="就绪", en="Ready")
LOCAL: Final = Words(zh="本地", en="Local")
LOST: Final = Words(zh="断开", en="Lost")
CHECK: Final = Words(zh="检查{name}", en="Check: {name}")


def device_view(kind: DeviceKind, *, up: bool, word: str) -> DeviceView:
    if kind is DeviceKind.ORDER_BOOK:
        state, said = (DeviceState.NORMAL, READY) if up else (DeviceState.WAIT, LOCAL)
    elif up and word not in DETAILS:
        state, said = DeviceState.NORMAL, READY
    else:
        zh, en = WORDS.get(kind, DETAILS).get(word, (LOST.zh, LOST.en))
        state, said = DeviceState.ATTENTION, Words(zh=zh, en=en)
    return DeviceView(kind=kind.value, name=NAMES[kind], word=said, state=state)


def device_sentence(event: DeviceChanged) -> Words:
    """Which device, and what is the matter or that it is ready."""
    said = device_view(event.kind, up=event.up, word=event.word).word
    zh, en = MOMENTS["device"]
    named = Words(zh="{device}，{said}", en="{device}. {said}").filled(device=event.device, said=said)
    return Words(zh=zh, en=en).filled(name=named)
