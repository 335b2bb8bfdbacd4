"""Empty, loading, offline, error, first day, ten thousand: each view shows each of them, or says why it never is so."""

from __future__ import annotations

import pytest

from tests.ui.sights import SIGHTS, Sight
from tests.ui.states import ROWS, Never, Shown, State

BY_NAME = {sight.name: sight for sight in SIGHTS}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: sight.name)
def test_every_view_shows_every_state_or_says_why_not(sight: Sight, state: State) -> None:
    """A sample of which a golden picture is kept, or a reason of some words."""
    match ROWS.get(sight.name, {}).get(state):
        case Shown(sample=sample, view=view):
            assert sample in BY_NAME[view or sight.name].kept
        case Never(reason=reason):
            assert len(reason.split()) >= 4
        case None:
            pytest.fail(f"nobody says how {sight.name} looks when the state is {state.value}")


def test_no_row_is_of_a_view_that_is_gone() -> None:
    """A view that is renamed takes its row along."""
    assert set(ROWS) <= set(BY_NAME)
