"""From structure to record: who a document is, what has changed, and one transaction to write it."""
