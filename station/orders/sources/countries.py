"""Country names as order files write them, in English or Chinese, to ISO 3166 codes, and back for people. Pure."""

from __future__ import annotations

from station.orders.source_order import CellError

_NAMES = """
AE United Arab Emirates 阿联酋 阿拉伯联合酋长国
AR Argentina 阿根廷
AT Austria 奥地利
AU Australia 澳大利亚
BE Belgium 比利时
BG Bulgaria 保加利亚
BR Brazil 巴西
BY Belarus 白俄罗斯
CA Canada 加拿大
CH Switzerland 瑞士
CL Chile 智利
CN China 中国 中国大陆
CO Colombia 哥伦比亚
CZ Czech Republic 捷克 捷克共和国
DE Germany 德国
DK Denmark 丹麦
EE Estonia 爱沙尼亚
EG Egypt 埃及
ES Spain 西班牙
FI Finland 芬兰
FR France 法国
GB United Kingdom 英国 英格兰
GR Greece 希腊
HK Hong Kong 香港 中国香港
HR Croatia 克罗地亚
HU Hungary 匈牙利
ID Indonesia 印度尼西亚
IE Ireland 爱尔兰
IL Israel 以色列
IN India 印度
IT Italy 意大利
JP Japan 日本
KR South Korea 韩国
KZ Kazakhstan 哈萨克斯坦
LT Lithuania 立陶宛
LV Latvia 拉脱维亚
MO Macao 澳门 中国澳门
MX Mexico 墨西哥
MY Malaysia 马来西亚
NG Nigeria 尼日利亚
NL Netherlands 荷兰
NO Norway 挪威
NZ New Zealand 新西兰
PE Peru 秘鲁
PH Philippines 菲律宾
PL Poland 波兰
PT Portugal 葡萄牙
RO Romania 罗马尼亚
RU Russian Federation 俄罗斯 俄罗斯联邦
SA Saudi Arabia 沙特阿拉伯
SE Sweden 瑞典
SG Singapore 新加坡
SI Slovenia 斯洛文尼亚
SK Slovakia 斯洛伐克
TH Thailand 泰国
TR Turkey 土耳其
TW Taiwan 台湾 中国台湾
UA Ukraine 乌克兰
US United States 美国
VN Vietnam 越南
ZA South Africa 南非
"""
_ALSO = """
CZ Czechia
GB UK
GB Great Britain
KR Korea
MO Macau
RU Russia
TR Türkiye
US USA
US United States of America
VN Viet Nam
"""


def _table() -> dict[str, str]:
    codes: dict[str, str] = {}
    for line in (_NAMES.strip() + _ALSO.rstrip()).splitlines():
        code, *words = line.split()
        english = " ".join(word for word in words if word.isascii() or word == "Türkiye")
        for name in (code, english, *(word for word in words if not word.isascii())):
            codes[name.casefold()] = code
    return codes


_CODES = _table()


def country_code(text: str, column: str) -> str:
    """The two letters of a country; any two letters are taken as a code."""
    name = " ".join(text.split())
    known = _CODES.get(name.casefold())
    if known:
        return known
    if len(name) == 2 and name.isascii() and name.isalpha():
        return name.upper()
    raise CellError(column, f"the country {name[:60]!r} is not known: write its two-letter code")


def country_names(code: str) -> tuple[str, str]:
    """Chinese and English, as people say it; a code that is not in the table stays as it is."""
    found = next((line for line in _NAMES.splitlines() if line.startswith(f"{code.upper()} ")), "")
    words = found.split()[1:]
    english = " ".join(word for word in words if word.isascii())
    chinese = next((word for word in words if not word.isascii()), "")
    return chinese or code, english or code
