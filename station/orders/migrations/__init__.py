"""The order book's schema, step by step: alembic reads the files of ``versions``, never edited once shipped."""
