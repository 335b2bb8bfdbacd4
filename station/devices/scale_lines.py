"""What every scale protocol of lines has in common: cutting the stream, reading line by line, forgetting. Pure.

What a line means is each protocol's own, in ``station/devices/scales``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from station.devices.dialect import ScaleDialect, ScaleFrame
from station.devices.framing import LineFramer
from station.devices.weight import Widths

LineReader: TypeAlias = Callable[[str], ScaleFrame | None]

CR_OR_LF: Final = b""
"""Most scales can be set to end a line with CR LF, CR or LF alone."""


class ScaleLines:
    """One scale's stream, as ``ScaleDialect``. ``read`` gets each whole line of at most ``limit`` bytes."""

    def __init__(
        self,
        read: LineReader,
        *,
        limit: int,
        ask: bytes,
        interval_ms: int,
        zero: bytes,
        end: bytes = CR_OR_LF,
        widths: Widths | None = None,
    ) -> None:
        self.ask = ask
        self.interval_ms = interval_ms
        self.zero = zero
        self._read = read
        self._widths = widths
        self._is_any_end = end == CR_OR_LF
        self._end = end or b"\n"
        self._framer = LineFramer(suffix=self._end, limit=limit)
        self._is_joining = False

    def feed(self, data: bytes) -> list[ScaleFrame]:
        ended = data.replace(b"\r", b"\n") if self._is_any_end else data
        if self._is_joining:
            _, found, ended = ended.partition(self._end)
            self._is_joining = not found
        lines = self._framer.feed(ended)
        frames = (self._read(line.decode("latin-1")) for line in lines if isinstance(line, bytes))
        return [frame for frame in frames if frame is not None]

    def reset(self) -> None:
        self._is_joining = False
        self._framer.reset()
        if self._widths is not None:
            self._widths.reset()

    def join(self) -> None:
        """The line may be heard from its midst: ``1284.5 g`` without its head is ``4.5 g``, and is left out."""
        self.reset()
        self._is_joining = True


def begin(dialect: ScaleDialect) -> None:
    """A link has come up. What has no lines (reports, frames with a check byte) cannot be taken for a shorter one."""
    if isinstance(dialect, ScaleLines):
        dialect.join()
    else:
        dialect.reset()
