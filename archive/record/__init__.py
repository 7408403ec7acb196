"""Rows of the archive: what each kind of them is, how a source and staff write it, and what follows from a change."""
