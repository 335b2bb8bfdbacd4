"""The export file of each platform for a list of sales, from its published columns. Knows nothing of the readers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, timedelta, timezone
from random import Random

from tests.orders.containers import Merge
from tests.orders.demo_data import ALIEXPRESS, TAOBAO_21, TAOBAO_46, TAOBAO_ITEMS
from tests.orders.sales import ABROAD, Sale, Sold

CHINA = timezone(timedelta(hours=8))

ALI1688 = (
    "订单编号,买家公司名,买家会员名,卖家公司名,卖家会员名,货品总价(元),运费,涨价或折扣(元),实付款,订单状态,"
    "订单创建时间,订单付款时间,发货方,收货人姓名,收货地址,邮编,联系电话,联系手机,货品标题,单价(元),数量,单位,货号,型号,"
    "Offer ID,SKU ID,物料编号,单品货号,货品种类,买家留言,物流公司,运单号"
)
AMAZON = (
    "order-id,order-item-id,purchase-date,payments-date,buyer-email,buyer-name,buyer-phone-number,sku,product-name,"
    "quantity-purchased,currency,item-price,item-tax,shipping-price,shipping-tax,ship-service-level,recipient-name,"
    "ship-address-1,ship-address-2,ship-address-3,ship-city,ship-state,ship-postal-code,ship-country,ship-phone-number,"
    "delivery-start-date,delivery-end-date,delivery-time-zone,delivery-Instructions,sales-channel,earliest-ship-date,"
    "latest-ship-date,earliest-delivery-date,latest-delivery-date,is-business-order,purchase-order-number,"
    "price-designation,is-prime"
)
SHOPIFY = (
    "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,"
    "Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,"
    "Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,"
    "Lineitem fulfillment status,Billing Name,Billing Street,Billing City,Billing Country,Shipping Name,"
    "Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,"
    "Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,"
    "Payment Reference,Refunded Amount,Vendor,Id,Tags,Risk Level,Source,Lineitem discount,Phone"
)
DIANXIAOMI = (
    "订单号,店铺账号,SKU,属性,数量,单价,币种,发货仓库,买家姓名,地址1,城市,省/州,区县,国家二字码,邮编,手机,Email,"
    "买家备注,下单时间,客服备注"
)
OWN = "Order No,SKU,Qty,Product,Status,Consignee,Tel,Country,Region,City,Street,Zip,Buyer message,Paid at"


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    headers: tuple[str, ...]
    rows: list[list[str]]
    merges: list[Merge]


Lay = Callable[[Sale], list[dict[str, str]]]
"""The rows of one sale by their headers."""


def export(columns: str, lay: Lay, sales: Sequence[Sale], chance: Random, *, merged: bool = False) -> Export:
    """The file's cells, columns in any order, with columns nobody asked for and blanks behind headers."""
    headers = [*columns.split(","), "备用列", "Internal use"]
    chance.shuffle(headers)
    rows: list[list[str]] = []
    merges: list[Merge] = []
    for sale in sales:
        laid = lay(sale)
        first = len(rows) + 2
        rows += ([cells.get(header.strip().split("\n")[0], "") for header in headers] for cells in laid)
        if merged and len(laid) > 1:
            order_columns = [i for i, header in enumerate(headers, 1) if header not in _LINE_COLUMNS]
            merges += ((column, first, first + len(laid) - 1) for column in order_columns)
    return Export(headers=tuple(header + chance.choice(("", " ")) for header in headers), rows=rows, merges=merges)


_LINE_COLUMNS = ("货品标题", "单价(元)", "数量", "单位", "货号", "型号", "Offer ID", "SKU ID", "物料编号", "单品货号")


def _china(sale: Sale) -> str:
    return (
        sale.at.strftime("%Y-%m-%d %H:%M:%S") if sale.minute % 2 else f"{sale.at:%Y/%m/%d} {sale.at.hour}:{sale.at:%M}"
    )


def _address(sale: Sale) -> str:
    return f"{sale.province} {sale.city} {sale.district} {sale.street}"


def taobao_orders(sale: Sale) -> list[dict[str, str]]:
    return [
        {
            "订单编号": f'="{number19(sale)}"',
            "订单状态": "买家已付款，等待卖家发货",
            "买家留言": sale.says or "'null",
            "收货人姓名": sale.buyer,
            "收货地址": f"{_address(sale)}({sale.postcode})",
            "联系手机": f"'{sale.phone}",
            "联系电话": "'",
            "订单付款时间": _china(sale),
            "宝贝总数量": str(sale.units),
            "退款金额": "0.00",
        }
    ]


def taobao_orders_21(sale: Sale) -> list[dict[str, str]]:
    """The version of 2026: no receiver, and the street masked."""
    return [
        {
            "订单编号": f'="{number19(sale)}"',
            "订单状态": "买家已付款，等待卖家发货",
            "收货地址": f"{sale.province} {sale.city} {sale.district} {sale.street[:1]}****",
            "订单创建时间": _china(sale),
            "商品标题": sale.lines[0].title,
            "宝贝总数量": str(sale.units),
        }
    ]


def taobao_items(sale: Sale) -> list[dict[str, str]]:
    return [
        {
            "订单编号": f'="{number19(sale)}"',
            "标题": sold.title,
            "价格": "9.90",
            "购买数量": str(sold.units),
            "商家编码": f" {sold.sku}",
        }
        for sold in sale.lines
    ]


