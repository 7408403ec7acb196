"""One HTML file for a room without network: all texts in it, its own search, nothing from elsewhere."""
