"""What a text says of itself, read from the text alone."""
