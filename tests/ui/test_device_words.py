"""Every word that a link or a likely cause reports has its sentence for that kind of device, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from station.devices import misheard
from station.devices.hearing import NOT_THERE
from station.packing.events import DeviceChanged
from station.packing.inputs import DeviceKind
from station.ui.device_words import LOST, READY, device_sentence, device_view
from station.ui.scale_words import SCALE_WORDS
from station.ui.surroundings import DeviceState

CAUSES = frozenset(re.findall(r'word="(\w+)"', Path(misheard.__file__).read_text(encoding="utf-8")))
OF_LINKS = frozenset({"lost", "refused", "unreachable", "closed"}) | NOT_THERE.keys() - {"frozen", "no_multimedia"}


def test_what_a_scale_can_report() -> None:
    """Whatever keeps a scale from weighing has its own words, short enough for the bar, none of them a printer's."""
    assert {"silent", "noise", "parity", "other_protocol"} == CAUSES
    assert SCALE_WORDS.keys() == CAUSES | OF_LINKS
    assert all(zh and len(zh) <= 20 and en and len(en) <= 60 for zh, en in SCALE_WORDS.values())
    assert not [en for _, en in SCALE_WORDS.values() if "rinter" in en]


@pytest.mark.parametrize("kind", [DeviceKind.SCANNER, DeviceKind.SCALE])
@pytest.mark.parametrize("word", sorted(OF_LINKS | {"silent", "noise"}))
def test_a_cause_is_said(kind: DeviceKind, word: str) -> None:
    """A device that cannot be used says why, not only that it is lost."""
    view = device_view(kind, up=False, word=word)
    assert view.state is DeviceState.ATTENTION
    assert view.word not in (LOST, READY)


def test_a_sentence_names_the_device() -> None:
    """Without a bar the sentence carries both: which device and what is the matter."""
    said = device_sentence(DeviceChanged(device="left", kind=DeviceKind.SCANNER, up=False, word="noise"))
    assert "left" in said.en
    assert "baud" in said.en
    assert "波特率" in said.zh
