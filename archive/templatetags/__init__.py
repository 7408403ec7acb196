"""Functions of display under the names that templates use."""
