"""From structure to record: who a document is, what changed, one transaction."""
