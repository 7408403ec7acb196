"""What is given out is read back by programs that we did not write."""
