"""Giving out: a selection of recommendations as a file. A format is a small module: rows in, bytes out."""
