"""From source text to structure, never raising, never dropping a line."""
