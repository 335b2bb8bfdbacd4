"""The code every scanner is proven with, and the words of programming codes. Pure constants."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

GS: Final = "\x1d"

PROOF: Final = f"AZaz09-._/+%$ #x{GS}yQ"
"""Both cases, letters that layouts swap (A/Q, Z/Y), marks that they move, a blank, and GS in the middle."""

CLEAN_SCANS: Final = 3
"""Equal scans in a row that prove a scanner."""

SLOW_KEY_MS: Final = 35
"""Between two keys; slower ones are taken for a person's (``ui.wedge``)."""


class Programs(StrEnum):
    """What a programming code does."""

    FACTORY = "factory"
    SUFFIX_CR = "suffix_cr"
    SERIAL = "serial"  # appear as a serial port (USB-COM, CDC)
    KEYBOARD_US = "keyboard_us"
    CASE_AS_IT_IS = "case_as_it_is"
    FAST_KEYS = "fast_keys"
    GS_ON = "gs_on"
    AIM_ON = "aim_on"
    BEEP_LOW = "beep_low"
