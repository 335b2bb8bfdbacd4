"""Invented orders to try a template with. Nobody lives there and no number answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from station.packing.model import Money, Order, OrderLine, OrderNo, Recipient, ServiceId, Sku, Waybill


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    order: Order
    waybill: Waybill
    weight_mg: int | None
    units: int
    copy: int = 1


def _line(sku: str, quantity: int, name: str, customs_name: str, weight_mg: int, hs_code: str, cents: int) -> OrderLine:
    return OrderLine(
        sku=Sku(sku),
        quantity=quantity,
        name=name,
        customs_name=customs_name,
        weight_mg=weight_mg,
        hs_code=hs_code,
        origin="CN",
        declared_value=Money(hundredths=cents, currency="USD"),
    )


_SENDER = Recipient(
    name="禾间器物",
    phone="0571-00006120",
    province="浙江省",
    city="湖州市",
    district="德清县",
    street="云岫路 9 号 3 号库",
)

_DOMESTIC = Sample(
    order=Order(
        number=OrderNo("SO-20261121-0387"),
        platform="taobao",
        shop="demo",
        lines=(
            OrderLine(sku=Sku("MUG-330"), quantity=10, name="粗陶马克杯 330 ml"),
            OrderLine(sku=Sku("TRAY-30"), quantity=1, name="白蜡木托盘 30 cm"),
        ),
        recipient=Recipient(
            name="周堃镕",
            phone="13800002207",
            province="浙江省",
            city="杭州市",
            district="临平区",
            street="星桥街道枫桥路 18 号 6 幢 2 单元 1103 室",
        ),
        sender=_SENDER,
        service=ServiceId("yto"),
        service_name="圆通速递",
        sort_code="320-N14-06",
    ),
    waybill=Waybill("YT7630118422907"),
    weight_mg=1_466_000,
    units=11,
)

_INTERNATIONAL = Sample(
    order=Order(
        number=OrderNo("8170000000000042"),
        platform="aliexpress",
        shop="demo",
        lines=(
            _line("BOWL-CEL", 2, "Celadon bowl 12 cm", "Ceramic bowls", 262_000, "691200", 1_250),
            _line("CHOP-5", 1, "Chopsticks, 5 pairs", "Wooden chopsticks", 118_000, "441912", 899),
            _line("COAST-4", 1, "Cork coasters, set of 4", "Cork coasters", 96_000, "450310", 640),
        ),
        recipient=Recipient(
            name="Avery Example",
            phone="+1 202 555 0143",
            country="US",
            province="OR",
            city="Sampleton",
            street="1204 Placeholder Avenue, Apt 7B",
            postcode="97000",
        ),
        sender=Recipient(
            name="Hejian Homeware",
            phone="+86 571 0000 6120",
            province="Zhejiang",
            city="Huzhou",
            district="Deqing",
            street="Warehouse 3, 9 Yunxiu Road",
            postcode="313200",
        ),
        service=ServiceId("epacket"),
        service_name="ePacket e邮宝",
    ),
    waybill=Waybill("LZ123456785CN"),
    weight_mg=842_000,
    units=4,
)

_WORST = Sample(
    order=replace(
        _DOMESTIC.order,
        number=OrderNo("SO-2026112100000000000000387-拆单-02"),
        recipient=Recipient(
            name="买买提·阿卜杜热西提江（请放前台代收）",
            phone="+86-13800000001-转-00012345",
            province="新疆维吾尔自治区",
            city="克孜勒苏柯尔克孜自治州",
            district="阿克陶县",
            street="皮拉勒乡示例村五组团结路与幸福路交叉口向北二百米路西喆堃大厦 B 座 17 层 1708-1712 室"
            "（工作日送货，请提前半小时电话联系，门口有狗）Building B, 17/F, Zhekun Tower",
        ),
        sender=replace(
            _SENDER,
            name="禾间器物手工陶瓷与木作旗舰店（二号仓）",
            street="云岫路 9 号新世界产业园 3 号库东侧二楼发货部",
        ),
        service_name="中国邮政速递物流特快专递",
        sort_code="830-新疆 K14-06 阿克陶",
    ),
    waybill=Waybill("YT9990000000000000001"),
    weight_mg=28_999_000,
    units=480,
    copy=12,
)

_GIFT = replace(
    _DOMESTIC,
    order=replace(
        _DOMESTIC.order,
        number=OrderNo("SO-20261121-0391"),
        gift=True,
        buyer_message="送朋友的生日礼物，请勿放价格单",
        service_name="中通快递",
        service=ServiceId("zto"),
        sort_code="",
    ),
    waybill=Waybill("73000000000017"),
)

SAMPLES: Final = MappingProxyType(
    {"domestic": _DOMESTIC, "international": _INTERNATIONAL, "worst-case": _WORST, "gift": _GIFT}
)
