"""How alembic reaches the order book while ``schema.upgrade`` runs it: on the connection it is handed, nothing else."""

from __future__ import annotations

from alembic import context

from station.orders.all_tables import METADATA


def _run() -> None:
    context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
    with context.begin_transaction():
        context.run_migrations()


_run()
