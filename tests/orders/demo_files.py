"""Writes ``config/demo``: order files in the exact forms the platforms export, from ``demo_data``.

``python -m tests.orders.demo_files`` writes them anew; a test holds the files of the repository equal to these.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from tests.orders.biff8 import workbook
from tests.orders.demo_data import (
    ALIEXPRESS,
    ALIEXPRESS_ORDERS,
    GOODS,
    MASKED_ORDERS,
    PRODUCTS,
    TAOBAO_21,
    TAOBAO_46,
    TAOBAO_ITEMS,
    TAOBAO_ORDERS,
)

DEMO = Path(__file__).resolve().parents[2] / "config" / "demo"
_ADDRESS = "浙江省 杭州市 西湖区 样例街道样例路 {} 号(310000)"


def goods() -> list[dict[str, str]]:
    """Each product by the columns of the product file."""
    rows = (line.split("|") for line in GOODS.strip().splitlines())
    return [dict(zip(PRODUCTS.split(","), row, strict=True)) for row in rows]


def by_sku() -> dict[str, dict[str, str]]:
    return {each["货号"]: each for each in goods()}


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
    rows = [list((each | {"条码": _codes(each["条码"])}).values()) for each in goods()]
    return _csv([PRODUCTS.split(","), *rows], "utf-8-sig")


def _csv(rows: Iterable[Sequence[str]], encoding: str) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode(encoding)


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
    return _report(TAOBAO_46, (_taobao_cells(order) for order in TAOBAO_ORDERS))


def _taobao_cells(order: dict[str, str]) -> dict[str, str]:
    known = by_sku()
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
        "收货地址": _ADDRESS.format(int(order["no"])),
        "运送方式": order.get("way", "快递"),
        "联系电话": "'",
        "联系手机": f"'138000000{order['no']}",
        "订单创建时间": order["at"],
        "订单付款时间": "" if unpaid else order["at"],
        "宝贝标题": "，".join(known[sku]["名称"] for sku, _count, _free in lines(order)),
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


def _row(headers: Sequence[str], cells: Mapping[str, str]) -> list[str]:
    return [cells.get(header.strip().split("\n")[0], "") for header in headers]


def _report(columns: str, rows: Iterable[Mapping[str, str]]) -> bytes:
    headers = columns.split(",")
    return _csv([headers, *(_row(headers, cells) for cells in rows)], "gbk")


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
        rows.append(cells)
    return _report(TAOBAO_21, rows)


def taobao_items() -> bytes:
    """The item report of both order reports, GBK."""
    known = by_sku()
    rows = []
    for order in (*TAOBAO_ORDERS, *MASKED_ORDERS):
        for sku, count, free in lines(order):
            name, variant = known[sku]["名称"], known[sku]["规格"]
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
            rows.append(cells)
    return _report(TAOBAO_ITEMS, rows)


def aliexpress() -> bytes:
    """The seller export: a true BIFF8 workbook, all lines of an order in one cell."""
    headers = ALIEXPRESS.split(",")
    return workbook("Sheet0", [headers, *(_row(headers, _aliexpress_cells(order)) for order in ALIEXPRESS_ORDERS)])


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
    known = by_sku()
    parts = []
    for index, (sku, count, _free) in enumerate(lines(order), start=1):
        name, variant = known[sku]["英文名称"], known[sku]["规格"]
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


def ems_numbers() -> bytes:
    return "".join(s10("EX", 87_654_321 + n) + "\n" for n in range(20)).encode()


def sf_numbers() -> bytes:
    return "".join(f"SF1{990_000_000_000 + n:012d}\n" for n in range(1, 21)).encode()


FILES: Mapping[str, Callable[[], bytes]] = {
    "products.csv": products,
    "taobao-orders.csv": taobao_orders,
    "taobao-orders-21.csv": taobao_masked,
    "taobao-items.csv": taobao_items,
    "aliexpress.xls": aliexpress,
    "waybills-yto.txt": yto_numbers,
    "waybills-sf.txt": sf_numbers,
    "waybills-ems.txt": ems_numbers,
    "waybills-epacket.txt": epacket_numbers,
    "waybills-china-post-small-packet.txt": small_packet_numbers,
}


def write(folder: Path) -> None:
    for name, make in FILES.items():
        (folder / name).write_bytes(make())


if __name__ == "__main__":
    write(DEMO)
