"""Word's own format, read from the file's parts: no library keeps automatic numbers and notes with their places."""
