"""The demo: a fresh home with the shipped sample orders, packed on virtual devices that speak real bytes."""
