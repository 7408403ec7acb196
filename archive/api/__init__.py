"""The archive as JSON, described by its own fields."""
