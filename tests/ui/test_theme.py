"""The four palettes: contrast recomputed by WCAG 2.2."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from station.ui import theme
from station.ui.theme import DARK, LIGHT, PALETTES, Palette, after, palette

TEXT, MARKS, VERDICT = 4.5, 3.0, 7.0
PAIRS = (
    ("ink", "panel", TEXT),
    ("ink", "panel2", TEXT),
    ("ink", "bg", TEXT),
    ("ink2", "panel", TEXT),
    ("ink2", "panel2", TEXT),
    ("ink3", "panel", TEXT),
    ("ink3", "panel2", TEXT),
    ("ink3", "bg", TEXT),
    ("ink2", "bg", TEXT),
    ("ink2", "warn_soft", TEXT),
    ("stop", "panel2", TEXT),
    ("ok", "panel2", TEXT),
    ("edge", "panel", MARKS),
    ("edge", "panel2", MARKS),
    ("warn_line", "warn_soft", MARKS),
    ("stop", "panel", MARKS),
    ("warn_line", "panel", TEXT),
    ("on_ok", "ok", VERDICT),
    ("on_stop", "stop_fill", VERDICT),
    ("on_warn", "warn", VERDICT),
    ("ink", "ok_soft", VERDICT),
    ("ink", "warn_soft", VERDICT),
    ("ok", "ok_soft", MARKS),
    ("data", "panel", TEXT),
    ("data2", "panel", MARKS),
    ("ink", "heat_low", TEXT),
    ("ink", "heat_high", TEXT),
    ("ink", "data3", TEXT),
    ("panel", "data", TEXT),
    ("on_paper", "paper", VERDICT),
)
TABLE = (
    ("ink", "panel", (18.0, 15.4, 21.0, 18.0)),
    ("ink2", "panel", (8.61, 9.80, 21.0, 8.61)),
    ("ink3", "panel", (5.85, 6.62, 15.9, 5.85)),
    ("ink3", "panel2", (5.40, 5.96, 15.9, 5.40)),
    ("ink3", "bg", (4.89, 7.33, 15.9, 4.89)),
    ("edge", "panel", (3.76, 4.88, 21.0, 3.76)),
    ("stop", "panel", (7.33, 6.67, 9.28, 7.34)),
    ("warn_line", "panel", (7.13, 9.27, 14.7, 7.74)),
    ("on_ok", "ok", (7.46, 8.51, 16.4, 7.76)),
    ("on_stop", "stop_fill", (7.33, 7.33, 9.28, 7.34)),
    ("on_warn", "warn", (9.84, 9.84, 14.7, 11.7)),
    ("ink", "ok_soft", (15.1, 12.2, 21.0, 14.6)),
    ("ink", "warn_soft", (16.1, 12.3, 21.0, 16.4)),
    ("ok", "ok_soft", (6.25, 6.07, 16.4, 6.29)),
    ("data", "panel", (7.08, 7.58, 21.0, 8.35)),
    ("data2", "panel", (3.18, 3.47, 9.68, 3.20)),
)


def _luminance(color: str) -> float:
    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(int(color[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", PALETTES, ids=lambda tokens: tokens.name)
@pytest.mark.parametrize(("front", "back", "floor"), PAIRS)
def test_contrast_floor(tokens: Palette, front: str, back: str, floor: float) -> None:
    """Every pair that is used together keeps the floor for its duty: text 4.5, marks 3, verdict words 7."""
    assert contrast(getattr(tokens, front), getattr(tokens, back)) >= floor


@pytest.mark.parametrize(("front", "back", "ratios"), TABLE)
def test_contrast_table(front: str, back: str, ratios: tuple[float, ...]) -> None:
    """The ratios are those of the visual target, palette by palette."""
    measured = [contrast(getattr(tokens, front), getattr(tokens, back)) for tokens in PALETTES]
    assert measured == pytest.approx(ratios, rel=0.01)


def test_unknown_palette_is_light() -> None:
    """A palette name that does not exist gives light, not an error at a packer's bench."""
    assert palette("sepia") is LIGHT
    assert palette("dark") is DARK


def test_next_palette_goes_round() -> None:
    """Going on four times comes back to where one began."""
    current = LIGHT
    for _ in PALETTES:
        current = after(current)
    assert current is LIGHT


def test_no_colour_is_written_elsewhere() -> None:
    """A colour on a screen is a token: no other file of the screens names one."""
    folder = Path(theme.__file__).parent
    named = re.compile(r"#[0-9A-Fa-f]{6}\b|QColor\(\s*\d|Qt\.GlobalColor\.(?!transparent)|setNamedColor")
    found = {
        f"{path.name}:{at}"
        for path in sorted(folder.rglob("*.py"))
        if path.name != "theme.py"
        for at, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if named.search(line)
    }
    assert found == set()
