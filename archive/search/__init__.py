"""Words to matches: query, ladder, entries, the two engines."""
