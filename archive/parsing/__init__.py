"""From source text to structure: pure, positional, never raising, never dropping a line."""
