"""What can be wrong with an order, a hold, a person or a question to the figures."""

from __future__ import annotations

from typing import Final

from station.ui.words import Words

WHATS: Final = (
    Words(zh="没有订单 {order}", en="there is no order {order}"),
    Words(zh="订单 {order} 没有加急；什么都没有改变", en="order {order} is not expedited; nothing was changed"),
    Words(zh="订单 {order} 已经加急；什么都没有改变", en="order {order} is expedited already; nothing was changed"),
    Words(zh="订单 {order} 没有约定；什么都没有改变", en="nothing is agreed for order {order}; nothing was changed"),
    Words(zh="约定的时间已过；什么都没有改变", en="the agreed time has passed already; nothing was changed"),
    Words(zh="订单 {order} 被{who}暂停：{reasons}", en="order {order} is held by {who}: {reasons}"),
    Words(zh="没有第 {call} 次叫人", en="there is no call {call}"),
    Words(zh="第 {call} 次叫人已由 {who} 结束", en="call {call} was ended by {who}"),
    Words(zh="第 {call} 次叫人已由 {who} 接下", en="call {call} was taken by {who}"),
    Words(
        zh="工牌是 1 到 {most} 个大写字母、数字，中间可有连字符",
        en="a badge has 1 to {most} capital letters, digits and, within, hyphens",
    ),
    Words(zh="姓名是 1 到 {most} 个字", en="a name has 1 to {most} characters"),
    Words(zh="工牌 {badge} 已经是别人的", en="badge {badge} belongs to somebody already"),
    Words(zh="请说是谁：--by WHO", en="say who it is: --by WHO"),
    Words(zh="{name} 不是主管", en="{name} is no supervisor"),
    Words(zh="等待的订单超过 {most} 个", en="more than {most} orders wait"),
    Words(zh="这段时间发出的包裹超过 {most} 个", en="more than {most} parcels left in this time"),
    Words(zh="{figure} 后面没有记录", en="{figure} is no figure with entries"),
    Words(zh="{place} 不是翻页的位置", en="{place} is no place"),
    Words(
        zh="{bench} 的记录 {epoch}/{seq} 已经没有了",
        en="there is no entry {bench} {epoch}/{seq} any more",
    ),
    Words(zh="--from 不早于 --to", en="--from is not before --to"),
    Words(zh="{option} {text} 不是日期", en="{option} {text} is no day"),
    Words(zh="{option} {text} 不是时间", en="{option} {text} is no time"),
    Words(zh="--json 与 --format {format} 矛盾", en="--json and --format {format} contradict each other"),
    Words(zh="{format} 文件不能显示在终端上", en="a {format} file cannot be shown on a terminal"),
    Words(zh="这个工牌已经不是任何人的", en="nobody has this badge any more"),
    Words(zh="订单 {order} {state}，时间不能再改", en="order {order} is {state}; its time can no longer be changed"),
    Words(zh="订单 {order} 没有被暂停", en="nothing holds order {order}"),
)

ACTS: Final = (
    Words(zh="查看：sealbench calls。", en="Look with: sealbench calls."),
    Words(zh="请换一个代码。", en="Choose another code."),
    Words(zh="写一个主管的工牌：sealbench users list。", en="Name a supervisor's badge: sealbench users list."),
    Words(zh="先装完或取消旧的。", en="Finish or cancel old ones."),
    Words(zh="请选短一些的时间。", en="Ask for a shorter one."),
    Words(zh="从前一页的末尾抄。", en="Copy it from the end of the page before."),
    Words(zh="返回，再看一次。", en="Go back and look again."),
    Words(zh="对调，或同时写 --from。", en="Swap them, or give --from as well."),
    Words(
        zh="写成 2026-11-21 或 2026-11-21T14:00。",
        en="Write it as 2026-11-21 or 2026-11-21T14:00.",
    ),
    Words(
        zh="写成 2026-11-25 或 2026-11-25T18:00。",
        en="Write it as 2026-11-25 or 2026-11-25T18:00.",
    ),
    Words(zh="只写一个。", en="Give one of them."),
    Words(zh="用 -o 写文件名。", en="Name a file with -o."),
    Words(
        zh="先打电话给买家，再登记：sealbench approvals cod {order} --by WHO。",
        en="Telephone the buyer and record it: sealbench approvals cod {order} --by WHO.",
    ),
    Words(
        zh="补上缺的：sealbench approvals list {order}。", en="Give what is missing: sealbench approvals list {order}."
    ),
    Words(
        zh="说明怎么继续：sealbench orders shortages --resolve {order} --how arrived --by WHO。",
        en="Say how it goes on: sealbench orders shortages --resolve {order} --how arrived --by WHO.",
    ),
    Words(
        zh="选定发货地：sealbench places choose {order} PLACE --by WHO。",
        en="Say which place ships it: sealbench places choose {order} PLACE --by WHO.",
    ),
    Words(zh="导入写明了的新订单文件。", en="Import a newer order file that says otherwise."),
    Words(
        zh="答复买家的请求：sealbench cancels answer {order} --refuse --by WHO，或 --agree。",
        en="Answer it: sealbench cancels answer {order} --refuse --by WHO, or --agree.",
    ),
)
