"""The lessons as values: one entry is one drill. Nothing here acts: ``course`` runs them, ``judging`` judges them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from station.packing.events import (
    DeviceChanged,
    ItemPacked,
    LabelConfirmed,
    LabelHeld,
    LabelPrinted,
    OrderStopped,
    ParcelSealed,
    ParcelWeighed,
    ScanRefused,
    StopCleared,
    WeightRefused,
)
from station.packing.inputs import Command, DeviceKind
from station.packing.reasons import Reason
from station.training.judging import Sign, Task
from station.ui import training_words as say
from station.ui.screen import Stage
from station.ui.words import Words

SCARF: Final = "6900000434147"
T_SHIRT_XL: Final = "6900000434178"
COASTER: Final = "6900000434031"
OTHER_WAYBILL: Final = "YT0000000000000"
TRAY_MG: Final = 410_000


class Fault(StrEnum):
    """What the course does to the world when a person takes over. ``NONE``: it lies in what the hands hold."""

    NONE = "none"
    PAPER_OUT = "paper_out"
    CANCELLED = "cancelled"
    SCANNER_UNPLUGGED = "scanner_unplugged"
    CAMERA_DARK = "camera_dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bait:
    """What the hands hold at ``stage`` beside what is right: a code, part of the next one, or a box too light."""

    words: Words
    stage: Stage
    tag: str = ""  # what stands on it, as on the real goods
    scan: str = ""
    cut: int = 0  # so many characters of the next item's code are torn off
    lighter_mg: int = 0
    command: Command | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """``goods`` are SKUs and quantities. The coach packs up to ``stage`` with ``packed`` units in the box."""

    id: str
    name: Words
    scene: Words
    way: Words
    caught: Words
    goods: tuple[tuple[str, int], ...]
    task: Task
    guided: bool = False
    message: str = ""
    stage: Stage = Stage.PACKING
    packed: int = 0
    fault: Fault = Fault.NONE
    bait: Bait | None = None
    right: Words | None = None  # what the right hand is called, where its own name would say too much


def _refused(*reasons: Reason) -> Sign:
    return Sign(ScanRefused, frozenset(reasons))


_MIXED: Final = (("EARBUDS-1", 1), ("CABLE-C-1M", 1))
_SEALED: Final = Sign(ParcelSealed)
_CLEARED: Final = Sign(StopCleared)

FIRST: Final = Lesson(
    id="first_parcel",
    name=say.FIRST,
    scene=say.FIRST_SCENE,
    way=say.FIRST_SCENE,
    caught=say.PACKED,
    goods=(("TSHIRT-W-L", 1), ("COASTER-10", 2)),
    task=Task(way_out=_SEALED, within_s=180),
    guided=True,
    message="请放一张小卡片，谢谢",
    stage=Stage.IDLE,
)

DRILLS: Final = (
    Lesson(
        id="wrong_item",
        name=say.WRONG_ITEM,
        scene=say.WRONG_ITEM_SCENE,
        way=say.WRONG_ITEM_WAY,
        caught=say.WRONG_ITEM_CAUGHT,
        goods=_MIXED,
        task=Task(fault=_refused(Reason.NOT_IN_ORDER), way_out=Sign(ItemPacked), within_s=15, may_be_noticed=True),
        bait=Bait(words=say.FROM_TOTE, stage=Stage.PACKING, scan=SCARF, tag="真丝围巾 蓝色 Blue"),
        right=say.FROM_SHELF,
    ),
    Lesson(
        id="look_alike",
        name=say.LOOK_ALIKE,
        scene=say.LOOK_ALIKE_SCENE,
        way=say.LOOK_ALIKE_WAY,
        caught=say.LOOK_ALIKE_CAUGHT,
        goods=(("TSHIRT-W-L", 1), ("CHOPSTICKS-5", 1)),
        task=Task(fault=_refused(Reason.NOT_IN_ORDER), way_out=Sign(ItemPacked), within_s=15, may_be_noticed=True),
        bait=Bait(words=say.FROM_TOTE, stage=Stage.PACKING, scan=T_SHIRT_XL, tag="纯棉 T 恤 白色 White XL"),
        right=say.FROM_SHELF,
    ),
    Lesson(
        id="too_many",
        name=say.TOO_MANY,
        scene=say.TOO_MANY_SCENE,
        way=say.TOO_MANY_WAY,
        caught=say.TOO_MANY_CAUGHT,
        goods=(("COASTER-10", 2), ("CABLE-C-1M", 1)),
        task=Task(fault=_refused(Reason.ENOUGH_ALREADY), way_out=Sign(ItemPacked), within_s=15, may_be_noticed=True),
        packed=2,
        bait=Bait(words=say.ONE_MORE, stage=Stage.PACKING, scan=COASTER, tag="软木杯垫 10 cm"),
        right=say.FROM_SHELF,
    ),
    Lesson(
        id="half_a_barcode",
        name=say.HALF,
        scene=say.HALF_SCENE,
        way=say.HALF_WAY,
        caught=say.HALF_CAUGHT,
        goods=_MIXED,
        task=Task(
            fault=_refused(Reason.BAD_CHECK_DIGIT, Reason.UNKNOWN_CODE, Reason.BAD_INPUT),
            way_out=Sign(ItemPacked),
            within_s=15,
            may_be_noticed=True,
        ),
        packed=1,
        bait=Bait(words=say.HALF_CODE, stage=Stage.PACKING, cut=1),
        right=say.WHOLE_CODE,
    ),
    Lesson(
        id="goods_forgotten",
        name=say.FORGOTTEN,
        scene=say.FORGOTTEN_SCENE,
        way=say.FORGOTTEN_WAY,
        caught=say.FORGOTTEN_CAUGHT,
        goods=(("TRAY-30", 1), ("EARBUDS-1", 1)),
        task=Task(
            fault=Sign(WeightRefused, frozenset({Reason.WEIGHT_LOW})),
            way_out=Sign(ParcelWeighed),
            within_s=20,
            may_be_noticed=True,
        ),
        stage=Stage.WEIGHING,
        bait=Bait(words=say.BOX_AS_IT_IS, stage=Stage.WEIGHING, lighter_mg=TRAY_MG),
        right=say.BOX_WITH_IT,
    ),
    Lesson(
        id="box_not_on_the_scale",
        name=say.NO_BOX,
        scene=say.NO_BOX_SCENE,
        way=say.NO_BOX_WAY,
        caught=say.NO_BOX_CAUGHT,
        goods=_MIXED,
        task=Task(way_out=Sign(ParcelWeighed), within_s=15),
        stage=Stage.WEIGHING,
        bait=Bait(words=say.OTHER_LABEL, stage=Stage.WEIGHING, scan=OTHER_WAYBILL),
    ),
    Lesson(
        id="paper_out",
        name=say.PAPER_OUT,
        scene=say.PAPER_OUT_SCENE,
        way=say.PAPER_OUT_WAY,
        caught=say.PAPER_OUT_CAUGHT,
        goods=_MIXED,
        task=Task(fault=Sign(LabelHeld), way_out=Sign(LabelPrinted), within_s=30),
        stage=Stage.WEIGHING,
        fault=Fault.PAPER_OUT,
        bait=Bait(words=say.OTHER_LABEL, stage=Stage.PRINTING, scan=OTHER_WAYBILL),
    ),
    Lesson(
        id="wrong_label",
        name=say.WRONG_LABEL,
        scene=say.WRONG_LABEL_SCENE,
        way=say.WRONG_LABEL_WAY,
        caught=say.WRONG_LABEL_CAUGHT,
        goods=_MIXED,
        task=Task(fault=_refused(Reason.WRONG_LABEL), way_out=Sign(LabelConfirmed), within_s=20, may_be_noticed=True),
        stage=Stage.LABELLING,
        bait=Bait(words=say.OTHER_LABEL, stage=Stage.LABELLING, scan=OTHER_WAYBILL),
    ),
    Lesson(
        id="cancelled",
        name=say.CANCELLED,
        scene=say.CANCELLED_SCENE,
        way=say.CANCELLED_WAY,
        caught=say.CANCELLED_CAUGHT,
        goods=_MIXED,
        task=Task(fault=Sign(OrderStopped), way_out=_CLEARED, within_s=15),
        packed=1,
        fault=Fault.CANCELLED,
    ),
    Lesson(
        id="scanner_unplugged",
        name=say.UNPLUGGED,
        scene=say.UNPLUGGED_SCENE,
        way=say.UNPLUGGED_WAY,
        caught=say.UNPLUGGED_CAUGHT,
        goods=_MIXED,
        task=Task(fault=Sign(DeviceChanged, of=DeviceKind.SCANNER, up=False), way_out=Sign(ItemPacked), within_s=30),
        packed=1,
        fault=Fault.SCANNER_UNPLUGGED,
    ),
    Lesson(
        id="camera_dark",
        name=say.CAMERA_DARK,
        scene=say.CAMERA_DARK_SCENE,
        way=say.CAMERA_DARK_WAY,
        caught=say.CAMERA_DARK_CAUGHT,
        goods=_MIXED,
        task=Task(
            fault=Sign(DeviceChanged, of=DeviceKind.CAMERA, up=False),
            way_out=Sign(DeviceChanged, of=DeviceKind.CAMERA, up=True),
            within_s=30,
        ),
        packed=1,
        fault=Fault.CAMERA_DARK,
    ),
)

LESSONS: Final = (FIRST, *DRILLS)
