"""No test here makes a noise, or waits for a sound server that is not there."""

from __future__ import annotations

import pytest

from station.setup import hands
from station.ui.sounds import Silence


@pytest.fixture(autouse=True)
def silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "open_sounds", lambda _folder: Silence())
