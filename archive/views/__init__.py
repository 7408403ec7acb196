"""Pages: a request in, a context out."""
