"""``[media_store]`` of ``bench.toml``: the second place where photos and video are copied to.

Read with ``settings``. Names and passwords of a store never stand here: its library finds them where it always does.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

Address = Annotated[
    str,
    Meta(
        pattern=r"^(?:folder:.{1,500}|s3:[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:/[A-Za-z0-9._-]{1,64}){0,8})?\Z",
        description="'folder:FOLDER', 's3:BUCKET' or 's3:BUCKET/PREFIX', or nothing",
    ),
]
Endpoint = Annotated[
    str, Meta(pattern=r"^(?:https?://[^\s/@?#]{1,200}/?)?\Z", description="'https://HOST:PORT', or nothing")
]
Region = Annotated[str, Meta(pattern=r"^[a-z0-9-]{0,40}\Z", description="a region's name, or nothing")]


class MediaStoreSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    place: Address = ""
    endpoint: Endpoint = ""
    region: Region = ""
    every_s: Annotated[int, Meta(ge=5, le=86_400)] = 60
    mb_per_s: Annotated[int, Meta(ge=0, le=10_000)] = 0
    here_days: Annotated[int, Meta(ge=0, le=36_500)] = 0

    @property
    def bytes_per_s(self) -> int:
        """0: as fast as it goes."""
        return self.mb_per_s * 1_000_000
