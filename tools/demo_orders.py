"""Writes ``config/demo``: order files in the exact forms the platforms export, with invented people only.

Run it from the checkout: ``python -m tools.demo_orders``. The files are kept in the repository; a test holds them equal
to what this writes. Phones 138000000xx, names and streets are made up.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from tools.biff8 import workbook

TAOBAO_46 = (
    "订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,买家支付积分,总金额,返点积分,买家实际支付金额,买家实际支付积分,订单状态,"
    "买家留言,收货人姓名,收货地址 ,运送方式,联系电话 ,联系手机,订单创建时间,订单付款时间 ,宝贝标题 ,宝贝种类 ,物流单号 ,物流公司,订单备注,"
    "宝贝总数量,店铺Id,店铺名称,订单关闭原因,卖家服务费,买家服务费,发票抬头,是否手机订单,分阶段订单信息,特权订金订单id,是否上传合同照片,"
    "是否上传小票,是否代付,订金排名,修改后的sku,修改后的收货地址,异常信息,天猫卡券抵扣,集分宝抵扣,是否是O2O交易,退款金额,预约门店"
).split(",")
TAOBAO_21 = (
    "订单编号,支付单号,买家应付货款,买家应付邮费,总金额,买家实付金额,订单状态,收货地址,运送方式,订单创建时间,商品标题,宝贝种类,物流单号,"
    "物流公司,备注标签,商家备注,宝贝总数量,开票信息,手机订单,商品属性SKU,发货时间"
).split(",")
TAOBAO_ITEMS = "订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码".split(",")
ALIEXPRESS = (
    "订单号,订单状态,负责人(业务员),买家名称,下单时间,付款时间,产品总金额,物流费用,订单金额,满立减,"
    "产品信息\n（双击单元格展开所有产品信息！）,订单备注,收货地址,收货人名称,收货国家,州/省,城市,地址,邮编,联系电话,手机,买家选择物流,"
    "发货期限,实际发货物流:运单号,发货时间,确认收货时间"
).split(",")

GOODS = (
    # sku, barcodes, name, English, variant, grams, class, picture, customs name, HS code, captures, components
    (
        "MUG-330-W",
        "{3401} 1{3401}*12",
        "白色马克杯",
        "Mug white",
        "330 ml",
        "310",
        "fragile",
        "mug-330.svg",
        "Ceramic mug",
        "6912001000",
        "",
        "",
    ),
    (
        "MUG-450-W",
        "{3402} 1{3402}*12",
        "白色马克杯",
        "Mug white",
        "450 ml",
        "395",
        "fragile",
        "mug-450.svg",
        "Ceramic mug",
        "6912001000",
        "",
        "",
    ),
    (
        "COASTER-10",
        "{3403} 1{3403}*10",
        "软木杯垫",
        "Cork coaster",
        "10 cm",
        "28",
        "",
        "cork-coaster.svg",
        "Cork coaster",
        "4503900000",
        "",
        "",
    ),
    (
        "TEAPOT-600-G",
        "{3404}",
        "石墨茶壶",
        "Graphite teapot",
        "600 ml",
        "720",
        "fragile",
        "teapot.svg",
        "Teapot",
        "6912001000",
        "",
        "",
    ),
    (
        "WHISK-B",
        "{3406}",
        "竹筅",
        "Bamboo whisk",
        "80 本",
        "24",
        "",
        "chopsticks.svg",
        "Bamboo whisk",
        "4419190000",
        "",
        "",
    ),
    (
        "BOWL-C",
        "{3410} 1{3410}*6",
        "青瓷小碗",
        "Celadon bowl",
        "11 cm",
        "182",
        "fragile",
        "celadon-bowl.svg",
        "Ceramic bowl",
        "6912001000",
        "",
        "",
    ),
    (
        "CHOPSTICKS-5",
        "{3411}",
        "竹筷",
        "Bamboo chopsticks",
        "5 双",
        "95",
        "",
        "chopsticks.svg",
        "Bamboo chopsticks",
        "4419120000",
        "",
        "",
    ),
    (
        "VASE-20",
        "{3412}",
        "白瓷花瓶",
        "White vase",
        "20 cm",
        "640",
        "fragile",
        "vase.svg",
        "Ceramic vase",
        "6913900000",
        "",
        "",
    ),
    ("TRAY-30", "{3413}", "竹托盘", "Bamboo tray", "30 cm", "410", "", "tray.svg", "Bamboo tray", "4419900000", "", ""),
    (
        "SCARF-SILK-B",
        "{3414}",
        "真丝围巾",
        "Silk scarf",
        "蓝色 Blue",
        "68",
        "clothes",
        "scarf.svg",
        "Silk scarf",
        "6214100090",
        "",
        "",
    ),
    (
        "SCARF-SILK-R",
        "{3415}",
        "真丝围巾",
        "Silk scarf",
        "红色 Red",
        "68",
        "clothes",
        "scarf.svg",
        "Silk scarf",
        "6214100090",
        "",
        "",
    ),
    (
        "TSHIRT-W-L",
        "{3416}",
        "纯棉 T 恤",
        "Cotton T-shirt",
        "白色 White L",
        "205",
        "clothes",
        "t-shirt.svg",
        "Cotton T-shirt",
        "6109100010",
        "",
        "",
    ),
    (
        "TSHIRT-W-XL",
        "{3417}",
        "纯棉 T 恤",
        "Cotton T-shirt",
        "白色 White XL",
        "218",
        "clothes",
        "t-shirt.svg",
        "Cotton T-shirt",
        "6109100010",
        "",
        "",
    ),
    (
        "EARBUDS-1",
        "{3418}",
        "无线耳机",
        "Wireless earbuds",
        "白色 White",
        "58",
        "",
        "earbuds.svg",
        "Earphones",
        "8518300000",
        "",
        "",
    ),
    (
        "CABLE-C-1M",
        "{3419} 1{3419}*20",
        "充电线",
        "USB-C cable",
        "1 m",
        "32",
        "",
        "cable.svg",
        "USB cable",
        "8544421900",
        "",
        "",
    ),
    ("STICKER-GIFT", "{3420}", "赠品贴纸", "Gift sticker", "", "6", "", "", "Paper sticker", "4821100000", "", ""),
    (
        "OIL-LAV-10",
        "{3421}",
        "薰衣草精油",
        "Lavender oil",
        "10 ml",
        "38",
        "liquid",
        "",
        "Essential oil",
        "3301292000",
        "lot expiry",
        "",
    ),
    ("CARD-THANKS", "-", "手写感谢卡", "Hand-written card", "", "9", "", "", "Paper card", "4909001000", "", ""),
    ("E-COUPON", "", "电子优惠券", "E-coupon", "", "", "virtual", "", "", "", "", ""),
    (
        "TEA-SET-5",
        "",
        "茶具套装",
        "Tea set",
        "1 壶 4 碗",
        "",
        "fragile",
        "",
        "Tea set",
        "6912001000",
        "",
        "TEAPOT-600-G BOWL-C*4",
    ),
)


def gtin(body: str) -> str:
    """A GTIN with its check digit (GS1 General Specifications, section 7.9)."""
    total = sum(int(digit) * (1 if i % 2 else 3) for i, digit in enumerate(reversed(body)))
    return body + str(-total % 10)


def _codes(text: str) -> str:
    words = []
    for word in text.split():
        code, star, count = word.partition("*")
        if "{" in code:
            item = code[code.index("{") + 1 : -1]
            code = gtin(code[: code.index("{")] + "69000004" + item)
        words.append(code + star + count)
    return " ".join(words)


def products() -> bytes:
    """The product file, UTF-8 with a mark, Chinese headers."""
    header = "货号,条码,名称,英文名称,规格,重量,类别,图片,原产国,申报品名,HS编码,记录,组成".split(",")
    rows = []
    for sku, codes, name, english, variant, grams, kind, picture, customs, hs, captures, parts in GOODS:
        row = (sku, _codes(codes), name, english, variant, grams, kind, picture, "CN", customs, hs, captures, parts)
        rows.append(row)
    return _csv([header, *rows], "utf-8-sig")


def _csv(rows: Iterable[Sequence[str]], encoding: str) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode(encoding)


HOME = "浙江省 杭州市 西湖区 样例街道样例路 {} 号(310000)"

TAOBAO_ORDERS: tuple[dict[str, str], ...] = (
    {"no": "01", "who": "林晓", "items": "MUG-330-W*1 COASTER-10*2", "at": "2026-11-20 09:12:31"},
    {
        "no": "02",
        "who": "王喆",
        "items": "MUG-330-W*3 COASTER-10*2 TEAPOT-600-G*1 WHISK-B*2 BOWL-C*3",
        "say": "礼物，请勿放价格单",
        "at": "2026/11/20 9:40",
    },
    {"no": "03", "who": "李堃", "items": "BOWL-C*12 COASTER-10*20", "at": "2026-11-20 10:05:02"},
    {"no": "04", "who": "陈镕", "items": "SCARF-SILK-B*1 STICKER-GIFT*1!", "at": "2026/11/20 10:31"},
    {"no": "05", "who": "赵一凡", "items": "VASE-20*1", "refund": "88.00", "at": "2026-11-20 11:00:00"},
    {
        "no": "06",
        "who": "孙小美",
        "items": "TSHIRT-W-L*1 TSHIRT-W-XL*1",
        "status": "等待买家付款",
        "at": "2026-11-20 11:20:10",
    },
    {"no": "07", "who": "周子墨", "items": "TEA-SET-5*1", "say": "麻烦包结实一点，谢谢", "at": "2026-11-20 13:15:44"},
    {
        "no": "08",
        "who": "吴雨桐",
        "items": "EARBUDS-1*1 CABLE-C-1M*2 CARD-THANKS*1",
        "note": "请发顺丰",
        "at": "2026/11/20 14:02",
    },
    {"no": "09", "who": "郑好", "items": "OIL-LAV-10*2", "at": "2026-11-20 14:30:00"},
    {"no": "10", "who": "冯一鸣", "items": "MUG-450-W*2", "sku": "容量:330 ml", "at": "2026-11-20 15:01:00"},
    {"no": "11", "who": "褚安安", "items": "E-COUPON*1", "way": "虚拟物品", "at": "2026-11-20 15:12:00"},
    {"no": "12", "who": "卫来", "items": "TRAY-30*1", "status": "货到付款", "at": "2026-11-20 15:40:00"},
    {
        "no": "13",
        "who": "蒋文",
        "items": "CHOPSTICKS-5*2",
        "status": "卖家已发货，等待买家确认",
        "at": "2026-11-19 10:00:00",
    },
    {"no": "14", "who": "沈清", "items": "CABLE-C-1M*1 MUG-450-W*1", "at": "2026-11-20 16:20:00"},
)
MASKED_ORDERS: tuple[dict[str, str], ...] = (
    {"no": "21", "items": "MUG-450-W*1 COASTER-10*1", "at": "2026-11-20 17:05:00", "note": "易碎"},
    {"no": "22", "items": "SCARF-SILK-R*1", "at": "2026-11-20 17:30:00"},
)


def number(order: dict[str, str]) -> str:
    return f"31000000000000000{order['no']}"


def lines(order: dict[str, str]) -> list[tuple[str, int, bool]]:
    """SKU, quantity and whether it is free."""
    found = []
    for word in order["items"].split():
        sku, _star, count = word.rstrip("!").partition("*")
        found.append((sku, int(count), word.endswith("!")))
    return found


def taobao_orders() -> bytes:
    """The order report of 46 columns, GBK, ids wrapped as ``="…"``, phones behind an apostrophe."""
    return _csv([TAOBAO_46, *(_row(TAOBAO_46, _taobao_cells(order)) for order in TAOBAO_ORDERS)], "gbk")


def _taobao_cells(order: dict[str, str]) -> dict[str, str]:
    titles = {sku: name for sku, _codes, name, *_rest in GOODS}
    units = sum(count for _sku, count, _free in lines(order))
    unpaid = order.get("status") == "等待买家付款"
    return {
        "订单编号": f'="{number(order)}"',
        "买家会员名": f"样例买家{order['no']}",
        "买家应付货款": "99.00",
        "买家应付邮费": "0.00",
        "买家支付积分": "0",
        "总金额": "99.00",
        "返点积分": "0",
        "买家实际支付金额": "0.00" if unpaid else "99.00",
        "买家实际支付积分": "0",
        "订单状态": order.get("status", "买家已付款，等待卖家发货"),
        "买家留言": order.get("say", ""),
        "收货人姓名": order["who"],
        "收货地址": HOME.format(int(order["no"])),
        "运送方式": order.get("way", "快递"),
        "联系电话": "'",
        "联系手机": f"'138000000{order['no']}",
        "订单创建时间": order["at"],
        "订单付款时间": "" if unpaid else order["at"],
        "宝贝标题": "，".join(titles[sku] for sku, _count, _free in lines(order)),
        "宝贝种类": str(len(lines(order))),
        "物流单号": "No:YT9900000000013" if "发货" in order.get("status", "")[:4] else "",
        "物流公司": "圆通速递" if "发货" in order.get("status", "")[:4] else "",
        "订单备注": f"'{order['note']}" if "note" in order else "'null",
        "宝贝总数量": str(units),
        "店铺Id": "0",
        "店铺名称": "样例小店",
        "订单关闭原因": "订单未关闭",
        "卖家服务费": "0",
        "买家服务费": "0",
        "是否手机订单": "手机订单",
        "是否上传合同照片": "否",
        "是否上传小票": "否",
        "是否代付": "否",
        "修改后的sku": order.get("sku", ""),
        "退款金额": order.get("refund", "0.00"),
    }


def _row(headers: Sequence[str], cells: dict[str, str]) -> list[str]:
    return [cells.get(header.strip().split("\n")[0], "") for header in headers]


def taobao_masked() -> bytes:
    """The order report of 21 columns: the address is masked, there is no name and no phone."""
    rows = []
    for order in MASKED_ORDERS:
        cells = _taobao_cells({**order, "who": ""}) | {
            "收货地址": "浙江省 杭州市 西湖区 样例街道****",
            "商家备注": order.get("note", ""),
            "买家实付金额": "59.00",
            "手机订单": "手机订单",
        }
        rows.append(_row(TAOBAO_21, cells))
    return _csv([TAOBAO_21, *rows], "gbk")


def taobao_items() -> bytes:
    """The item report of both order reports, GBK."""
    goods = {sku: (name, variant) for sku, _codes, name, _english, variant, *_rest in GOODS}
    rows = []
    for order in (*TAOBAO_ORDERS, *MASKED_ORDERS):
        for sku, count, free in lines(order):
            name, variant = goods[sku]
            cells = {
                "订单编号": f'="{number(order)}"',
                "标题": name,
                "价格": "0.00" if free else "29.90",
                "购买数量": str(count),
                "商品属性": f"规格：{variant}" if variant else "",
                "备注": "'null",
                "订单状态": order.get("status", "买家已付款，等待卖家发货"),
                "商家编码": f" {sku}",
            }
            rows.append(_row(TAOBAO_ITEMS, cells))
    return _csv([TAOBAO_ITEMS, *rows], "gbk")


ALIEXPRESS_ORDERS: tuple[dict[str, str], ...] = (
    {
        "no": "01",
        "who": "Alex Sample",
        "where": "United States|Oregon|Sampleville|1 Example Street|97000",
        "items": "MUG-330-W*2 COASTER-10*2",
        "service": "ePacket",
        "due": "2026-11-27 09:00",
    },
    {
        "no": "02",
        "who": "Maria Exemplo",
        "where": "Brazil|SP|Cidade Exemplo|Rua Exemplo 2|01000-000",
        "items": "SCARF-SILK-R*1",
        "due": "2026-11-25 12:30",
    },
    {
        "no": "03",
        "who": "Jean Échantillon",
        "where": "France||Villexemple|3 rue de l'Exemple|75000",
        "items": "TSHIRT-W-L*2",
        "say": "It is a gift, no invoice in the box please",
        "due": "2026-11-26 08:15",
    },
    {
        "no": "04",
        "who": "Sam Placeholder",
        "where": "United Kingdom|Kent|Mocktown|4 Pretend Lane|ME0 0ZZ",
        "items": "TEAPOT-600-G*3",
        "due": "2026-11-28 20:00",
    },
    {
        "no": "05",
        "who": "Olga Primer",
        "where": "Russian Federation|Primer|Obrazets|Ulitsa Primernaya 5|100000",
        "items": "EARBUDS-1*1",
        "status": "风控24小时",
        "due": "2026-11-29 10:00",
    },
    {
        "no": "06",
        "who": "Pat Dummy",
        "where": "Australia|NSW|Testford|6 Nowhere Road|2000",
        "items": "VASE-20*1",
        "status": "买家申请取消",
        "due": "2026-11-27 18:45",
    },
    {
        "no": "07",
        "who": "Chris Nobody",
        "where": "Canada|ON|Faketon|7 Invented Avenue|K0A 0A0",
        "items": "BOWL-C*2 CHOPSTICKS-5*1",
        "due": "2026-11-27 11:11",
    },
)


def aliexpress() -> bytes:
    """The seller export: a true BIFF8 workbook, all lines of an order in one cell."""
    rows = [ALIEXPRESS, *(_row(ALIEXPRESS, _aliexpress_cells(order)) for order in ALIEXPRESS_ORDERS)]
    return workbook("Sheet0", rows)


def _aliexpress_cells(order: dict[str, str]) -> dict[str, str]:
    country, province, city, street, postcode = order["where"].split("|")
    return {
        "订单号": f"81000000000000{order['no']}",
        "订单状态": order.get("status", "等待您发货"),
        "负责人(业务员)": "样例",
        "买家名称": order["who"],
        "下单时间": f"2026-11-20 0{int(order['no']) % 9 + 1}:10",
        "付款时间": f"2026-11-20 0{int(order['no']) % 9 + 1}:12",
        "产品总金额": "US $19.90",
        "物流费用": "US $0.00",
        "订单金额": "US $19.90",
        "产品信息": _product_cell(order),
        "订单备注": order.get("say", ""),
        "收货地址": " ".join(filter(None, (street, city, province, country, postcode))),
        "收货人名称": order["who"],
        "收货国家": country,
        "州/省": province,
        "城市": city,
        "地址": street,
        "邮编": postcode,
        "联系电话": "0000-0000000",
        "手机": f"000000000{order['no']}",
        "买家选择物流": order.get("service", ""),
        "发货期限": order["due"],
    }


def _product_cell(order: dict[str, str]) -> str:
    goods = {sku: (english, variant) for sku, _codes, _name, english, variant, *_rest in GOODS}
    parts = []
    for index, (sku, count, _free) in enumerate(lines(order), start=1):
        name, variant = goods[sku]
        service = order.get("service", "AliExpress Standard Shipping")
        parts.append(
            f"【{index}】 {name} {variant}\n(产品属性:Size:{variant} )\n(商家编码:{sku})\n(产品数量:{count} piece)\n"
            f"(物流等级&买家选择物流:{service})\n"
        )
    return "".join(parts)


def yto_numbers() -> bytes:
    return "".join(f"YT{8_900_000_000_000 + n:013d}\n" for n in range(1, 61)).encode()


def s10(service: str, serial: int, country: str = "CN") -> str:
    """A UPU S10 number with its check digit."""
    digits = f"{serial:08d}"
    rest = 11 - sum(int(d) * w for d, w in zip(digits, (8, 6, 4, 2, 3, 5, 9, 7), strict=True)) % 11
    return f"{service}{digits}{ {10: 0, 11: 5}.get(rest, rest) }{country}"


def epacket_numbers() -> bytes:
    return "".join(s10("LX", 12_345_678 + n) + "\n" for n in range(40)).encode()


def small_packet_numbers() -> bytes:
    return "".join(s10("RX", 87_654_321 + n) + "\n" for n in range(40)).encode()


def sf_numbers() -> bytes:
    return "".join(f"SF1{990_000_000_000 + n:012d}\n" for n in range(1, 21)).encode()


FILES = {
    "products.csv": products,
    "taobao-orders.csv": taobao_orders,
    "taobao-orders-21.csv": taobao_masked,
    "taobao-items.csv": taobao_items,
    "aliexpress.xls": aliexpress,
    "waybills-yto.txt": yto_numbers,
    "waybills-sf.txt": sf_numbers,
    "waybills-epacket.txt": epacket_numbers,
    "waybills-china-post-small-packet.txt": small_packet_numbers,
}


def write(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in FILES.items():
        (folder / name).write_bytes(make())


if __name__ == "__main__":
    write(Path(__file__).resolve().parent.parent / "config" / "demo")
