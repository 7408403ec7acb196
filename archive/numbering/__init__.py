"""Numbers, letters, ordinals and dates of the field, read and written."""
