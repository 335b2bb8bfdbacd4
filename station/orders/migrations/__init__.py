"""The order book's schema, step by step. Alembic reads the files of ``versions``; they are never edited once shipped."""
