"""What became of a device's work in the bench's last run, in the words of the screens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from station.ui.words import Words, beside, listed, same

_GOOD: Final = Words(zh="成功 {count} 次", en="{count} good")
_REFUSED: Final = Words(zh="没成功：{causes}", en="refused: {causes}")
_LOST: Final = Words(zh="断开：{causes}", en="lost: {causes}")
_COUNTED: Final = Words(zh="{cause} {count} 次", en="{cause} {count}×")
_TOOK: Final = Words(zh="平均 {mean} ms，最慢 {slowest} ms", en="mean {mean} ms, slowest {slowest} ms")


def told(counts: object, causes: Mapping[str, tuple[str, str]]) -> Words | None:
    """``counts`` of one device as ``tally.kept`` has them; None of what does not read. ``causes`` go by their words."""
    if not isinstance(counts, dict):
        return None
    facts = [_GOOD.filled(count=str(counts.get("good", 0)))]
    for words, key in ((_REFUSED, "refused"), (_LOST, "lost")):
        found = counts.get(key)
        if isinstance(found, dict) and found:
            facts.append(words.filled(causes=listed([_counted(word, found[word], causes) for word in found])))
    mean_us, slowest_us = counts.get("mean_us"), counts.get("slowest_us")
    if isinstance(mean_us, int) and isinstance(slowest_us, int):
        facts.append(_TOOK.filled(mean=_ms(mean_us), slowest=_ms(slowest_us)))
    return beside(facts)


def _counted(word: str, number: object, causes: Mapping[str, tuple[str, str]]) -> Words:
    known = causes.get(word)
    return _COUNTED.filled(cause=Words(zh=known[0], en=known[1]) if known else same(word), count=str(number))


def _ms(duration_us: int) -> str:
    return f"{duration_us / 1_000:,.1f}"
