"""Which scale is at one link: listen at each speed, then ask in each protocol's own words. Nothing is ever set.

Bounded in time; what was heard is kept, and when nothing makes sense the likeliest cause is said in a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Protocol, cast

from PySide6.QtCore import QObject, QTimer, Signal

from station.devices.address import HidAddress, SerialAddress, TcpAddress, parse
from station.devices.dialect import ScaleDialect
from station.devices.input_links import SCALE_PAGE, Link, input_link
from station.devices.misheard import likely_cause, text_share
from station.packing.inputs import ScaleFault
from station.registry import find, known
from station.setup.values import ScaleFound
from station.ui.words import Words, same

SPEEDS: Final = (
    "baud=9600",
    "baud=9600&bits=7&parity=even",
    "baud=4800&bits=7&parity=even",
    "baud=2400&bits=7&parity=even",
    "baud=2400",
    "baud=4800",
    "baud=19200",
    "baud=1200&bits=7&parity=odd",
    "baud=38400",
    "baud=115200",
)
"""What scales are delivered with, the usual ones first (``hardware.md`` 2)."""

LISTEN_MS: Final = 2_000
ASK_MS: Final = 350
OPEN_MS: Final = 3_000
HEARD_MAX: Final = 512
SHOWN_MAX: Final = 48
HID: Final = "usb-hid"
TEXT_LEAST: Final = 0.45
FIRST: Final = "mt-sics"
"""What most scales know; it is asked first and named first."""


class _Module(Protocol):
    """A file of ``station/devices/scales``."""

    @property
    def Dialect(self) -> Callable[..., ScaleDialect]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """In milliseconds; tests are in a hurry."""

    listen_ms: int = LISTEN_MS
    ask_ms: int = ASK_MS
    open_ms: int = OPEN_MS


def readings_in(heard: bytes) -> list[str]:
    """The protocols in which these bytes are a weight, or a scale's own word for why there is none."""
    if heard and text_share(heard) < TEXT_LEAST:  # a wrong speed's rubbish holds a weight by chance now and then
        return []
    return [name for name in known("scale") if name != HID and _reads(_reader(name), heard)]


class ScaleFinder(QObject):
    """``found`` comes once."""

    found = Signal(object)  # ScaleFound

    def __init__(self, link: str, *, waits: Waits | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waits = waits or Waits()
        self._links = _spelled(link)
        self._at = -1
        self._asks: list[bytes] = []
        self._asked = b""
        self._went_on = False  # the question's second half has been sent
        self._heard = bytearray()
        self._most = bytearray()  # the most that was heard in vain
        self._word = ""
        self._link: Link | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._next)

    def start(self) -> None:
        self._open_next()

    def stop(self) -> None:
        self._timer.stop()
        self._close()

    def _open_next(self) -> None:
        self._close()
        self._at += 1
        if self._at == len(self._links):
            self._give_up()
            return
        self._heard.clear()
        self._asks = [] if _is_hid(self._links[self._at]) else _questions()
        self._asked = b""
        address = parse(self._links[self._at])
        assert isinstance(address, SerialAddress | TcpAddress | HidAddress)
        self._link = input_link(address, page=SCALE_PAGE)
        self._link.setParent(self)
        self._link.received.connect(self._received)
        self._link.up.connect(self._up)
        self._link.down.connect(self._down)
        self._timer.start(self._waits.open_ms)
        self._link.open()

    def _up(self) -> None:
        self._timer.start(self._waits.listen_ms)

    def _down(self, word: str) -> None:
        self._word = word
        self._timer.stop()
        QTimer.singleShot(0, self, self._give_up)

    def _received(self, data: bytes) -> None:
        self._heard += data
        del self._heard[:-HEARD_MAX]
        if self._speaks():
            self._timer.start(min(self._waits.ask_ms, 150))  # the rest of the frame, and then it is settled

    def _speaks(self) -> list[str]:
        if _is_hid(self._links[self._at]):
            return [HID] if _reads(_reader(HID), bytes(self._heard)) else []
        names = readings_in(bytes(self._heard))
        likely = sorted(names, key=lambda name: (_reader(name).ask != self._asked, name != FIRST))
        return _one_of_each(likely)

    def _next(self) -> None:
        """Settled, or nothing came in time: ask the next question, then try the next speed."""
        speaks = self._speaks()
        if speaks:
            self._tell(speaks)
            return
        further = self._further()
        if further and self._link is not None:
            self._link.send(further)
            self._timer.start(self._waits.ask_ms)
            return
        if len(self._heard) > len(self._most):
            self._most = bytearray(self._heard)
        if not self._asks:
            self._open_next()
            return
        self._asked = self._asks.pop(0)
        self._went_on = False
        self._heard.clear()
        if self._link is not None:
            self._link.send(self._asked)
        self._timer.start(self._waits.ask_ms)

    def _further(self) -> bytes:
        """What a protocol asks next, once its first question was acknowledged (CAS ECR: ENQ, then DC1)."""
        for name in known("scale") if self._heard and self._asked and not self._went_on else ():
            reader = _reader(name)
            if reader.ask == self._asked:
                reader.feed(bytes(self._heard))
                then = reader.ask
                if then != self._asked:
                    self._went_on = True
                    return then
        return b""

    def _tell(self, speaks: list[str]) -> None:
        link, heard = self._links[self._at], bytes(self._heard)
        self.stop()
        needs_unit = not _names_unit(speaks[0])
        asked = [name for name in speaks if _reader(name).ask == self._asked] or speaks
        self.found.emit(ScaleFound(speaks=tuple(asked), link=link, needs_unit=needs_unit, heard=_hex(heard)))

    def _give_up(self) -> None:
        link = self._links[0]
        self.stop()
        if self._word:
            down = Words(zh="连不上 ({word})", en="The link is down ({word})").filled(word=self._word)
            self.found.emit(ScaleFound(speaks=(), link=link, why=_WORDS.get(self._word, down)))
            return
        heard = bytes(self._most)
        readers: Mapping[str, Callable[[], ScaleDialect]] = {}
        cause = likely_cause(heard, "", readers)
        why = _CAUSES.get(cause.word, same(cause.sentence))
        self.found.emit(ScaleFound(speaks=(), link=link, why=why, heard=_hex(heard)))

    def _close(self) -> None:
        link, self._link = self._link, None
        if link is not None:
            link.close()
            link.deleteLater()


