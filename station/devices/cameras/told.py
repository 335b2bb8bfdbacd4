"""What is asked of a camera and what it tells: plain values, for both sides of its thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from station.devices.cameras.picture import Source

Status: TypeAlias = Literal["ready", "starting", "stale", "offline", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraSetup:
    """One camera of ``bench.toml``. ``link`` is ``camera:…``, ``rtsp://…``, ``synthetic:`` or ``file:DIR``."""

    name: str
    link: str
    width: int = 1280
    height: int = 720
    fps: int = 10
    segment_s: int = 15
    quality: int = 80  # of a still's JPEG, 1 to 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What is burned in beside the clock: of the order's number the last six, of ``root`` the first 16 letters."""

    order_tail: str = ""
    root: str = ""
    bench: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Still:
    """``ask`` is the number it was asked under; ``at_us`` the wall clock when the picture came."""

    ask: int
    camera: str
    jpeg: bytes
    width: int
    height: int
    at_us: int
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class StillFailed:
    """``reason`` is one word: ``no_picture``, ``busy``, ``stopped``."""

    ask: int
    camera: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A whole playable file, closed and no longer touched; not yet fsynced. Wall clock of its first and last frame.

    ``take`` is the number under which its video was started: times can jump, it cannot.
    """

    camera: str
    take: int
    file: Path
    mime: str
    started_us: int
    ended_us: int
    frames: int
    dropped: int
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Video was asked for and there is none of this time. ``reason``: ``no_picture``, ``not_written``."""

    camera: str
    take: int
    started_us: int
    ended_us: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOver:
    """Every segment and gap of this take was told; nothing of it comes any more."""

    camera: str
    take: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraState:
    """``detail`` is one word, empty when ready; ``frame_age_ms`` is -1 before the first picture."""

    camera: str
    status: Status
    detail: str
    frame_age_ms: int
