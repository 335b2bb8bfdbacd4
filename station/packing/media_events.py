"""What cameras kept of a parcel, and what they did not: photos at named moments, video in segments, gaps by name.

As in ``events``: past tense, values, and a kind once shipped is only added to. Each names its order itself, because
pictures come late: after the seal, or while another order is open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from station.packing.media import MediaFile, MediaRoom, PhotoId, PhotoMoment
from station.packing.model import OrderNo


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoAsked:
    """``required``: the parcel does not go on before the photo is there, or somebody lets it go without."""

    order: OrderNo
    photo: PhotoId
    moment: PhotoMoment
    camera: str
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoTaken:
    order: OrderNo
    photo: PhotoId
    moment: PhotoMoment
    camera: str
    width: int
    height: int
    source: str  # what the picture came from: usb, network, files, synthetic
    media: tuple[MediaFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoMissing:
    order: OrderNo
    photo: PhotoId
    moment: PhotoMoment
    camera: str
    why: str  # one word: offline, no_picture, late, no_room, not_stored, restart …


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoWaived:
    """The parcel goes on without the photos its bench requires."""

    order: OrderNo
    moments: tuple[PhotoMoment, ...]
    by: str  # pseudonym, or "-" where nobody signs in


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoStarted:
    order: OrderNo
    cameras: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoRecorded:
    """One segment, a whole playable file; wall clock of its first and last frame."""

    order: OrderNo
    camera: str
    from_us: int
    to_us: int
    frames: int
    dropped: int  # frames that came and are not in it
    source: str
    media: tuple[MediaFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoGap:
    """Video was to be there and is not; 0 is a time that nobody knows."""

    order: OrderNo
    camera: str
    from_us: int
    to_us: int
    why: str  # one word: offline, no_picture, not_written, no_room, not_stored, no_segment, restart …


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoEnded:
    """The camera has given the last segment of the parcel, or will not."""

    order: OrderNo
    camera: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaRoomChanged:
    """What the disk still takes: ``all``, ``photos`` (no video any more), ``none``. Packing goes on with each."""

    room: MediaRoom
    used_mb: int
    free_mb: int


OfParcel: TypeAlias = (
    PhotoAsked | PhotoTaken | PhotoMissing | PhotoWaived | VideoStarted | VideoRecorded | VideoGap | VideoEnded
)
"""Events that belong to the order they name, whichever is open."""

Kept: TypeAlias = PhotoTaken | PhotoMissing | VideoRecorded | VideoGap | VideoEnded | MediaRoomChanged
"""What only the cameras' side can say."""
