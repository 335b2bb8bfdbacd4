"""The other way round: how a scanner types a text, as key lines. For examples, virtual scanners and tests. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from station.devices.key_layout import US, Layout
from station.devices.key_lines import key_line

_SHIFT, _CTRL, _ALT_GR, _ENTER, _TAB, _RIGHT_BRACKET = 42, 29, 100, 28, 15, 27
_FIXED: Final = {"\r": (_ENTER,), "\t": (_TAB,), "\n": (_CTRL, _ENTER), "\x1d": (_CTRL, _RIGHT_BRACKET)}


def typed(text: str, layout: Layout = US, *, at_ms: int = 0, step_ms: int = 2) -> bytes:
    """One key after the other, each pressed and let go, ``step_ms`` apart. The keyboard has every character."""
    moments = iter(range(at_ms, at_ms + (8 * len(text) + 1) * max(step_ms, 1), max(step_ms, 1)))
    return b"".join(
        key_line(code, is_pressed=is_pressed, at_ms=next(moments))
        for character in text
        for code, is_pressed in _strokes(chord(character, layout))
    )


def up_to_its_end(text: str, layout: Layout = US, *, at_ms: int = 0) -> bytes:
    """Until the last key goes down: that is when the code is whole."""
    lines = typed(text, layout, at_ms=at_ms).splitlines(keepends=True)
    return b"".join(lines[: -len(chord(text[-1], layout))])


def chord(character: str, layout: Layout) -> tuple[int, ...]:
    """The keys of one character, what is held down first."""
    if character in _FIXED:
        return _FIXED[character]
    for held, row in (((), layout.plain), ((_SHIFT,), layout.shifted), ((_ALT_GR,), layout.alt_gr)):
        for code, found in row.items():
            if found == character and character not in layout.dead:
                return (*held, code)
    raise KeyError(character)


def _strokes(keys: tuple[int, ...]) -> Iterator[tuple[int, bool]]:
    for code in keys:
        yield code, True
    for code in reversed(keys):
        yield code, False
