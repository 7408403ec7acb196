"""What stands in a folder of sources, read and checked."""
