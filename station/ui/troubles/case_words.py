"""What can be wrong at the dispute desk: cases, papers, links, amounts."""

from __future__ import annotations

from typing import Final

from station.ui.words import Words

WHATS: Final = (
    Words(zh="通知不能在将来收到；什么都没有改变", en="notice cannot have come in the future; nothing was changed"),
    Words(
        zh="答复期限不能早于通知；什么都没有改变",
        en="the answer cannot be due before the notice came; nothing was changed",
    ),
    Words(zh="没有附件 {paper}", en="there is no paper {paper}"),
    Words(zh="没有纠纷 {dispute}", en="there is no dispute {dispute}"),
    Words(zh="纠纷 {dispute} 没有附件 {paper}", en="dispute {dispute} has no paper {paper}"),
    Words(
        zh="纠纷 {dispute} 的订单是 {order}，不是 {other}",
        en="dispute {dispute} is about order {order}, not {other}",
    ),
    Words(zh="订单 {order} 不能是自己的补发", en="order {order} cannot replace itself"),
    Words(zh="订单 {order} 已有未结的纠纷 {dispute}", en="order {order} has dispute {dispute} open already"),
    Words(zh="纠纷 {dispute} 已有 {most} 个关联，放不下了", en="dispute {dispute} has {most} links, and no more fit"),
    Words(zh="纠纷 {dispute} 已有 {most} 份附件，放不下了", en="dispute {dispute} has {most} papers, and no more fit"),
    Words(zh="这种附件收不了", en="the paper is of no known kind"),
    Words(zh="附件是空的", en="the paper is empty"),
    Words(zh="附件超过 {size} MB", en="the paper is larger than {size} MB"),
    Words(zh="附件的内容与文件名不符", en="the paper is not what its name says"),
    Words(zh="附件读不了：{why}", en="the paper cannot be read: {why}"),
    Words(zh="证据包超过 2 GiB", en="the package is larger than 2 GiB"),
    Words(zh="证据包读不了：{why}", en="the package cannot be read: {why}"),
    Words(zh="{text} 不是货币", en="{text} is no currency"),
    Words(zh="{text} 不是金额", en="{text} is no amount of money"),
    Words(
        zh="请说找什么：--order、--waybill、--sku、--phone-tail、--packer、--day",
        en="say what to look for: --order, --waybill, --sku, --phone-tail, --packer, --day",
    ),
    Words(
        zh="订单 {order} 的事项 {case} 还没有结束：{kind}", en="case {case} of order {order} is open already: {kind}"
    ),
    Words(zh="没有事项 {case}", en="there is no case {case}"),
    Words(zh="事项 {case} 是纠纷，要有结果才能结束", en="case {case} is a dispute, which ends with an outcome"),
    Words(
        zh="事项 {case} 要等平台确认它的订单才能结束",
        en="case {case} ends when the platform calls its order confirmed",
    ),
    Words(zh="超过 {most} 个月", en="more than {most} months"),
    Words(zh="超过 {most} 件纠纷", en="more than {most} disputes"),
    Words(zh="没有叫 {name} 的渠道", en="no channel is called {name}"),
    Words(zh="纠纷 {dispute} 已经结束", en="dispute {dispute} is closed already"),
    Words(zh="事项 {case} 已经结束", en="case {case} is closed already"),
    Words(zh="手机尾号是最后 {digits} 位数字", en="a phone's tail is its last {digits} digits"),
)

ACTS: Final = (
    Words(zh="它的附件：sealbench disputes show {dispute}。", en="Its papers: sealbench disputes show {dispute}."),
    Words(zh="查看：sealbench disputes list。", en="Look with: sealbench disputes list."),
    Words(zh="查看：sealbench disputes list --all。", en="Look with: sealbench disputes list --all."),
    Words(zh="它的编号见：sealbench disputes show ID。", en="Its number stands in: sealbench disputes show ID."),
    Words(zh="请写补发的那个订单。", en="Name the order that was sent in its place."),
    Words(zh="先导入或录入补发的订单。", en="Import or enter the re-shipment first."),
    Words(zh="加到那一件里，或先结掉它。", en="Add to it, or close it."),
    Words(zh="存成其中一种：{known}。", en="Save it as one of {known}."),
    Words(zh="换一份，或小一些的副本。", en="Attach another, or a smaller copy."),
    Words(zh="重新存一次，再附上。", en="Save it again, and attach that."),
    Words(zh="核对文件名。", en="Check its name."),
    Words(zh="请写发出去的那个文件。", en="Name the file that was sent."),
    Words(zh="写三个字母：CNY、USD、EUR。", en="Write its three letters: CNY, USD, EUR."),
    Words(zh="写成 12.34。", en="Write it as 12.34."),
    Words(zh="查看：sealbench cases list。", en="Look with: sealbench cases list."),
    Words(zh="这样结：sealbench disputes close {case}。", en="Close it with: sealbench disputes close {case}."),
    Words(
        zh="在平台确认订单，再导入新文件。",
        en="Confirm the order there and import its newer file.",
    ),
    Words(zh="请选短一些的时间。", en="Ask for a shorter time."),
)
