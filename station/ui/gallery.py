"""Sample screens of every stage, as values, and a picture of any of them. Invented orders only.

The screenshots of the guides and the tests of the screens are made from these.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from station.packing.prompts import still_there
from station.packing.questions import Prompt, PromptKind
from station.ui.present import buttons
from station.ui.screen import (
    ChangeView,
    ExplanationView,
    LineView,
    ScanView,
    Screen,
    Stage,
    Verdict,
    Versus,
    Words,
)
from station.ui.surroundings import DayView, DeviceState, DeviceView, LowNumbers
from station.ui.theme import Palette

NOON_US: Final = 1_795_240_000_000_000
"""2026-11-21 05:46:40 UTC, 13:46:40 in Shanghai."""
DEADLINE_US: Final = NOON_US + (2 * 3600 + 14 * 60) * 1_000_000
CLEAR_CODE: Final = "SBCLEAR-7K"


def _line(sku: str, name: str, variant: str, packed: int, needed: int, picture: str) -> LineView:
    return LineView(
        sku=sku, name=name, variant=variant, needed=needed, packed=packed, picture=f"{picture}.svg" if picture else ""
    )


LINES: Final = (
    _line("BOWL-CEL", "青瓷小碗", "12 cm", 3, 3, "celadon-bowl"),
    _line("CHOP-BAM", "竹筷", "", 2, 2, "chopsticks"),
    _line("MUG-330-W", "白色马克杯", "330 ml", 1, 3, "mug-330"),
    _line("CORK-10", "软木杯垫", "10 cm", 0, 2, "cork-coaster"),
    _line("POT-600", "石墨茶壶", "600 ml", 0, 1, "teapot"),
)
PACKED: Final = tuple(replace(line, packed=line.needed) for line in LINES)

SCANS: Final = (
    ScanView(at_us=NOON_US - 1_000_000, ok=True, what="马克杯 330 ml", code="6901234534017"),
    ScanView(at_us=NOON_US - 6_000_000, ok=False, what="不在本单", code="6901234534024"),
    ScanView(at_us=NOON_US - 8_000_000, ok=True, what="竹筷 1/2", code="6901234534062"),
    ScanView(at_us=NOON_US - 12_000_000, ok=True, what="青瓷小碗 3/3", code="6901234534109"),
    ScanView(at_us=NOON_US - 14_000_000, ok=True, what="青瓷小碗 2/3", code="6901234534109"),
)


def _device(kind: str, zh: str, en: str, word_zh: str, word_en: str) -> DeviceView:
    return DeviceView(kind=kind, name=Words(zh=zh, en=en), word=Words(zh=word_zh, en=word_en))


DEVICES: Final = (
    _device("scanner", "扫码枪", "Scanner", "就绪", "Ready"),
    _device("printer", "打印机", "Printer", "就绪", "Ready"),
    _device("scale", "秤", "Scale", "0.752 kg", "0.752 kg"),
    _device("camera", "相机", "Camera", "录像中", "Recording"),
    _device("order_book", "订单", "Orders", "已同步", "Synced"),
)
DEVICES_IN_TROUBLE: Final = (
    replace(DEVICES[0], state=DeviceState.STOP, word=Words(zh="断开", en="Lost")),
    replace(DEVICES[1], state=DeviceState.ATTENTION, word=Words(zh="缺纸", en="Paper out")),
    *DEVICES[2:4],
    replace(DEVICES[4], state=DeviceState.WAIT, word=Words(zh="离线，14 条待传", en="Offline, 14 waiting")),
)
DAY: Final = DayView(
    orders_left=38,
    cutoff_us=DEADLINE_US,
    low=(
        LowNumbers(service=Words(zh="中国邮政国际小包", en="China Post International Small Packet"), left=7),
        LowNumbers(service=Words(zh="圆通", en="YTO Express"), left=38),
    ),
)


PACKING: Final = Screen(
    stage=Stage.PACKING,
    verdict=Verdict.OK,
    headline=Words(zh="正确：白色马克杯 330 ml", en="Correct: Mug 330 ml white"),
    detail=Words(zh="第 1 个，共 3 个", en="1 of 3"),
    order="SO-20261121-0387",
    gift=True,
    service="圆通 YTO",
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
    headline=Words(zh="扫订单", en="Scan an order"),
    detail=Words(zh="扫订单号、周转箱、面单、墙格或商品", en="Order, tote, waybill, wall cell or item"),
    steps=(Words(zh="扫订单号、周转箱、面单、墙格或商品", en="Order, tote, waybill, wall cell or item"),),
    scans=SCANS,
    commands=buttons(Stage.PACKING),
    packer="林晓",
)

STOP: Final = replace(
    PACKING,
    verdict=Verdict.STOP,
    stage=Stage.STOPPED,
    reason="not_in_order",
    headline=Words(zh="商品错误，不要装箱", en="Wrong item: do not put it in the box"),
    detail=Words(zh="", en=""),
    steps=(Words(zh="放回这一件", en="Put this one back"), Words(zh="扫清除码", en="Scan CLEAR")),
    versus=Versus(
        scanned="白色马克杯",
        scanned_variant="450 ml",
        scanned_code="6901234534024",
        scanned_picture="mug-450.svg",
        wanted="白色马克杯",
        wanted_variant="330 ml",
        wanted_code="6901234534017",
        wanted_picture="mug-330.svg",
    ),
    clear_code=CLEAR_CODE,
)

HELD_ACT: Final = Words(
    zh="买家已申请取消：把货放到异常筐，叫组长",
    en="The buyer asked to cancel: put the goods into the exceptions bin and call the supervisor",
)
HELD: Final = replace(
    IDLE,
    verdict=Verdict.STOP,
    stage=Stage.STOPPED,
    reason="order_held",
    scans=(ScanView(at_us=NOON_US, ok=False, what="订单", code="SO-20261121-0390"), *SCANS[:4]),
    detail=HELD_ACT,
    headline=Words(zh="订单被扣，不要装箱", en="Order on hold: do not pack it"),
    steps=(
        HELD_ACT,
        Words(zh="扫清除码", en="Scan CLEAR"),
    ),
    clear_code=CLEAR_CODE,
)

CHANGED: Final = replace(
    PACKING,
    verdict=Verdict.STOP,
    stage=Stage.STOPPED,
    reason="order_changed",
    headline=Words(zh="订单改了，停止装箱", en="Order changed: stop"),
    detail=Words(zh="放到异常区，重新扫单", en="Put it aside and open it again"),
    steps=(
        Words(zh="放到异常区，重新扫单", en="Put it aside and open it again"),
        Words(zh="扫清除码", en="Scan CLEAR"),
    ),
    changes=(
        ChangeView(
            what=Words(zh="数量", en="Quantity"),
            aspect="quantity",
            of="白色马克杯 330 ml",
            before=Words(zh="3", en="3"),
            after=Words(zh="1", en="1"),
        ),
        ChangeView(
            what=Words(zh="地址", en="Address"),
            aspect="street",
            of="",
            before=Words(zh="余***8号", en="余***8号"),
            after=Words(zh="西***2室", en="西***2室"),
        ),
        ChangeView(
            what=Words(zh="买家留言", en="Buyer's note"),
            aspect="message",
            of="",
            before=Words(zh="礼物，请勿放价格单", en="礼物，请勿放价格单"),
            after=Words(zh="礼物，请勿放价格单；改寄公司，工作日送", en="礼物，请勿放价格单；改寄公司，工作日送"),
        ),
    ),
    clear_code=CLEAR_CODE,
)

NO_SINGLE: Final = replace(
    IDLE,
    verdict=Verdict.ATTENTION,
    reason="no_order_for_item",
    headline=Words(zh="没有单件订单等它", en="No single order waits for it"),
    detail=Words(
        zh="要它的多件订单有 3 个：扫其中一单，或放回货架",
        en="Larger orders that need it: 3. Scan one of them, or put it back",
    ),
)

WEIGHING: Final = replace(
    PACKING,
    stage=Stage.WEIGHING,
    verdict=Verdict.ATTENTION,
    reason="weight_low",
    headline=Words(zh="轻了 182 克", en="182 g too light"),
    detail=Words(zh="面单未放行", en="Label held until it fits"),
    note_read=True,
    lines=PACKED,
    next_line=None,
    weight_mg=1_284_000,
    expected_mg=(1_430_000, 1_502_000),
    explanations=(
        ExplanationView(name="白色马克杯 330 ml", units=1, weight_mg=-182_000, picture="mug-330.svg"),
        ExplanationView(name="青瓷小碗 12 cm", units=2, weight_mg=-192_000, picture="celadon-bowl.svg"),
    ),
    commands=buttons(Stage.WEIGHING),
)

PROMPTING: Final = replace(
    PACKING,
    stage=Stage.PROMPTING,
    verdict=Verdict.ATTENTION,
    reason="prompt_open",
    headline=Words(zh="先回答问题", en="Answer the question first"),
    detail=Words(zh="", en=""),
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
    headline=Words(zh="请先回答", en="Answer the question"),
    lines=tuple(replace(line, packed=0) for line in LINES),
    next_line=0,
    note_read=False,
    prompt=still_there(6, "B03"),
)

PRINTING: Final = replace(
    PACKING,
    stage=Stage.PRINTING,
    verdict=Verdict.INFO,
    headline=Words(zh="正在打印面单", en="Printing the label"),
    detail=Words(zh="重量合格 1.466 kg", en="Weight fits, 1.466 kg"),
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
    headline=Words(zh="还没有运单号", en="No waybill number yet"),
    detail=Words(zh="扫 DHL 运单上的号，或让主管录入", en="Scan the number of a DHL waybill, or have it typed in"),
    steps=(
        Words(zh="等运单号", en="Waits for a waybill number"),
        Words(zh="贴在箱子顶面", en="Stick it on the top face"),
        Words(zh="扫箱上的面单", en="Scan it on the box"),
    ),
    service="DHL",
    commands=buttons(Stage.PRINTING),
    waybill=None,
    label=None,
    root="",
)

LABELLING: Final = replace(
    PRINTING,
    stage=Stage.LABELLING,
    verdict=Verdict.OK,
    headline=Words(zh="贴上面单，再扫一次", en="Stick the label, then scan it"),
    detail=Words(zh="已打印", en="Printed"),
    label="printed",
    label_picture="label.png",
    commands=buttons(Stage.LABELLING),
)

SEALED: Final = replace(
    LABELLING,
    stage=Stage.SEALED,
    headline=Words(zh="已封箱，扫下一单", en="Sealed: scan the next order"),
    detail=Words(zh="SO-20261121-0387 完成", en="SO-20261121-0387 is done"),
    label="confirmed",
)

OFFLINE: Final = replace(
    PACKING,
    verdict=Verdict.INFO,
    reason="book_unreachable",
    headline=Words(zh="离线，照常装箱", en="Offline: keep packing"),
    detail=Words(zh="订单数据 13:20", en="Orders as of 13:20"),
)

LONG: Final = replace(
    PACKING,
    headline=Words(
        zh="正确：加厚陶瓷手绘青花缠枝莲纹茶水分离办公杯带盖",
        en="Correct: hand-painted blue-and-white porcelain office mug with infuser and lid",
    ),
    order="8162738495061728394",
    service="中国邮政国际小包（挂号）",
    note=(
        "麻烦用纸箱多包两层气泡膜，上次的杯子碎了一个；里面请不要放任何带价格的单据和宣传页，这是送给老师的生日礼物。"
        "如果 330 ml 没有货请先联系我，不要换成别的容量，谢谢！"
    ),
    lines=(
        _line(
            "PORC-BW-LOTUS-INFUSER-LID-500ML-GIFTBOX",
            "加厚陶瓷手绘青花缠枝莲纹茶水分离办公杯带盖配勺礼盒装商务送礼生日纪念款家用大容量",
            "釉下彩 500 ml 礼盒",
            1,
            12,
            "",
        ),
        _line("MUG-330-W", "White porcelain mug with a very long handle and an even longer name", "330 ml", 0, 3, ""),
        *(_line(f"SKU-{at}", f"第 {at} 种商品", "", 0, at, "") for at in range(1, 8)),
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
    Shot("weighing", WEIGHING),
    Shot("prompting", PROMPTING),
    Shot("brought", BROUGHT),
    Shot("printing", PRINTING),
    Shot("no_number", NO_NUMBER),
    Shot("labelling", LABELLING),
    Shot("sealed", SEALED),
    Shot("offline", OFFLINE, DEVICES_IN_TROUBLE),
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
    misfits = window.misfits
    window.deleteLater()
    return misfits


def _answer_code(_prompt: str, value: str) -> str:
    return f"SB{value.upper()}-00"
