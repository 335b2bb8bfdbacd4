"""``[media]`` and ``[[photo]]`` of ``bench.toml``: room for pictures, and which camera photographs which moment.

Read with ``settings``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from msgspec import Meta, Struct

from station.media_room import GB, Budget
from station.packing.media import PhotoMoment
from station.packing.model import Money
from station.packing.rules import PhotoRule

Names = Annotated[
    tuple[Annotated[str, Meta(min_length=1, max_length=100)], ...],
    Meta(max_length=500, description="a list of names; [] = all"),
]
Value = Annotated[str, Meta(pattern=r"^(?:[0-9]{1,9} [A-Z]{3})?\Z", description="an amount like '200 USD', or nothing")]
Resolution = Annotated[
    str, Meta(pattern=r"^[1-9][0-9]{2,3}x[1-9][0-9]{2,3}\Z", description="width and height in pixels like '1280x720'")
]


class MediaSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    budget_gb: Annotated[int, Meta(ge=1, le=1_000_000)] = 200
    reserve_gb: Annotated[int, Meta(ge=1, le=10_000)] = 2
    open_box_ms: Annotated[int, Meta(ge=0, le=10_000)] = 1_000

    @property
    def budget(self) -> Budget:
        return Budget(budget_bytes=self.budget_gb * GB, reserve_bytes=self.reserve_gb * GB)


class PhotoSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One ``[[photo]]``. Without any, each moment is photographed by the camera that sees it, and none is required."""

    moment: Literal["open_box", "item", "label", "sealed_box"]
    camera: Annotated[str, Meta(max_length=64)] = ""
    required: bool = False
    shops: Names = ()
    classes: Names = ()
    value_from: Value = ""

    @property
    def worth(self) -> Money | None:
        amount, _, currency = self.value_from.partition(" ")
        return Money(hundredths=int(amount) * 100, currency=currency) if currency else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A camera and what it sees: the box, the label, or the whole bench."""

    name: str
    role: str


USUAL = tuple(PhotoSettings(moment=moment) for moment in ("open_box", "item", "sealed_box", "label"))


def photo_rules(photos: tuple[PhotoSettings, ...], cameras: tuple[Placed, ...]) -> tuple[PhotoRule, ...]:
    """What the packing core goes by; nothing at a bench without cameras."""
    if not cameras:
        return ()
    asked = PhotoRule(moment=PhotoMoment.ASKED, camera=_seeing("box", cameras))
    return (*(_rule(photo, cameras) for photo in photos or USUAL), asked)


def _rule(photo: PhotoSettings, cameras: tuple[Placed, ...]) -> PhotoRule:
    return PhotoRule(
        moment=PhotoMoment(photo.moment),
        camera=photo.camera or _seeing("label" if photo.moment == "label" else "box", cameras),
        required=photo.required,
        shops=frozenset(photo.shops),
        goods_classes=frozenset(photo.classes),
        value_from=photo.worth,
    )


def _seeing(role: str, cameras: tuple[Placed, ...]) -> str:
    return next((camera.name for camera in cameras if camera.role == role), cameras[0].name)
