"""Why a device is not heard, as its test words it for who can mend it."""

from __future__ import annotations

from typing import Final

from station.ui.words import Words

CAUSES: Final = (
    Words(
        zh="没有插上，或设置里是另一个名字：与“devices list”比较",
        en="it is not plugged in, or is set up under another name: compare with devices list",
    ),
    Words(
        zh="系统不让这个用户读它：看 docs/scanners.md 里的用户组和规则",
        en="the system does not let this user read it: see the groups and rules in docs/scanners.md",
    ),
    Words(
        zh="被别的程序占用：关掉那个程序，或另一个工位",
        en="another program has it: close that program, or the other bench",
    ),
    Words(
        zh="插了两个同样的：加上序列号，或写端口自己的路径",
        en="two of a kind are plugged in: add the serial number, or name the port's own path",
    ),
    Words(
        zh="插上了，但工作方式不对：在说明书里找设置码或菜单",
        en="it is plugged in but does not speak this way: see its manual for the programming code or menu",
    ),
    Words(
        zh="那个地址和端口没有回应：看串口服务器开没开，端口号对不对",
        en="nothing listens at that address and port: see that the serial server is on, and its port's number",
    ),
    Words(
        zh="那个地址没有回应：检查网络和地址",
        en="nothing answers at that address: check the network, and the address",
    ),
    Words(
        zh="它不停地发：重新插一次；还这样，就是枪或线坏了",
        en="it sends without end: plug it in again; if it stays so, the scanner or its cable is broken",
    ),
    Words(
        zh="相机没有画面：重新插一次，看有没有别的程序在用",
        en="the camera gives no pictures: plug it in again, and see that no other program uses it",
    ),
    Words(
        zh="Qt Multimedia 装不上：sealbench doctor 会说缺哪个系统包",
        en="Qt Multimedia cannot be loaded: sealbench doctor names the system package that is missing",
    ),
    Words(
        zh="什么都没有来：检查电源、线、波特率，以及秤有没有设成 {speaks}",
        en="nothing came: check power, cable and baud rate, and that the scale is set to speak {speaks}",
    ),
    Words(
        zh="字节带 {parity} 校验：在串口地址里加 bits=7&parity={parity}",
        en="the bytes carry {parity} parity: add bits=7&parity={parity} to the serial link",
    ),
    Words(
        zh="来的不是文字：多半是波特率或校验位设得不同",
        en="the bytes are no text: most likely another baud rate, or parity, is set",
    ),
    Words(
        zh="数字里是小数逗号，可能被当成千位：把秤设成小数点",
        en="numbers come with a decimal comma, which could be a thousand: set the scale to a decimal point",
    ),
    Words(
        zh="来的文字不是 {speaks}，也不是认识的协议：核对秤的通信设置",
        en="text comes that is not {speaks} nor any known protocol: compare the scale's communication settings",
    ),
    Words(
        zh="秤用的是 {other}，不是 {speaks}：把 speaks 改成它，或把秤设成 {speaks}",
        en="the scale speaks {other}, not {speaks}: set speaks to that, or the scale to {speaks}",
    ),
    Words(
        zh="来的不是文字：多半是波特率或校验位设得不同，或线坏了",
        en="what comes is no text: most likely another baud rate or parity is set, or the cable is bad",
    ),
    Words(
        zh="条码没有结尾：用设置码让枪发送这里设的后缀（有前缀的也要发）",
        en="codes come without their end: program the scanner to send the suffix that is set for it"
        " (and the prefix, if one is set)",
    ),
    Words(
        zh="条码里有控制字符：枪里设的后缀或前缀与这里不同，或枪发的不是文字键",
        en="codes come with control characters: another suffix or a preamble is programmed than is set,"
        " or the scanner types keys that are no text",
    ),
)
