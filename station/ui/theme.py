"""The colour tokens of the four palettes, as data. No colour is written anywhere else; goods keep their own.

A test recomputes the WCAG 2.2 contrast of every pair that is used together.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Hex colours by token. ``*_soft`` is a tint to put ``ink`` on; ``on_*`` goes on the full colour."""

    name: str
    bg: str
    panel: str
    panel2: str
    rule: str
    edge: str
    ink: str
    ink2: str
    ink3: str
    ok: str
    on_ok: str
    ok_soft: str
    stop: str
    stop_fill: str
    on_stop: str
    warn: str
    on_warn: str
    warn_soft: str
    warn_line: str
    data: str
    data2: str
    data3: str
    heat_low: str  # the ramp of a heat table: ``ink`` stands on both ends
    heat_high: str
    scrim: str
    scrim_percent: int
    paper: str = "#FFFFFF"  # labels and codes to be scanned: white and black in every palette
    on_paper: str = "#000000"


LIGHT: Final = Palette(
    name="light",
    bg="#E8EBEE",
    panel="#FFFFFF",
    panel2="#F4F6F7",
    rule="#CED4DA",
    edge="#7A858F",
    ink="#12171C",
    ink2="#434D57",
    ink3="#5C6670",
    ok="#0A6147",
    on_ok="#FFFFFF",
    ok_soft="#DDEFE7",
    stop="#B00020",
    stop_fill="#B00020",
    on_stop="#FFFFFF",
    warn="#FFB000",
    on_warn="#12171C",
    warn_soft="#FFF1CC",
    warn_line="#7A4F00",
    data="#3F5B75",
    data2="#7C93A8",
    data3="#C9D3DC",
    heat_low="#F6F8FA",
    heat_high="#83A1BE",
    scrim="#9AA1A8",
    scrim_percent=72,
)

DARK: Final = Palette(
    name="dark",
    bg="#0E1216",
    panel="#171D23",
    panel2="#1F262D",
    rule="#343E48",
    edge="#7F8B96",
    ink="#F1F4F6",
    ink2="#BCC6CF",
    ink3="#98A3AE",
    ok="#35C48D",
    on_ok="#0B1210",
    ok_soft="#14342A",
    stop="#FF7A6B",
    stop_fill="#B00020",
    on_stop="#FFFFFF",
    warn="#FFB000",
    on_warn="#12171C",
    warn_soft="#3A2C08",
    warn_line="#FFB000",
    data="#8FB1D0",
    data2="#56748F",
    data3="#33475A",
    heat_low="#1F262D",
    heat_high="#4A6683",
    scrim="#000000",
    scrim_percent=60,
)

HIGH_CONTRAST: Final = Palette(
    name="high_contrast",
    bg="#000000",
    panel="#000000",
    panel2="#000000",
    rule="#FFFFFF",
    edge="#FFFFFF",
    ink="#FFFFFF",
    ink2="#FFFFFF",
    ink3="#E0E0E0",
    ok="#5CFFB0",
    on_ok="#000000",
    ok_soft="#000000",
    stop="#FF8C7A",
    stop_fill="#FF8C7A",
    on_stop="#000000",
    warn="#FFD400",
    on_warn="#000000",
    warn_soft="#000000",
    warn_line="#FFD400",
    data="#FFFFFF",
    data2="#B0B0B0",
    data3="#707070",
    heat_low="#000000",
    heat_high="#505050",
    scrim="#000000",
    scrim_percent=60,
)

COLOUR_SAFE: Final = replace(
    LIGHT,
    name="colour_safe",
    ok="#00529F",
    ok_soft="#DCE9F7",
    stop="#9E2F00",
    stop_fill="#9E2F00",
    warn="#FFC933",
    warn_soft="#FFF4D1",
    warn_line="#6B4E00",
    data="#454F59",
    data2="#87919B",
    data3="#CCD2D8",
    heat_low="#F7F8F9",
    heat_high="#A3ACB5",
)

PALETTES: Final = (LIGHT, DARK, HIGH_CONTRAST, COLOUR_SAFE)


def palette(name: str) -> Palette:
    """The palette of that name; an unknown name gives light, so that a bad setting never leaves a bench dark."""
    return next((found for found in PALETTES if found.name == name), LIGHT)


def after(current: Palette) -> Palette:
    """The palette that Ctrl+D brings next."""
    return PALETTES[(PALETTES.index(current) + 1) % len(PALETTES)]
