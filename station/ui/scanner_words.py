"""What the device bar says of a scanner that cannot be used, by the word it reports. Texts only."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

SCANNER_WORDS: Final = MappingProxyType(
    {
        "not_found": ("找不到扫码枪，检查线", "Scanner not found: check its cable"),
        "lost": ("扫码枪断开了，检查线", "Scanner unplugged: check its cable"),
        "silent": ("扫码枪没有回答", "The scanner does not answer"),
        "refused": ("扫码枪连不上", "The scanner's port refuses"),
        "unreachable": ("扫码枪连不上，检查网络", "Scanner not reached: check the network"),
        "closed": ("扫码枪断开了", "The scanner hung up"),
        "no_permission": ("没有权限使用扫码枪，找管理员", "No permission for the scanner: ask the administrator"),
        "in_use": ("扫码枪被别的程序占用", "Another program uses the scanner"),
        "ambiguous": ("有两把一样的扫码枪，拔掉一把", "Two scanners of this kind: unplug one or name its port"),
        "wrong_mode": ("扫码枪模式不对，扫设置码", "Scanner in another mode: scan its programming code"),
        "flooded": ("扫码枪乱发数据，重新插线", "The scanner floods the bench: plug it in again"),
        "frozen": ("相机没有画面，重新插线", "The camera shows nothing: plug it in again"),
        "no_multimedia": ("缺少系统组件，找管理员", "A system package is missing: ask the administrator"),
        "noise": ("收到乱码：波特率不对或线坏", "Nothing but noise: wrong baud rate, or a bad cable"),
        "no_suffix": ("条码没有结尾：设置扫码枪后缀", "Codes without an end: set the scanner's suffix"),
        "unreadable": ("条码里有控制字符：后缀设置不对", "Control characters in codes: wrong suffix or prefix"),
    }
)
