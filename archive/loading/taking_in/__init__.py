"""Taking in at the desk: a file is handed in, read, planned and shown, then put into the archive or left."""
