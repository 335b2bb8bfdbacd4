"""``[screen]`` of ``bench.toml``: how large, on which side and how lively the screens are. Read with ``settings``."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

Percent = Literal[100, 125, 150, 200]


class ScreenSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``scale_percent`` is of the sizes the screen has by itself; it grows as far as the window has room."""

    scale_percent: Percent = 100
    left_handed: bool = False
    reduced_motion: bool = False
    gloves: bool = False
    command_codes: bool = True
    sound_captions: bool = True
    sound_level: Annotated[int, Meta(ge=0, le=100)] = 100
