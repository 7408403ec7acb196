"""Stored meanings, one module a kind."""
