"""``[retention]`` of ``bench.toml``: after how many days what a bench has recorded is erased.

Read with ``settings``.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

Days = Annotated[int, Meta(ge=1, le=36_500)]


class RetentionSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Counted from the parcel's last entry, or from its delivery where a carrier's file tells of a later one."""

    video_days: Days = 60
    photo_days: Days = 180
    personal_days: Days = 180
    number_days: Days = 1095
