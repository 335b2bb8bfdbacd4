"""The words of the labels' page. Texts only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from station.ui.words import Words

SEARCH: Final = Words(zh="查找模板", en="Find a template")
TEMPLATE: Final = Words(zh="模板", en="Template")
SIZE: Final = Words(zh="毫米", en="mm")
USE: Final = Words(zh="用途", en="For")
USES: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "waybill at home": Words(zh="国内面单", en="Domestic waybill"),
        "waybill abroad": Words(zh="国际面单", en="International waybill"),
        "sheet": Words(zh="整页", en="Sheet"),
        "other": Words(zh="其他", en="Other"),
        "": Words(zh="读不了", en="Cannot be read"),
    }
)
SAMPLES: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "worst-case": Words(zh="最长的地址", en="The longest addresses"),
        "domestic": Words(zh="国内样单", en="A domestic order"),
        "international": Words(zh="国际样单", en="An international order"),
        "gift": Words(zh="礼物样单", en="A gift"),
    }
)
DOTS: Final = Words(zh="{dpi} dpi，{wide} × {high} 点", en="{dpi} dpi, {wide} × {high} dots")
PAGE: Final = Words(zh="第 {at} 张，共 {of} 张", en="Label {at} of {of}")
SAMPLE: Final = Words(zh="样单", en="Sample")
CODES: Final = Words(zh="读回的条码", en="Codes that read back")
FILE: Final = Words(zh="文件", en="File")
INSTEAD: Final = Words(zh="代替自带的", en="Instead of the shipped one")
WRONG: Final = Words(zh="不能打印", en="It does not print")
WRONG_AT: Final = Words(zh="{what}（{where}）", en="{what} ({where})")
DRAWING: Final = Words(zh="正在画", en="Drawing it")
A_SHEET: Final = Words(zh="这是一整页，用 F7 生成 PDF 来看", en="This is a sheet of paper: F7 makes a PDF to look at")
SAMPLE_KEY: Final = Words(zh="换样单", en="Next sample")
NEXT_KEY: Final = Words(zh="下一张", en="Next label")
PDF_KEY: Final = Words(zh="存成 PDF", en="Save as PDF")
PDF_MADE: Final = Words(zh="PDF 已生成", en="The PDF is ready")
PDF_MAKING: Final = Words(zh="正在生成 PDF", en="Making the PDF")
NONE: Final = Words(zh="没有这样的模板", en="No such template")
NONE_HOW: Final = Words(zh="Esc 看全部", en="Esc shows all")
COUNT: Final = Words(zh="{n} 个模板", en="{n} templates")
SPECIMEN: Final = Words(zh="样单是编的，没有这样的人和地址", en="The samples are invented: nobody lives there")
