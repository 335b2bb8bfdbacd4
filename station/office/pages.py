"""Which page is made how. A page of parts is one line in ``MAKERS``; one with a view of its own stands in ``OWN``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, Protocol

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from station.office.devices_page import DevicesPage
from station.office.help_page import HelpPage
from station.office.import_page import ImportPage
from station.office.labels_page import LabelsPage
from station.office.orders_page import OrdersPage
from station.office.own_pages import DisputesPage
from station.office.page import Around, OfficePage
from station.office.people_page import PeoplePage
from station.office.settings_page import SettingsPage
from station.office.setup_page import SetupPage
from station.office.today_page import TodayPage
from station.ui.office.screen import Page


class OwnPage(Protocol):
    """A page that has a view of its own, which stands beside the rail."""

    @property
    def widget(self) -> QWidget: ...

    def opened(self) -> None: ...

    def needs(self, event: QKeyEvent) -> bool:
        """Whether a key of the rail is one of its own now."""

    def stop(self) -> None: ...


MAKERS: Final[Mapping[Page, Callable[[Around], OfficePage]]] = MappingProxyType(
    {
        Page.ORDERS: OrdersPage,
        Page.IMPORT: ImportPage,
        Page.LABELS: LabelsPage,
        Page.PEOPLE: PeoplePage,
        Page.SETTINGS: SettingsPage,
        Page.DEVICES: DevicesPage,
        Page.SETUP: SetupPage,
        Page.HELP: HelpPage,
    }
)
OWN: Final[Mapping[Page, Callable[[Around], OwnPage]]] = MappingProxyType(
    {Page.TODAY: TodayPage, Page.DISPUTES: DisputesPage}
)
