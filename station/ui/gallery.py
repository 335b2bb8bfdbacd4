"""Sample screens of every stage, as values, and a picture of any of them. Invented orders only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from station.packing.prompts import still_there
from station.packing.questions import Prompt, PromptKind
from station.packing.reasons import Reason
from station.ui.device_words import LOCAL, LOST
from station.ui.goods_words import WITH_VARIANT
from station.ui.moments import HELD_FOR, grams
from station.ui.present import buttons
from station.ui.screen import ChangeView, ExplanationView, LineView, ScanView, Screen, Stage, Verdict, Versus, Words
from station.ui.surroundings import DayView, DeviceState, DeviceView, LowNumbers
from station.ui.texts import ASPECTS, DETAILS, HOLDS, MOMENTS, NUMBER_BY_HAND, REASONS, STEPS, WAITS
from station.ui.theme import Palette
from station.ui.words import begun, named, same

NOON_US: Final = 1_795_240_000_000_000
"""2026-11-21 05:46:40 UTC, 13:46:40 in Shanghai."""
DEADLINE_US: Final = NOON_US + (2 * 3600 + 14 * 60) * 1_000_000
NOTHING: Final = same("")
CLEAR_CODE: Final = "SBCLEAR-7K"


def _pair(pair: tuple[str, str]) -> Words:
    return Words(zh=pair[0], en=pair[1])


def _what(reason: Reason) -> Words:
    return Words(zh=REASONS[reason].zh, en=REASONS[reason].en)


def _act(reason: Reason) -> Words:
    return Words(zh=REASONS[reason].act_zh, en=REASONS[reason].act_en)


def _line(sku: str, name: Words, variant: str, packed: int, needed: int, picture: str) -> LineView:
    return LineView(
        sku=sku, name=name, variant=variant, needed=needed, packed=packed, picture=f"{picture}.svg" if picture else ""
    )


BOWL: Final = named("青瓷小碗", "Celadon bowl")
CHOPSTICKS: Final = named("竹筷", "Bamboo chopsticks")
MUG: Final = named("白色马克杯", "White mug")
MUG_330: Final = WITH_VARIANT.filled(name=MUG, variant="330 ml")
BOWL_12: Final = WITH_VARIANT.filled(name=BOWL, variant="12 cm")
LINES: Final = (
    _line("BOWL-CEL", BOWL, "12 cm", 3, 3, "celadon-bowl"),
    _line("CHOP-BAM", CHOPSTICKS, "", 2, 2, "chopsticks"),
    _line("MUG-330-W", MUG, "330 ml", 1, 3, "mug-330"),
    _line("CORK-10", named("软木杯垫", "Cork coaster"), "10 cm", 0, 2, "cork-coaster"),
    _line("POT-600", same("石墨茶壶"), "600 ml", 0, 1, "teapot"),
)
PACKED: Final = tuple(replace(line, packed=line.needed) for line in LINES)

SCANS: Final = (
    ScanView(at_us=NOON_US - 1_000_000, ok=True, what=MUG_330, code="6901234534017"),
    ScanView(at_us=NOON_US - 6_000_000, ok=False, what=_what(Reason.NOT_IN_ORDER), code="6901234534024"),
    ScanView(at_us=NOON_US - 8_000_000, ok=True, what=CHOPSTICKS, code="6901234534062"),
    ScanView(at_us=NOON_US - 12_000_000, ok=True, what=BOWL_12, code="6901234534109"),
    ScanView(at_us=NOON_US - 14_000_000, ok=True, what=BOWL_12, code="6901234534109"),
)


def _device(kind: str, zh: str, en: str, word_zh: str, word_en: str) -> DeviceView:
    return DeviceView(kind=kind, name=Words(zh=zh, en=en), word=Words(zh=word_zh, en=word_en))


DEVICES: Final = (
    _device("scanner", "扫码枪", "Scanner", "就绪", "Ready"),
    _device("printer", "打印机", "Printer", "就绪", "Ready"),
    _device("scale", "秤", "Scale", "0.752 kg", "0.752 kg"),
    _device("camera", "相机", "Camera", "录像中", "Recording"),
    _device("order_book", "订单库", "Order book", "就绪", "Ready"),
)
DEVICES_IN_TROUBLE: Final = (
    replace(DEVICES[0], state=DeviceState.STOP, word=LOST),
    replace(DEVICES[1], state=DeviceState.ATTENTION, word=_pair(DETAILS["paper_out"])),
    *DEVICES[2:4],
    replace(DEVICES[4], state=DeviceState.WAIT, word=LOCAL),
)
DEVICES_WEIGHING: Final = (*DEVICES[:2], replace(DEVICES[2], word=same("1.284 kg")), *DEVICES[3:])
DEVICES_CUT_OFF: Final = (*DEVICES[:4], DEVICES_IN_TROUBLE[4])
DAY: Final = DayView(
    orders_left=38,
    cutoff_us=DEADLINE_US,
    low=(
        LowNumbers(service=named("中国邮政国际小包", "China Post International Small Packet"), left=7),
        LowNumbers(service=named("圆通", "YTO Express"), left=38),
    ),
)


PACKING: Final = Screen(
    stage=Stage.PACKING,
    verdict=Verdict.OK,
    headline=_pair(MOMENTS["packed"]).filled(name=MUG_330),
    detail=_pair(MOMENTS["packed_more"]).filled(packed=1, needed=3),
    order="SO-20261121-0387",
    gift=True,
    service=named("圆通速递", "YTO Express"),
    note="礼物，请勿放价格单",
    deadline_us=DEADLINE_US,
    lines=LINES,
    next_line=2,
    scans=SCANS,
    commands=buttons(Stage.PACKING),
    packer="林晓",
    refused=1,
    opened_us=NOON_US - 120_000_000,
)

IDLE: Final = Screen(
    stage=Stage.IDLE,
    verdict=Verdict.INFO,
    headline=_pair(MOMENTS["idle"]),
    detail=_pair(MOMENTS["idle_items"]),
    steps=(_pair(MOMENTS["idle_items"]),),
    scans=SCANS,
    commands=buttons(Stage.PACKING),
    packer="林晓",
)

STOP: Final = replace(
    PACKING,
    verdict=Verdict.STOP,
    stage=Stage.STOPPED,
    reason="not_in_order",
    headline=_what(Reason.NOT_IN_ORDER),
    detail=NOTHING,
    steps=(_act(Reason.NOT_IN_ORDER), _pair(STEPS["clear"])),
    versus=Versus(
        scanned=MUG,
        scanned_variant="450 ml",
        scanned_code="6901234534024",
        scanned_picture="mug-450.svg",
        wanted=MUG,
        wanted_variant="330 ml",
        wanted_code="6901234534017",
        wanted_picture="mug-330.svg",
    ),
    clear_code=CLEAR_CODE,
)

HELD_ACT: Final = HELD_FOR.filled(why=begun(_pair(HOLDS["cancel_asked"])), act=_act(Reason.ORDER_HELD))
HELD: Final = replace(
    IDLE,
    verdict=Verdict.STOP,
    stage=Stage.STOPPED,
    reason="order_held",
    scans=(ScanView(at_us=NOON_US, ok=False, what=_what(Reason.ORDER_HELD), code="SO-20261121-0390"), *SCANS[:4]),
    detail=HELD_ACT,
    headline=_what(Reason.ORDER_HELD),
    steps=(HELD_ACT, _pair(STEPS["clear"])),
    clear_code=CLEAR_CODE,
)

CHANGED: Final = replace(
    PACKING,
    verdict=Verdict.STOP,
    stage=Stage.STOPPED,
    reason="order_changed",
    headline=_what(Reason.ORDER_CHANGED),
    detail=_act(Reason.ORDER_CHANGED),
    steps=(_act(Reason.ORDER_CHANGED), _pair(STEPS["clear"])),
    changes=(
        ChangeView(
            what=_pair(ASPECTS["quantity"]),
            aspect="quantity",
            of=MUG_330,
            before=same("3"),
            after=same("1"),
        ),
        ChangeView(
            what=_pair(ASPECTS["street"]),
            aspect="street",
            of=same(""),
            before=same("余***8号"),
            after=same("西***2室"),
        ),
        ChangeView(
            what=_pair(ASPECTS["message"]),
            aspect="message",
            of=same(""),
            before=same("礼物，请勿放价格单"),
            after=same("礼物，请勿放价格单；改寄公司，工作日送"),
        ),
    ),
    clear_code=CLEAR_CODE,
)

NO_SINGLE: Final = replace(
    IDLE,
    verdict=Verdict.ATTENTION,
    reason="no_order_for_item",
    headline=_what(Reason.NO_ORDER_FOR_ITEM),
    detail=_pair(DETAILS["larger_orders"]).filled(n=3),
)

WEIGHING: Final = replace(
    PACKING,
    stage=Stage.WEIGHING,
    verdict=Verdict.ATTENTION,
    reason="weight_low",
    headline=_what(Reason.WEIGHT_LOW).filled(grams=grams(182_000)),
    detail=_act(Reason.WEIGHT_LOW),
    note_read=True,
    lines=PACKED,
    next_line=None,
    weight_mg=1_284_000,
    expected_mg=(1_430_000, 1_502_000),
    explanations=(
        ExplanationView(name=MUG_330, units=1, weight_mg=-182_000, picture="mug-330.svg"),
        ExplanationView(name=BOWL_12, units=2, weight_mg=-192_000, picture="celadon-bowl.svg"),
    ),
    commands=buttons(Stage.WEIGHING),
)

PROMPTING: Final = replace(
    PACKING,
    stage=Stage.PROMPTING,
    verdict=Verdict.ATTENTION,
    reason="prompt_open",
    headline=_what(Reason.PROMPT_OPEN),
    detail=NOTHING,
    note_read=True,
    lines=PACKED,
    next_line=None,
    prompt=Prompt(
        id="price-list",
        kind=PromptKind.YES_NO,
        zh="这是礼物订单：价格单已经取出了吗？",
        en="This is a gift order: is the price list out of the box?",
        choices=("yes", "no"),
    ),
)

BROUGHT: Final = replace(
    PROMPTING,
    reason=None,
    verdict=Verdict.OK,
    headline=_pair(MOMENTS["prompting"]),
    lines=tuple(replace(line, packed=0) for line in LINES),
    next_line=0,
    note_read=False,
    prompt=still_there(6, "B03"),
)

PRINTING: Final = replace(
    PACKING,
    stage=Stage.PRINTING,
    verdict=Verdict.INFO,
    headline=_pair(MOMENTS["printing"]),
    detail=_pair(MOMENTS["printing_more"]),
    note_read=True,
    lines=PACKED,
    next_line=None,
    weight_mg=1_466_000,
    expected_mg=(1_430_000, 1_502_000),
    waybill="YT7630118422905",
    label="sent",
    root="7f3a91c2d4",
)

NO_NUMBER: Final = replace(
    PRINTING,
    verdict=Verdict.ATTENTION,
    reason="no_waybill",
    headline=Words(zh=NUMBER_BY_HAND.zh, en=NUMBER_BY_HAND.en),
    detail=Words(zh=NUMBER_BY_HAND.act_zh, en=NUMBER_BY_HAND.act_en).filled(detail="DHL"),
    steps=(_pair(WAITS[Reason.NO_WAYBILL]), _pair(STEPS["stick_2"]), _pair(STEPS["stick_3"])),
    service=same("DHL"),
    commands=buttons(Stage.PRINTING),
    waybill=None,
    label=None,
    root="",
)

LABELLING: Final = replace(
    PRINTING,
    stage=Stage.LABELLING,
    verdict=Verdict.OK,
    headline=_pair(MOMENTS["stick"]),
    detail=_pair(MOMENTS["stick_more"]),
    label="printed",
    label_picture="label.png",
    commands=buttons(Stage.LABELLING),
)

SEALED: Final = replace(
    LABELLING,
    stage=Stage.SEALED,
    headline=_pair(MOMENTS["sealed"]),
    detail=_pair(MOMENTS["sealed_more"]),
    label="confirmed",
)

NO_ANSWER: Final = replace(
    IDLE,
    verdict=Verdict.ATTENTION,
    reason="book_unreachable",
    headline=_what(Reason.BOOK_UNREACHABLE),
    detail=_act(Reason.BOOK_UNREACHABLE),
)

LONG: Final = replace(
    PACKING,
    headline=_pair(MOMENTS["packed"]).filled(name="加厚陶瓷手绘青花缠枝莲纹茶水分离办公杯带盖"),
    order="8162738495061728394",
    service=named("中国邮政国际小包（挂号）", "China Post Registered Small Packet"),
    note=(
        "麻烦用纸箱多包两层气泡膜，上次的杯子碎了一个；里面请不要放任何带价格的单据和宣传页，这是送给老师的生日礼物。"
        "如果 330 ml 没有货请先联系我，不要换成别的容量，谢谢！"
    ),
    lines=(
        _line(
            "PORC-BW-LOTUS-INFUSER-LID-500ML-GIFTBOX",
            named(
                "加厚陶瓷手绘青花缠枝莲纹茶水分离办公杯带盖配勺礼盒装商务送礼生日纪念款家用大容量",
                "Thick porcelain tea infuser mug with lid and spoon, blue lotus, gift box",
            ),
            "釉下彩 500 ml 礼盒",
            1,
            12,
            "",
        ),
        _line(
            "MUG-330-W", same("White porcelain mug with a very long handle and an even longer name"), "330 ml", 0, 3, ""
        ),
        *(_line(f"SKU-{at}", same(f"第 {at} 种商品"), "", 0, at, "") for at in range(1, 8)),
    ),
    next_line=0,
)


@dataclass(frozen=True, slots=True)
class Shot:
    name: str
    screen: Screen
    devices: tuple[DeviceView, ...] = DEVICES


SHOTS: Final = (
    Shot("idle", IDLE),
    Shot("packing", PACKING),
    Shot("stop", STOP),
    Shot("held", HELD),
    Shot("changed", CHANGED),
    Shot("no_single", NO_SINGLE),
    Shot("weighing", WEIGHING, DEVICES_WEIGHING),
    Shot("prompting", PROMPTING),
    Shot("brought", BROUGHT),
    Shot("printing", PRINTING),
    Shot("no_number", NO_NUMBER),
    Shot("labelling", LABELLING),
    Shot("sealed", SEALED),
    Shot("offline", IDLE, DEVICES_CUT_OFF),
    Shot("offline_open", PACKING, DEVICES_CUT_OFF),
    Shot("no_answer", NO_ANSWER, DEVICES_CUT_OFF),
    Shot("long", LONG, DEVICES_IN_TROUBLE),
)


def grab(
    shot: Shot, size: tuple[int, int], language: str, palette: Palette, path: Path, *, pictures: Path, label: str = ""
) -> tuple[str, ...]:
    """Write a PNG of the window and answer the texts that did not fit. Needs a ``QApplication``.

    ``label`` is the file of a label's bitmap for the screens that show one.
    """
    from datetime import timedelta, timezone

    from station.ui.window import Window

    zone = timezone(timedelta(hours=8))
    window = Window(
        bench="B07", pictures=(pictures,), language=language, palette=palette, zone=zone, answer_code=_answer_code
    )
    window.resize(*size)
    window.set_clock(NOON_US)
    window.set_devices(shot.devices)
    window.set_day(DAY)
    if shot.screen.stage is Stage.WEIGHING:
        window.set_live_weight(shot.screen.weight_mg, stable=True)
    picture = label if shot.screen.label_picture else None
    window.paint_screen(replace(shot.screen, label_picture=picture))
    saved = window.grab().save(str(path))
    assert saved, f"cannot write {path}"
    misfits = window.ground.misfits
    window.deleteLater()
    return misfits


def _answer_code(_prompt: str, value: str) -> str:
    return f"SB{value.upper()}-00"
