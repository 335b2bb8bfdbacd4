"""What a line of the windowless bench means: text to an input, or why it cannot be read. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any, Final

from station.codes import read
from station.packing.inputs import Answered, Command, Input, PinTyped, Pressed, Reading
from station.packing.owners import Owner
from station.packing.questions import Prompt

LINE_BYTES_MAX: Final = 65_536
DEVICE: Final = "stdin"
WEIGHT_MG_MAX: Final = 10**12
MG_PER_UNIT: Final = {
    "mg": Decimal(1),
    "g": Decimal(1000),
    "kg": Decimal(1_000_000),
    "lb": Decimal("453592.37"),
    "oz": Decimal("28349.523125"),
}
_WEIGHT: Final = re.compile(r"([+-]?[0-9]{1,12}(?:\.[0-9]{1,9})?) ?(mg|g|kg|lb|oz)")
_KEYS: Final = {
    "scan": {"scan"},
    "weight": {"weight", "stable"},
    "answer": {"answer"},
    "press": {"press", "reason", "argument", "owner"},
}


class NotALineError(Exception):
    """The line cannot be read; the text says why, for a person. Nothing has changed."""


def understand(
    line: bytes, prompts: tuple[Prompt, ...], pin_right: Callable[[str], bool] = lambda _pin: False
) -> Input:
    """The input a line stands for. ``prompts`` are the open ones, so that true and false can answer them.

    ``pin_right`` compares a PIN, which goes no further.
    """
    if len(line) > LINE_BYTES_MAX:
        raise NotALineError(f"longer than {LINE_BYTES_MAX} bytes")
    try:
        text = line.decode("utf-8").strip("\r\n")
    except UnicodeDecodeError as error:
        raise NotALineError("not UTF-8") from error
    if not text.lstrip().startswith("{"):
        return read(text, device=DEVICE)
    value = _parsed(text)
    if value.keys() == {"pin"}:
        return PinTyped(right=pin_right(_text(value, "pin")), device=DEVICE)
    return _object(value, prompts)


def _parsed(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotALineError("bad JSON") from error
    if not isinstance(value, dict):
        raise NotALineError("not a JSON object")
    return value


def _object(value: dict[str, Any], prompts: tuple[Prompt, ...]) -> Input:
    kind = next((name for name in _KEYS if name in value), None)
    if kind is None:
        raise NotALineError("none of scan, weight, answer, press, pin")
    unknown = sorted(value.keys() - _KEYS[kind])
    if unknown:
        raise NotALineError(f"unknown key {unknown[0]!r}")
    match kind:
        case "scan":
            return read(_text(value, "scan"), device=DEVICE)
        case "weight":
            return _reading(value)
        case "answer":
            return _answer(value["answer"], prompts)
        case _:
            return _press(value)


def _text(value: dict[str, Any], key: str) -> str:
    text = value.get(key, "")
    if not isinstance(text, str):
        raise NotALineError(f"{key} is not a text")
    return text


def _whole(text: str, key: str) -> str:
    """The text, which comes out again in prompts: JSON can spell half a character, and no line could carry it."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise NotALineError(f"{key} holds half a character") from error
    return text


def _reading(value: dict[str, Any]) -> Reading:
    stable = value.get("stable", True)
    if not isinstance(stable, bool):
        raise NotALineError("stable is neither true nor false")
    found = _WEIGHT.fullmatch(_text(value, "weight").strip())
    if found is None:
        raise NotALineError("weight is not a number with mg, g, kg, lb or oz")
    exact = Decimal(found[1]) * MG_PER_UNIT[found[2]]
    weight_mg = int(exact.to_integral_value(rounding=ROUND_HALF_EVEN))
    if abs(weight_mg) > WEIGHT_MG_MAX:
        raise NotALineError("weight is heavier than any parcel")
    return Reading(weight_mg=weight_mg, stable=stable, device=DEVICE)


def _answer(answer: Any, prompts: tuple[Prompt, ...]) -> Answered:
    if not isinstance(answer, dict) or answer.keys() != {"prompt", "value"}:
        raise NotALineError("answer is not an object with prompt and value")
    prompt = _whole(_text(answer, "prompt"), "prompt")
    value = answer["value"]
    if isinstance(value, bool):
        value = _choice(value, prompt, prompts)
    if not isinstance(value, str):
        raise NotALineError("value is neither a text nor true or false")
    return Answered(prompt=prompt, value=_whole(value, "value"), device=DEVICE)


def _choice(value: bool, prompt: str, prompts: tuple[Prompt, ...]) -> str:
    """True is a prompt's first choice, false its last."""
    asked = next((one for one in prompts if one.id == prompt), None)
    if asked is None:
        return "yes" if value else "no"
    return asked.choices[0] if value else asked.choices[-1]


def _press(value: dict[str, Any]) -> Pressed:
    name = _text(value, "press")
    if name not in set(Command):
        raise NotALineError(f"unknown press {name[:40]!r}")
    return Pressed(
        command=Command(name),
        reason=_whole(_text(value, "reason"), "reason"),
        argument=_owner(value, name) or _whole(_text(value, "argument"), "argument"),
        device=DEVICE,
    )


def _owner(value: dict[str, Any], press: str) -> str:
    """Who puts right why an order is put aside: the same as the code's argument."""
    owner = _text(value, "owner")
    if owner and (press != Command.HOLD or owner not in set(Owner) or _text(value, "argument")):
        raise NotALineError(f"owner goes with hold, without an argument, and is one of {', '.join(Owner)}")
    return owner
