"""One file a group of verbs; each has ``add(verbs, common)`` and imports nothing heavy at the top."""