_WORDS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "not_found": Words(
            zh="那里没插东西：看看线，再重新查找。", en="Nothing is plugged in there: check the cable, then look again."
        ),
        "no_permission": Words(
            zh="没有权限打开：加入 dialout 组 (Linux)，或关掉占用它的程序。",
            en="No permission to open it: join the group dialout (Linux), or close the program that has it.",
        ),
        "refused": Words(zh="这个地址没有设备应答。", en="Nothing listens at this address."),
        "unreachable": Words(zh="这个地址连不上。", en="This address cannot be reached."),
        "ambiguous": Words(
            zh="插了两个一样的，写上序列号。", en="Two of a kind are plugged in: name one by its serial number."
        ),
    }
)
_CAUSES: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "silent": Words(
            zh="什么也没收到：看电源和线，在秤的通信设置里打开发送。",
            en="Nothing came: check power and cable, and that the scale's own settings let it send.",
        ),
        "noise": Words(
            zh="收到的是乱码：多半是波特率或校验位不对。",
            en="What comes is no text: most likely another baud rate or parity is set.",
        ),
        "other_protocol": Words(
            zh="有文字，但不是认识的协议：对照秤的通信设置。",
            en="Text comes in no known protocol: compare the scale's communication settings.",
        ),
    }
)


def _one_of_each(names: list[str]) -> list[str]:
    """Of one protocol under several names (MT-SICS and KCP) only the first."""
    dialects = {name: find("scale", name).Dialect for name in names}
    return [name for at, name in enumerate(names) if all(dialects[one] is not dialects[name] for one in names[:at])]


def _spelled(link: str) -> tuple[str, ...]:
    """One link a speed, unless the link names its own or has none."""
    plain = link.startswith("serial:") and "?" not in link
    return tuple(f"{link}?{speed}" for speed in SPEEDS) if plain else (link,)


def _is_hid(link: str) -> bool:
    return link.startswith("hid:")


def _questions() -> list[bytes]:
    """Each protocol's own question, each once; MT-SICS first, the one that most scales know."""
    asks = [_reader(name).ask for name in (FIRST, *known("scale")) if name != HID]
    return [ask for ask in dict.fromkeys(asks) if ask]


def _reader(name: str) -> ScaleDialect:
    return cast("_Module", find("scale", name)).Dialect(unit="" if _names_unit(name) else "g")


def _names_unit(name: str) -> bool:
    return bool(getattr(find("scale", name).Dialect, "names_unit", True))


def _reads(dialect: ScaleDialect, heard: bytes) -> bool:
    return any(frame.fault is not ScaleFault.BROKEN for frame in dialect.feed(heard))


def _hex(heard: bytes) -> str:
    shown = heard[:SHOWN_MAX].hex(" ")
    return shown + (" …" if len(heard) > SHOWN_MAX else "")