def aliexpress(sale: Sale) -> list[dict[str, str]]:
    block = "【{}】 {}\n(产品属性:Color:White )\n(商家编码:{})\n(产品数量:{} piece)\n(物流等级&买家选择物流:ePacket)\n"
    goods = (block.format(i, sold.title, sold.sku, sold.units) for i, sold in enumerate(sale.lines, 1))
    return [
        {
            "订单号": number19(sale)[3:],
            "订单状态": "等待您发货",
            "付款时间": f"{sale.at:%Y-%m-%d %H:%M}",
            "产品信息": "".join(goods),
            "订单备注": sale.says,
            "收货人名称": sale.buyer,
            "收货国家": ABROAD[sale.country],
            "州/省": sale.province,
            "城市": sale.city,
            "地址": sale.street,
            "邮编": sale.postcode,
            "手机": sale.phone,
        }
    ]


def _once(head: dict[str, str], lines: list[dict[str, str]]) -> list[dict[str, str]]:
    """The order's cells on its first row only."""
    return [({**head, **line} if i == 0 else line) for i, line in enumerate(lines)]


def ali1688(sale: Sale) -> list[dict[str, str]]:
    head = {
        "订单编号": number19(sale),
        "订单状态": "等待卖家发货",
        "订单付款时间": _china(sale),
        "收货人姓名": sale.buyer,
        "收货地址": _address(sale),
        "邮编": sale.postcode,
        "联系手机": sale.phone,
        "货品种类": str(len(sale.lines)),
        "买家留言": sale.says,
    }
    return _once(head, [_goods_1688(sold, i) for i, sold in enumerate(sale.lines)])


def _goods_1688(sold: Sold, index: int) -> dict[str, str]:
    return {
        "货品标题": sold.title,
        "单价(元)": "9.9",
        "数量": str(sold.units),
        "单位": "件",
        "Offer ID": "600000000001",
        "SKU ID": str(5_000_000_000_001 + index),
        "货号": "样例货号",
        "单品货号": sold.sku,
    }


def amazon(sale: Sale) -> list[dict[str, str]]:
    paid = sale.at.replace(tzinfo=CHINA).astimezone(UTC)
    head = {
        "order-id": f"111-{sale.serial:07d}-0000001",
        "purchase-date": paid.isoformat(),
        "payments-date": paid.astimezone(timezone(timedelta(hours=-7))).isoformat(),
        "ship-service-level": "Standard",
        "recipient-name": sale.buyer,
        "ship-address-1": sale.street,
        "ship-city": sale.city,
        "ship-state": sale.province,
        "ship-postal-code": sale.postcode,
        "ship-country": sale.country,
        "ship-phone-number": sale.phone,
        "delivery-Instructions": sale.says,
        "latest-ship-date": (paid + timedelta(days=2)).isoformat(),
        "is-business-order": "false",
    }
    return [
        {
            **head,
            "order-item-id": f"{sale.serial:05d}{i:05d}",
            "sku": sold.sku,
            "product-name": sold.title,
            "quantity-purchased": str(sold.units),
        }
        for i, sold in enumerate(sale.lines)
    ]


def shopify(sale: Sale) -> list[dict[str, str]]:
    head = {
        "Email": "buyer@example.com",
        "Financial Status": "paid",
        "Paid at": sale.at.replace(tzinfo=CHINA).strftime("%Y-%m-%d %H:%M:%S %z"),
        "Fulfillment Status": "unfulfilled",
        "Shipping Method": "Standard",
        "Shipping Name": sale.buyer,
        "Shipping Street": sale.street,
        "Shipping Address1": sale.street,
        "Shipping City": sale.city,
        "Shipping Zip": f"'{sale.postcode}",
        "Shipping Province": sale.province,
        "Shipping Country": sale.country,
        "Shipping Phone": f"'{sale.phone}",
        "Notes": sale.says,
        "Refunded Amount": "0.00",
        "Risk Level": "Low",
        "Id": str(6_000_000_000_000 + sale.serial),
    }
    lines = [
        {
            "Lineitem quantity": str(sold.units),
            "Lineitem name": sold.title,
            "Lineitem sku": sold.sku,
            "Lineitem requires shipping": "true",
            "Lineitem fulfillment status": "pending",
        }
        for sold in sale.lines
    ]
    return [{"Name": f"#{sale.serial}", "Vendor": "样例店", **cells} for cells in _once(head, lines)]


def dianxiaomi(sale: Sale) -> list[dict[str, str]]:
    head = {
        "订单号": f"DX-{sale.serial}",
        "店铺账号": "样例店",
        "买家姓名": sale.buyer,
        "地址1": sale.street,
        "城市": sale.city,
        "省/州": sale.province,
        "国家二字码": sale.country,
        "邮编": sale.postcode,
        "手机": sale.phone,
        "买家备注": sale.says,
    }
    return [{**head, "SKU": sold.sku, "数量": str(sold.units), "单价": "1.50"} for sold in sale.lines]


def own(sale: Sale) -> list[dict[str, str]]:
    head = {
        "Status": "paid",
        "Consignee": sale.buyer,
        "Tel": sale.phone,
        "Country": ABROAD[sale.country],
        "Region": sale.province,
        "City": sale.city,
        "Street": sale.street,
        "Zip": sale.postcode,
        "Buyer message": sale.says,
        "Paid at": _china(sale),
    }
    lines = [{"SKU": sold.sku, "Qty": str(sold.units), "Product": sold.title} for sold in sale.lines]
    return [{"Order No": f"SO-{sale.serial}", **cells} for cells in _once(head, lines)]


def number19(sale: Sale) -> str:
    return f"31000000000000{sale.serial:05d}"


COLUMNS: Mapping[Lay, str] = {
    taobao_orders: TAOBAO_46,
    taobao_orders_21: TAOBAO_21,
    taobao_items: TAOBAO_ITEMS,
    aliexpress: ALIEXPRESS,
    ali1688: ALI1688,
    amazon: AMAZON,
    shopify: SHOPIFY,
    dianxiaomi: DIANXIAOMI,
    own: OWN,
}
