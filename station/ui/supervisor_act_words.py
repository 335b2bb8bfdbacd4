"""The words of what a supervisor does on the figures' screen: orders put first, rows by a figure; and of disputes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from station.ui.words import Words

# Orders of a cut-off before all others
REASSIGN: Final = Words(zh="改派", en="Reassign")
PUT_BACK: Final = Words(zh="放回", en="Put back")
KEY: Final = "F12"
ASK_FIRST: Final = Words(
    zh="{carrier} {time} 的 {n} 单排到所有订单前面，各工位接下来先做？",
    en="Put the {n} orders of {carrier} {time} before all others, so that every bench takes them next?",
)
ASK_BACK: Final = Words(
    zh="{carrier} {time} 提前的 {n} 单放回原来的次序？", en="Put the {n} orders of {carrier} {time} back in their turn?"
)
ASK_HOW: Final = Words(
    zh="F12 或回车：是 · Esc：不改。已打开的订单不动；谁、何时改的会记下",
    en="F12 or Enter: yes · Esc: no. Opened orders stay; who did it and when is recorded",
)
PUT_FIRST: Final = Words(
    zh="{n} 单已排到最前：各工位接下来先做{carrier}", en="{n} orders first: the benches take {carrier} next"
)
PUT_BACK_DONE: Final = Words(zh="{n} 单放回了原来的次序", en="{n} orders are back in their turn")
NONE_LEFT: Final = Words(zh="没有可改的订单：都已打开或已经改过", en="Nothing to move: all are opened or moved already")
STANDS_FIRST: Final = Words(zh="{carrier}：{n} 单已排在最前", en="{carrier}: {n} orders stand first")
NO_ACT: Final = Words(
    zh="没有要改派的截单：选中一家赶不上的快递，再按 F12",
    en="No cut-off to reassign for: choose a carrier that falls short, then F12",
)

# Rows by a figure
RANKED_BY: Final = Words(zh="按{figure}排", en="by {figure}")
ASK_RANK: Final = Words(
    zh="本仓默认不排名。允许按数字排工位和人？",
    en="This house does not rank. Rank benches and packers by a figure?",
)
ASK_RANK_HOW: Final = Words(
    zh="F10 或回车：允许 · Esc：不改。谁、何时允许的会记下；Ctrl+F10 随时收回",
    en="F10 or Enter: allow · Esc: no. Who allowed it and when is recorded; Ctrl+F10 takes it back",
)
RANKING_ON: Final = Words(zh="已允许排名；Ctrl+F10 收回", en="Ranking is allowed; Ctrl+F10 takes it back")
RANKING_OFF: Final = Words(zh="不再排名：按工位次序", en="No ranking any more: rows keep their own order")
RANKING_BY: Final = Words(zh="排名由 {who} 于 {time} 允许", en="Ranking allowed by {who}, {time}")
RANKING_IN_FILE: Final = Words(zh="排名由规则文件允许", en="Ranking allowed by the rules file")
NOT_RANKED: Final = Words(zh="现在就不排名；F10 可以允许", en="Rows are not ranked; F10 can allow it")

# What disputes share (E15)
SHARED: Final = Words(zh="纠纷有何相同", en="What disputes share")
SHARED_LINE: Final = Words(
    zh="{kind}：{among} 件中 {having} 件{what}（平常 {usual}）",
    en="{kind}: {having} of {among} with {what} (usually {usual})",
)
GROUPS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "carrier": Words(zh="快递 {value}", en="carrier {value}"),
        "service": Words(zh="快递服务 {value}", en="service {value}"),
        "carton": Words(zh="纸箱 {value}", en="carton {value}"),
        "material": Words(zh="包装材料 {value}", en="material {value}"),
        "sku": Words(zh="货号 {value}", en="SKU {value}"),
    }
)
COLUMNS: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "kind": Words(zh="纠纷", en="Disputes"),
        "what": Words(zh="相同之处", en="What they share"),
        "having": Words(zh="其中", en="With it"),
        "among": Words(zh="共", en="Of"),
        "usual": Words(zh="平常 %", en="Usually %"),
    }
)
