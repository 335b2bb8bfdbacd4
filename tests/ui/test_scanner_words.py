"""What the device bar says of a scanner: a word for everything that its links and its reads can report."""

from __future__ import annotations

from station.devices.babble import Cause
from station.devices.hearing import NOT_THERE
from station.ui.scanner_words import SCANNER_WORDS


def test_every_word_is_known() -> None:
    """No cause and no word of a link is shown as a bare word, and both languages fit into the bar."""
    assert {*Cause, *NOT_THERE} <= SCANNER_WORDS.keys()
    assert all(zh and len(zh) <= 16 and en and len(en) <= 56 for zh, en in SCANNER_WORDS.values())
