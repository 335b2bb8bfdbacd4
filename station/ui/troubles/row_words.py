"""What can be wrong with one row of an order file: why it was not taken."""

from __future__ import annotations

from typing import Final

from station.ui.words import Words

FAULTS: Final = (
    Words(zh="没有订单号", en="the order number is missing"),
    Words(
        zh="表格软件把订单号变成了 {shown}：请重新导出文件",
        en="a spreadsheet has turned the order number into {shown}: export the file again",
    ),
    Words(zh="{text} 不是订单号", en="{text} is no order number"),
    Words(zh="订单 {order} 在这个文件里内容不同", en="order {order} stands in this file with different content"),
    Words(
        zh="订单 {order} 在这个文件里出现多次，商品行不同",
        en="order {order} stands in this file more than once, with different lines",
    ),
    Words(
        zh="订单 {order} 在这个文件里有一行写了两种",
        en="order {order} stands in this file with one line in two versions",
    ),
    Words(
        zh="订单 {order} 在这个文件里，货号 {sku} 的数量或金额前后不同",
        en="order {order} stands in this file with SKU {sku} in different quantities or values",
    ),
    Words(
        zh="数量要是 1 到 {most} 的整数，写的是 {text}",
        en="the quantity must be a whole number from 1 to {most}, not {text}",
    ),
    Words(zh="{text} 不是日期和时间", en="{text} is no date and time"),
    Words(
        zh="订单库里已有店铺 {shop} 的订单 {order}：若是同一单，用 --shop 指明那个店铺",
        en="the book has order {order} for shop {shop}: name that with --shop if it is the same order",
    ),
    Words(zh="没有货号", en="the SKU is missing"),
    Words(
        zh="这一行没有商家编码：在平台上给商品填好，再导出",
        en="the line has no seller SKU: give the item one on the platform and export again",
    ),
    Words(
        zh="这一行没有货号：在店铺里给商品填好，再导出",
        en="the line has no SKU: give the item one in the shop and export again",
    ),
    Words(
        zh="货号 {sku} 对应几个规格：给每个规格填自己的单品货号",
        en="货号 {sku} stands for several variants: give each of them its own 单品货号",
    ),
    Words(
        zh="订单没有商品行：产品信息里缺【",
        en="the order has no line: 【 is missing in its product cell",
    ),
    Words(zh="第 {line} 行没有商家编码", en="line {line} has no seller SKU (商家编码)"),
    Words(zh="第 {line} 行没有产品数量", en="line {line} has no quantity (产品数量)"),
    Words(
        zh="不认识国家 {country}：请写两位字母代码",
        en="the country {country} is not known: write its two-letter code",
    ),
    Words(zh="没有 {text} 这种增值服务；有：{known}", en="{text} is no value-added service; known: {known}"),
    Words(zh="{text} 不是金额，写成 12.50 这样", en="{text} is no value such as 12.50"),
    Words(
        zh="申报金额要写货币，三个字母，例如 USD",
        en="a declared value needs its currency, three letters such as USD",
    ),
    Words(zh="没有单号", en="the number is missing"),
    Words(zh="没有时间", en="the time is missing"),
    Words(zh="{text} 不是包裹的重量：最多 {most} kg", en="{text} is no weight of a parcel: at most {most} kg"),
    Words(zh="{text} 不是重量", en="{text} is no weight"),
    Words(zh="货号 {sku} 出现两次", en="SKU {sku} stands twice"),
    Words(zh="货号是 1 到 {most} 个字", en="a SKU has 1 to {most} characters"),
    Words(
        zh="重量要大于 0，最多 {most} g，精确到毫克",
        en="a weight is more than 0 and at most {most} g, to the milligram",
    ),
    Words(zh="尺寸是三边，写成 100x80x60 这样，写的是 {text}", en="a size has three sides like 100x80x60, not {text}"),
    Words(zh="{text} 不是长度", en="{text} is no length"),
    Words(zh="边长要大于 0，最多 {most} mm", en="a side is more than 0 and at most {most} mm"),
    Words(zh="{text} 不是 lot、expiry 或 serial", en="{text} is none of lot, expiry, serial"),
    Words(zh="条码超过 {most} 个", en="more than {most} barcodes"),
    Words(
        zh="表格软件把条码变成了 {text}：把这一列改成文本，再试",
        en="a spreadsheet has turned the code into {text}: make the column text and try again",
    ),
    Words(zh="{text} 不是条码，也不是“条码*件数”", en="{text} is no code and no code*count"),
)
