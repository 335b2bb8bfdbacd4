"""Set-up: from a machine with unknown devices to a bench that packs. Steps are pure; hands, terminal and window act."""
