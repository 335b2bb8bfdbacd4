"""What stands against a label, whole, in both languages; fields in braces are filled by ``station.labels``. Texts only.

A fault is recorded as it was said. A screen of a third language knows by these what it is made of, and by ``FIELDS``
and ``BEGINNINGS`` what people call the fields of template files.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

FAULTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "no_code": ("{field}不能印成条码", "Cannot be printed as a code: {field}"),
        "code_too_long": ("{field}太长，条码放不下", "Too long for its code: {field}"),
        "code_unread": ("{field}的条码读不出来", "The code does not read back: {field}"),
        "code_too_many": ("面单上多出一个条码“{text}”", "The label reads '{text}', which nobody asked for"),
        "too_long": ("{field}太长，面单放不下", "Too long for the label: {field}"),
        "far_too_long": ("{field}太长：{count} 个字", "Far too long for the label: {field}, {count} characters"),
        "no_glyph": (
            "{field}里的“{character}”（{code}）打印不出来",
            "'{character}' ({code}) in {field} cannot be printed",
        ),
        "too_many_rows": (
            "面单放不下：{field}有 {count} 行，最多 {most} 行",
            "Too many rows for the label: {field}, {count} of at most {most}",
        ),
        "no_picture": ("面单上的图片无法读取", "A picture of the label cannot be read"),
        "head_too_narrow": (
            "面单宽 {width} 点，“{printer}”的打印头只有 {head} 点",
            "The label is {width} dots wide, the print head of '{printer}' {head}",
        ),
        "wrong_template": (
            "{carrier}只收 {allowed} 毫米的面单，现在的模板是 {size} 毫米：换模板或换快递",
            "{carrier} takes labels of {allowed} mm, this template is {size} mm: choose another template or service",
        ),
        "wrong_paper": (
            "{carrier}只收 {allowed} 毫米的面单，“{printer}”里装的是 {inside} 毫米：换纸、换打印机或换快递",
            "{carrier} takes labels of {allowed} mm; '{printer}' has {inside}: other paper, printer or carrier",
        ),
        "no_template": (
            "没有这种尺寸的面单模板，“{printer}”里装的是 {inside} 毫米：换纸、换打印机或换快递",
            "There is no label of that size; '{printer}' has {inside}: other paper, printer or carrier",
        ),
        "no_template_domestic": (
            "没有这种尺寸的国内面单模板，“{printer}”里装的是 {inside} 毫米：换纸、换打印机或换快递",
            "There is no domestic label of that size; '{printer}' has {inside}: other paper, printer or carrier",
        ),
        "no_template_international": (
            "没有这种尺寸的国际面单模板，“{printer}”里装的是 {inside} 毫米：换纸、换打印机或换快递",
            "There is no international label of that size; '{printer}' has {inside}: other paper, printer or carrier",
        ),
        "no_printer": ("没有打印机", "there is no printer for it"),
        "paper_too_small": ("“{printer}”的纸打不了 {size} 毫米", "the paper in '{printer}' is not for {size} mm"),
    }
)

FIELDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "recipient_name": ("收件人姓名", "the recipient's name"),
        "recipient_phone": ("收件人电话", "the recipient's phone"),
        "sender_name": ("寄件人", "the sender"),
        "sender_phone": ("寄件人电话", "the sender's phone"),
        "waybill": ("运单号", "the waybill number"),
        "waybill_spaced": ("运单号", "the waybill number"),
        "order": ("订单号", "the order number"),
        "orders": ("订单号", "the order numbers"),
        "carrier": ("快递名称", "the carrier's name"),
        "route": ("分拣码", "the sort code"),
        "extras": ("增值服务", "the extra services"),
        "shop": ("店铺名", "the shop's name"),
        "content": ("商品名", "the goods' name"),
        "contents": ("内件清单", "the list of contents"),
        "good": ("商品名", "the goods' name"),
        "goods": ("商品清单", "the list of goods"),
        "good_sku": ("货号", "the SKU"),
        "good_variant": ("商品规格", "the variant"),
        "declared": ("申报清单", "the declared goods"),
        "declared_name": ("申报品名", "the declared name"),
        "declared_value": ("申报价值", "the declared value"),
        "declared_hs": ("海关编码", "the HS code"),
        "name": ("商品名", "the goods' name"),
        "variant": ("商品规格", "the variant"),
        "sku": ("货号", "the SKU"),
    }
)
BEGINNINGS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "recipient_": ("收件地址", "the recipient's address"),
        "sender_": ("寄件地址", "the sender's address"),
    }
)
AND = ("{first}、{next}", "{first} and {next}")
"""Between two fields that stand in one text."""
