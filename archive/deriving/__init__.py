"""What a text means, read from the text alone: pure functions, no database. Layer 1 of the archive."""
