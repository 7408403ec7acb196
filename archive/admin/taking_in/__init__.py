"""Taking papers in at the desk, and what the machine is sent to do with the sources: lists, pages and keys."""
