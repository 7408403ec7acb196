"""Formats: a file's bytes become lines with their places. Nothing behind this room knows that formats exist."""
