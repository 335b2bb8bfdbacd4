"""The order book on both databases, as the tests of the order book have it."""

from __future__ import annotations

from tests.orders.conftest import book, server_url, url

__all__ = ["book", "server_url", "url"]
