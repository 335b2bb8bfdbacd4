"""``[[device]]`` of ``bench.toml``: what stands at the bench and how it is reached. Read with ``settings``."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from station.media_settings import Resolution

ProfileName = Annotated[
    str, Meta(pattern=r"^[A-Za-z0-9._-]{0,64}\Z", description="the name of a file of config/printers, or empty")
]
Millimetres = Annotated[
    str,
    Meta(pattern=r"^(?:[1-9][0-9]{1,2}x[1-9][0-9]{1,2})?\Z", description="width and height like '100x150', or nothing"),
]


Suffix = Annotated[
    str,
    Meta(
        pattern=r"^[\x01-\x1c\x1e\x1f]{1,4}\Z",
        description='one to four control characters like "\\r", "\\r\\n" or "\\t", GS not among them',
    ),
]
"""No visible character: it could stand in a code."""

Prefix = Annotated[
    str,
    Meta(
        pattern=r"^[\x01-\x0c\x0e-\x1c\x1e-\x7e]{0,8}\Z",
        description="at most eight ASCII characters, no carriage return and no GS",
    ),
]


class DeviceSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One ``[[device]]``; ``media``, ``dpi`` and ``profile`` are a printer's.

    ``suffix``, ``prefix`` and ``guard_ms`` are a scanner's; ``role`` to ``segment_s`` are a camera's.
    ``load`` makes of a profile's name the path of its file.
    """

    name: Annotated[str, Meta(min_length=1, max_length=64)]
    kind: Literal["scanner", "scale", "printer", "camera"]
    link: Annotated[str, Meta(min_length=1, max_length=500)]
    speaks: Annotated[str, Meta(max_length=64)] = ""
    media: Millimetres = ""
    dpi: Literal[203, 300, 600] = 203
    profile: ProfileName = ""
    suffix: Suffix = "\r"
    prefix: Prefix = ""
    guard_ms: Annotated[int, Meta(ge=0, le=2_000)] = 150
    unit: Literal["", "g", "kg", "lb", "oz"] = ""
    role: Literal["box", "label", "overview"] = "box"
    video: bool = True
    resolution: Resolution = "1280x720"
    fps: Annotated[int, Meta(ge=1, le=30)] = 10
    segment_s: Annotated[int, Meta(ge=5, le=60)] = 15
