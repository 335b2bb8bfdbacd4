"""The questions an order asks, as data: each once an order, answered before the label (E2, E3, E6 to E10, B13)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from station.packing.media import PhotoMoment
from station.packing.model import JobId, Order, ServiceId
from station.packing.prompt_texts import QUESTIONS
from station.packing.questions import Prompt, PromptKind
from station.packing.rules import Rules

OK = "ok"
YES = "yes"
NO = "no"
SUPERVISOR = "supervisor"
MESSAGE = "buyer_message"
GIFT = "gift"
SERVICE = "service"
PRINTED = "printed-"
PRINTER = "printer-"
SHORT_WHY = "short_why"
REPRINT_WHY = "reprint_why"
NEW_NUMBER = "new_number"
WRONG_BOX = "wrong_box"
WAIT = "wait"
NONE = "none"
CODE_MAX = 16
"""Characters of a choice's name in a code: a longer one is too wide beside its answer."""

NO_PHOTO = "no_photo"
AGAIN = "again"
WITHOUT = "without"

CANCEL = "cancel"
BROUGHT = "brought"
IN_THE_BOX = "in_the_box"
PACKING_MATERIAL = "packing_material"

MESSAGE_CHARACTERS_MAX = 2000
REASON_CHARACTERS_MAX = 200
SERVICE_WHY = ("buyer_agreed", "too_heavy", "not_served", NO)
"""Why a parcel goes by another service than the buyer chose; NO puts the order aside."""


def of_order(order: Order, rules: Rules) -> tuple[Prompt, ...]:
    """The prompts of a freshly opened order, in the order in which they are asked."""
    return (*_message(order), *_gift(order), *_service(order, rules), *_materials(order, rules))


def _message(order: Order) -> tuple[Prompt, ...]:
    """A buyer's message is an instruction: it must be acknowledged, not just displayed (A12, E2)."""
    if not order.buyer_message:
        return ()
    text = order.buyer_message[:MESSAGE_CHARACTERS_MAX]
    return (_acknowledge(MESSAGE, *_said("message", text=text)),)


def _gift(order: Order) -> tuple[Prompt, ...]:
    if not order.gift:
        return ()
    return (_acknowledge(GIFT, *_said("gift")),)


def _service(order: Order, rules: Rules) -> tuple[Prompt, ...]:
    """Another service than the buyer chose needs a yes and a reason: the one on record, else one of these (B13)."""
    if not order.buyer_service or order.service is None or order.buyer_service == order.service:
        return ()
    chosen_zh, chosen_en = _service_names(order.buyer_service, order.buyer_service, rules)
    zh, en = _service_names(order.service, order.service_name or order.service, rules)
    why = order.service_why[:REASON_CHARACTERS_MAX]
    asked_zh, asked_en = QUESTIONS["service_known" if why else "service_why"]
    zh = asked_zh.format(chosen=chosen_zh, service=zh, why=why)
    en = asked_en.format(chosen=chosen_en, service=en, why=why)
    if why:
        return (Prompt(id=SERVICE, kind=PromptKind.YES_NO, zh=zh, en=en, choices=(YES, NO)),)
    return (Prompt(id=SERVICE, kind=PromptKind.CHOICE, zh=zh, en=en, choices=SERVICE_WHY),)


def _service_names(service: str, otherwise: str, rules: Rules) -> tuple[str, str]:
    """In both languages; what the house has no service of is called ``otherwise`` in both."""
    terms = rules.terms.get(ServiceId(service))
    return (otherwise, otherwise) if terms is None else (terms.zh, terms.en)


def _materials(order: Order, rules: Rules) -> tuple[Prompt, ...]:
    classes = {line.goods_class for line in order.lines if line.goods_class}
    wanted = [rule for rule in rules.materials if rule.goods_class in classes]
    return tuple(_acknowledge(f"material-{rule.goods_class}", rule.zh, rule.en) for rule in wanted)


def _said(question: str, **fields: str) -> tuple[str, str]:
    zh, en = QUESTIONS[question]
    return zh.format(**fields), en.format(**fields)


def _acknowledge(prompt: str, zh: str, en: str) -> Prompt:
    return Prompt(id=prompt, kind=PromptKind.ACKNOWLEDGE, zh=zh, en=en, choices=(OK,))


def supervisor(why: str) -> Prompt:
    """Short pack: a supervisor's badge, scanned for this one act."""
    zh, en = _said("supervisor", why=why)
    return Prompt(id=SUPERVISOR, kind=PromptKind.BADGE, zh=zh, en=en, choices=(CANCEL,))


def still_there(units: int, place: str, *, short: bool = False) -> Prompt:
    """Units packed before the order was put aside at bench ``place``; asked before anything else goes in.

    ``short``: what was missing then is not known to be there now.
    """
    zh, en = _said("still_short" if short else "still_there", place=place, units=str(units))
    return Prompt(id=BROUGHT, kind=PromptKind.YES_NO, zh=zh, en=en, choices=(YES, NO))


