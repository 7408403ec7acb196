"""PDF, read by the places of its letters: what a page shows is there, what it says must be found again and judged."""
