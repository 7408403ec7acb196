"""The desk of errata: misread words found, proposed, suspected, and taken out and in as a file."""
