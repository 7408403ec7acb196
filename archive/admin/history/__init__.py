"""What became of rows, as staff see it: a record's history, what was done at once and its undoing, two at one text."""
