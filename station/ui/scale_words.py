"""What is said of a scale: in the device bar, by the word it reports, and in answer to ZERO. Texts only."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from station.ui.words import Words

SCALE_WORDS: Final = MappingProxyType(
    {
        "not_found": ("找不到秤，检查线", "Scale not found: check its cable"),
        "lost": ("秤断开了，检查线", "Scale unplugged: check its cable"),
        "silent": ("秤没有回答，检查电源和线", "No answer: check the scale's power and cable"),
        "refused": ("秤连不上", "The scale's port refuses"),
        "unreachable": ("秤连不上，检查网络", "Scale not reached: check the network"),
        "closed": ("秤断开了", "The scale hung up"),
        "no_permission": ("没有权限使用秤，找管理员", "No permission for the scale: ask the administrator"),
        "in_use": ("秤被别的程序占用", "Another program uses the scale"),
        "ambiguous": ("有两台一样的秤，拔掉一台", "Two scales of this kind: unplug one or name its port"),
        "wrong_mode": ("秤的 USB 模式不对", "The scale is not in its USB scale mode"),
        "flooded": ("秤乱发数据，重新插线", "The scale floods the bench: plug it in again"),
        "noise": ("收到乱码：波特率不对或线坏", "Nothing but noise: wrong baud rate, or a bad cable"),
        "parity": ("收到的数据带校验位：串口设置不对", "Its parity is set differently: correct the port's settings"),
        "other_protocol": ("秤用的是另一种协议，检查设置", "It speaks another protocol: check its settings"),
    }
)

ZEROED: Final = Words(zh="秤正在归零", en="The scale is zeroing")
ZEROED_MORE: Final = Words(zh="等秤显示 0 再放箱子", en="Wait until it shows 0, then set the box on it")
NOT_ZEROED: Final = MappingProxyType(
    {
        "zero_by_its_key": (
            Words(zh="工位不能给这台秤归零", en="This bench cannot zero its scale"),
            Words(zh="请按秤上的归零键", en="Press the zero key on the scale itself"),
        ),
        "zero_no_scale": (
            Words(zh="秤没有连上，不能归零", en="No contact with the scale: not zeroed"),
            Words(zh="检查电源和线", en="Check its power and cable"),
        ),
        "zero_not_empty": (
            Words(zh="秤上有东西，没有归零", en="Something lies on the scale: not zeroed"),
            Words(zh="拿下来，再扫一次“归零”", en="Take it off, then scan ZERO again"),
        ),
    }
)
"""What happened, and the way out."""
