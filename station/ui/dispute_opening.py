"""A dispute opened to a page of its own, and what is chosen on it. Pure, as the screen is that it changes."""

from __future__ import annotations

from dataclasses import replace

from station.ui.dispute_case import CaseView
from station.ui.dispute_screen import DisputeScreen

BANK, COURT = "mastercard-pdf", "court"


def is_page(screen: DisputeScreen) -> bool:
    """A form, or what a search found, stands before the page."""
    return screen.opened and screen.form is None and screen.found is None and screen.row is not None


def opened(screen: DisputeScreen) -> DisputeScreen:
    if screen.row is None or screen.form is not None or screen.found is not None:
        return screen
    return replace(screen, opened=True, top=0, profile=0, word=None, tone=None)


def shut(screen: DisputeScreen) -> DisputeScreen:
    return replace(screen, opened=False, top=0, word=None, tone=None)


def forgotten(screen: DisputeScreen) -> DisputeScreen:
    """Its parcel is read anew."""
    return replace(screen, case=None, tone=None)


def told(screen: DisputeScreen, case: CaseView) -> DisputeScreen:
    """What was read of the parcel; of a dispute that is no longer under the cursor it is not shown."""
    if screen.row is None or screen.row.id != case.dispute:
        return screen
    return replace(screen, case=case, tone=None)


def profiles(screen: DisputeScreen) -> tuple[str, ...]:
    """The dispute's own first, the bank's and the whole after it; F3 has them all."""
    own = screen.folder.profile if screen.folder is not None else ""
    return tuple(dict.fromkeys(name for name in (own, BANK, COURT) if name))


def chosen_profile(screen: DisputeScreen) -> str:
    names = profiles(screen)
    return names[min(screen.profile, len(names) - 1)]


def choosing(screen: DisputeScreen, at: int) -> DisputeScreen:
    """Another of them; beyond the ends nothing changes."""
    return replace(screen, profile=at, tone=None) if 0 <= at < len(profiles(screen)) else screen
