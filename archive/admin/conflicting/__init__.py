"""What a source and the archive disagree about: values, and rows that a source has no longer."""
