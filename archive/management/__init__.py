"""Commands: thin faces of what stands below."""