def in_the_box() -> Prompt:
    """The scale has not seen a scanned unit come: whoever looks into the box knows. YES is recorded as that word."""
    zh, en = _said("in_the_box")
    return Prompt(id=IN_THE_BOX, kind=PromptKind.YES_NO, zh=zh, en=en, choices=(YES, NO))


def packing_material() -> Prompt:
    """The scale has seen something come that nobody scanned."""
    zh, en = _said("packing_material")
    return Prompt(id=PACKING_MATERIAL, kind=PromptKind.YES_NO, zh=zh, en=en, choices=(YES, NO))


def short_why() -> Prompt:
    """Why units are missing, when whoever asked for the short pack did not say."""
    choices = ("out_of_stock", "damaged", "not_found", "buyer_agreed", CANCEL)
    zh, en = _said("short_why")
    return Prompt(id=SHORT_WHY, kind=PromptKind.CHOICE, zh=zh, en=en, choices=choices)


def reprint_why() -> Prompt:
    """Why a label is printed once more, when whoever asked for it did not say."""
    choices = ("damaged", "unreadable", "lost", WRONG_BOX, CANCEL)
    zh, en = _said("reprint_why")
    return Prompt(id=REPRINT_WHY, kind=PromptKind.CHOICE, zh=zh, en=en, choices=choices)


def new_number() -> Prompt:
    """The label may be on another box: its number is void for ever, which is a supervisor's to say."""
    zh, en = _said("new_number")
    return Prompt(id=NEW_NUMBER, kind=PromptKind.BADGE, zh=zh, en=en, choices=(CANCEL,))


PICTURED: Mapping[PhotoMoment, tuple[str, str]] = MappingProxyType(
    {
        PhotoMoment.OPEN_BOX: ("打开的箱子", "the open box"),
        PhotoMoment.ITEM: ("没有条码的商品", "the item without a barcode"),
        PhotoMoment.LABEL: ("面单", "the label"),
        PhotoMoment.SEALED_BOX: ("封好的箱子", "the sealed box"),
        PhotoMoment.ASKED: ("包裹", "the parcel"),
    }
)
"""What is in the photo of each moment."""


def no_photo(moment: PhotoMoment) -> Prompt:
    """A photo that this bench requires did not come: both ways on are its answers."""
    zh, en = QUESTIONS["no_photo"]
    what_zh, what_en = PICTURED[moment]
    return Prompt(
        id=NO_PHOTO,
        kind=PromptKind.CHOICE,
        zh=zh.format(what=what_zh),
        en=en.format(what=what_en),
        choices=(AGAIN, WITHOUT),
    )


def other_printer(job: JobId, printers: tuple[str, ...]) -> Prompt:
    """Which of the ready printers takes over; the last answer is to wait for the usual one."""
    zh, en = _said("other_printer")
    return Prompt(id=f"{PRINTER}{job}", kind=PromptKind.CHOICE, zh=zh, en=en, choices=(*printers, WAIT))


def other_paper(job: JobId, printers: tuple[str, ...]) -> Prompt:
    """Which of the printers that have the right paper prints it; the last answer leaves things as they are."""
    zh, en = _said("other_paper")
    return Prompt(id=f"{PRINTER}{job}", kind=PromptKind.CHOICE, zh=zh, en=en, choices=(*printers, NONE))


def choice_named(prompt: Prompt, argument: str) -> str | None:
    """The choice a command code's argument names: codes have only A to Z, digits and ``-``.

    A choice whose name no code can carry, or that two names would share, goes by its place, from 1.
    """
    wanted = argument.upper()
    named = [choice for choice in prompt.choices if choice_argument(choice) == wanted]
    if len(named) == 1:
        return named[0]
    places = {str(place): choice for place, choice in enumerate(prompt.choices, start=1)}
    return places.get(wanted)


def choice_argument(choice: str) -> str:
    return choice.upper().replace("_", "-").replace(" ", "-")


def choice_in_code(prompt: Prompt, choice: str) -> str:
    """What a code for the choice carries: its name, or its place where no code can carry the name."""
    argument = choice_argument(choice)
    alone = sum(choice_argument(each) == argument for each in prompt.choices) == 1
    if alone and len(argument) <= CODE_MAX and re.fullmatch("[A-Z0-9]+(-[A-Z0-9]+)*", argument):
        return argument
    return str(prompt.choices.index(choice) + 1)


def printed(job: JobId, printer: str = "") -> Prompt:
    """Nobody knows whether the label came out: the one who stands there does. ``printer``: where to look."""
    zh, en = _said("printed_there" if printer else "printed", printer=printer)
    return Prompt(id=f"{PRINTED}{job}", kind=PromptKind.YES_NO, zh=zh, en=en, choices=(YES, NO))
