"""The API does what its own document says, whatever is sent (Schemathesis)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from station.home import Home
from station.orders.api_tokens import Right, make_token
from station.orders.engine import writing
from station.orders.opening import open_book
from station.orders.routes import load_routing
from station.serving.application import application
from station.serving.desk import Desk
from station.settings import config_dir
from tests.serving.asking import bearer
from tests.serving.conftest import START_US


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The document of an API over a book that has an order already, and a token with every right."""
    folder: Path = tmp_path_factory.mktemp("api")
    home, config = Home(folder / "home"), config_dir()
    book = open_book(home, config, f"sqlite:///{folder / 'orders.db'}")
    services = load_routing(config, home.root).services
    desk = Desk(
        book=book,
        home=home,
        config=config,
        shop="demo",
        now_us=lambda: START_US,
        services=services,
        requests_a_minute=10**9,
    )
    with writing(book.engine) as connection:
        token = make_token(connection, "erp", Right, by="P001", now_us=START_US)
    schema = schemathesis.openapi.from_asgi("/v1/openapi.json", application(desk))
    schema.config.headers = bearer(token)
    return schema


def test_health_is_described_with_both_statuses(described: Any) -> None:
    """Both have the same body, so that whoever reads the document can read either."""
    answers = described.raw_schema["paths"]["/v1/health"]["get"]["responses"]
    (bodies,) = {str(answers[status]["content"]["application/json"]["schema"]) for status in ("200", "503")}
    assert "Health" in bodies
    others = described.raw_schema["paths"]["/v1/orders"]["get"]["responses"]
    assert list(others["503"]["content"]) == ["application/problem+json"]


def test_every_route(described: Any) -> None:
    """No answer that the document does not name, none of another shape, no server error.

    A request may fit the document and still be refused: a page that no answer named, a period that ends before it
    begins.
    """
    asked = 0
    for found in described.get_all_operations():
        operation = found.ok()

        @given(case=operation.as_strategy())
        @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
        def holds(case: Any) -> None:
            case.call_and_validate(excluded_checks=[positive_data_acceptance])

        holds()
        asked += 1
    assert asked == 17
