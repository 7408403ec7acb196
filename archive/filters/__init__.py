"""A selection, its facets and their counts, for every face."""
