"""The words of the people's page. Texts only."""

from __future__ import annotations

from typing import Final

from station.ui.words import Words

SEARCH: Final = Words(zh="查找：姓名、编号或工牌", en="Find: name, number or badge")
NUMBER: Final = Words(zh="编号", en="Number")
NAME: Final = Words(zh="姓名", en="Name")
RIGHTS: Final = Words(zh="权限", en="Rights")
LANGUAGE: Final = Words(zh="语言", en="Language")
BADGE: Final = Words(zh="工牌", en="Badge")
SUPERVISOR: Final = Words(zh="主管", en="Supervisor")
PACKER: Final = Words(zh="打包员", en="Packer")
AS_BENCH: Final = Words(zh="随工位", en="As the bench")
NOBODY: Final = Words(zh="还没有人", en="There is nobody yet")
NOBODY_HOW: Final = Words(zh="F2 添加第一个人；先添加一位主管", en="F2 adds the first; begin with a supervisor")
NOT_FOUND: Final = Words(zh="没有这个人", en="Nobody has that name")
NOT_FOUND_HOW: Final = Words(zh="Esc 看所有人", en="Esc shows everybody")
COUNT: Final = Words(zh="{n} 人", en="{n} people")
ADD_KEY: Final = Words(zh="添加", en="Add")
SUPERVISOR_KEY: Final = Words(zh="主管权限", en="Supervisor")
LANGUAGE_KEY: Final = Words(zh="语言", en="Language")
SHEET_KEY: Final = Words(zh="工牌纸", en="Badge sheet")
ADD: Final = Words(zh="添加一个人", en="Add a person")
ASK_NAME: Final = Words(zh="姓名", en="Name")
ASK_BADGE: Final = Words(
    zh="工牌上的代码：大写字母、数字、连字符", en="The badge's code: capital letters, digits, hyphens"
)
ASK_RIGHTS: Final = Words(zh="权限", en="Rights")
RIGHTS_HINT: Final = Words(
    zh="主管可以清除停止、放行缺件、同意不拍照，并用 PIN 登录",
    en="A supervisor may clear a stop at a bench, allow shipping short, and go without a photo",
)
ASK_LANGUAGE: Final = Words(zh="这个人读什么语言？", en="Which language does this person read?")
CHINESE: Final = Words(zh="中文", en="Chinese")
ENGLISH: Final = Words(zh="英文", en="English")
CHANGE_RIGHTS: Final = Words(zh="改权限", en="Change rights")
MAKE_SUPERVISOR: Final = Words(zh="让 {name} 成为主管？", en="Make {name} a supervisor?")
MAKE_PACKER: Final = Words(zh="让 {name} 不再是主管？", en="Take the supervisor's rights from {name}?")
ADDED: Final = Words(zh="已添加，用 F7 打印工牌", en="Added; F7 prints the badge")
CHANGED: Final = Words(zh="已改，下次登录生效", en="Changed; it counts from the next sign-in")
SHEET_MAKING: Final = Words(zh="正在生成工牌纸", en="Making the badge sheet")
SHEET_MADE: Final = Words(zh="工牌纸已生成", en="The badge sheet is ready")
LAST_ONE: Final = Words(
    zh="这是最后一位主管，先让别人成为主管", en="The last supervisor stays one: make somebody else one first"
)
WHAT_IT_SAYS: Final = Words(
    zh="记录里只写编号，不写姓名。没有主管权限的人不能清除主管才能清除的停止。",
    en="The record names the number, never the name. What only a supervisor may clear, nobody else clears.",
)
