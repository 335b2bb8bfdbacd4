"""``[evidence]`` of ``bench.toml``: this bench's private key, its memory, and who gives it time stamps.

Read with ``settings``.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct


class EvidenceSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    memory: Annotated[str, Meta(max_length=500)] = ""
    key_store: Literal["auto", "system", "file"] = "auto"
    timestamp: Annotated[
        tuple[Annotated[str, Meta(pattern=r"^https?://[^\s@/]+(/\S*)?$", max_length=300)], ...], Meta(max_length=4)
    ] = ()
    timestamp_every_s: Annotated[int, Meta(ge=60, le=86_400)] = 600
