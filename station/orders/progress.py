"""How far a long piece of work is: told as it goes on, shown as a line written over, or as lines of a log."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO, TypeAlias

Tell: TypeAlias = Callable[[str, int, int], None]
"""What is being done, how much of it is done, of how much (0: nobody knows). Called often, so it must be cheap."""

TOLD_EACH = 2_000
"""Orders between two words of progress."""

LINE_EACH_US = 1_000_000
REDRAWN_EACH_US = 100_000
BAR = 20
_OVER = "\r\x1b[K"
"""Back to the line's beginning, and clear it."""


def silent(_what: str, _done: int, _of: int) -> None:
    """For whoever wants no progress told."""


class ProgressLine:
    """A ``Tell`` on a stream; nothing is shown of what is over within a second, or on a terminal a tenth of one."""

    def __init__(self, stream: TextIO, *, now_us: Callable[[], int]) -> None:
        self._stream = stream
        self._now_us = now_us
        self._terminal = stream.isatty()
        self._each_us = REDRAWN_EACH_US if self._terminal else LINE_EACH_US
        self._shown_us = now_us()
        self._on_screen = False

    def __call__(self, what: str, done: int, of: int) -> None:
        now_us = self._now_us()
        if now_us - self._shown_us < self._each_us:
            return
        self._shown_us = now_us
        text = _line(what, done, of, bar=self._terminal)
        self._stream.write(f"{_OVER}{text}" if self._terminal else f"{text}\n")
        self._stream.flush()
        self._on_screen = self._terminal

    def clear(self) -> None:
        """Leave no half line behind."""
        if self._on_screen:
            self._stream.write(_OVER)
            self._stream.flush()
            self._on_screen = False


def _line(what: str, done: int, of: int, *, bar: bool) -> str:
    if of <= 0:
        return f"{what} …"
    share = min(1.0, done / of)
    drawn = f"[{'#' * round(share * BAR):-<{BAR}}] " if bar else ""
    return f"{drawn}{share:4.0%}  {what}, {min(done, of):,} of {of:,}"
