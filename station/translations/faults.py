"""What is wrong with a translation: missing, unfinished, or with other fields than its source. Nothing is mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from station.translations.messages import COUNTED, FIELD, Message, Translation, Translations


def faults(messages: Iterable[Message], done: Translations) -> Iterator[str]:
    """One sentence for each; none when every message is there, finished and whole."""
    for message in messages:
        told = done.get(message.key)
        what = _fault(message, told)
        if what:
            yield f"{message.english!r} ({message.chinese}): {what}"


def _fault(message: Message, told: Translation | None) -> str:
    if told is None:
        return "is not in the file"
    if not told.finished or not all(told.forms):
        return "is not translated"
    return next(filter(None, (_fields(message, form) for form in told.forms)), "")


def _fields(message: Message, form: str) -> str:
    """A form of a plural may say its number in letters; every other field must be there, and no strange one."""
    wanted, has = set(FIELD.findall(message.english)), set(FIELD.findall(form))
    spoken = {COUNTED.strip("{}")} if message.counted else set()
    if wanted - spoken <= has <= wanted:
        return ""
    shown = ", ".join(sorted(f"{{{name}}}" for name in wanted)) or "none"
    return f"has other fields than {shown}: {form!r}"
