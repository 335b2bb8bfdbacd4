"""Files that entries name, and the moments at which a parcel is photographed. Words only; no rule lives here."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

PhotoId = NewType("PhotoId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFile:
    """A file that is already on disk, fsynced, under the home's media folder.

    ``key`` opens it; a file without one is plain and named by its SHA-256.
    """

    sha256: str
    size: int
    mime: str
    role: str
    at_ms: int = 0
    path: str = ""
    key: bytes = field(default=b"", repr=False)

    @property
    def name(self) -> str:
        return self.path or self.sha256

    @property
    def address(self) -> str:
        """Name and key in one word, for whoever only shows it."""
        return f"{self.name}#{self.key.hex()}" if self.key else self.name


class PhotoMoment(StrEnum):
    """When a parcel is photographed."""

    OPEN_BOX = "open_box"  # the last unit is in
    ITEM = "item"  # a unit without a barcode, confirmed by hand
    LABEL = "label"  # scanned on the box
    SEALED_BOX = "sealed_box"
    ASKED = "asked"  # by the packer


class MediaRoom(StrEnum):
    """What the disk still takes. Packing goes on with each."""

    ALL = "all"
    PHOTOS = "photos"  # no video any more
    NONE = "none"
