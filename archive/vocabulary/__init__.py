"""The words of the field as data, with few functions to read them."""
