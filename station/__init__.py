"""Sealbench: nothing wrong ships, nothing recorded is lost or changed."""
