"""From a meeting's provisional list to its report: entering while it agrees, then merging number by number."""
