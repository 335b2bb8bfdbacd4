"""Sentences of the screens as Qt Linguist files: gathered from the tables, written, checked, released."""
