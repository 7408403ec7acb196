"""What became of rows, when and by whom: written with each change in its transaction, read back into earlier states."""
