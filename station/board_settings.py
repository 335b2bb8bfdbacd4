"""``[board]`` of ``bench.toml``: how the wall board looks and when a call gets louder. Read with ``settings``."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct


class BoardSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``louder_after_min``: so long may a call wait until somebody says that he comes."""

    theme: Literal["light", "dark", "high_contrast", "colour_safe"] = "dark"
    louder_after_min: Annotated[int, Meta(ge=1, le=120)] = 3
    sound: bool = False
