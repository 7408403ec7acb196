"""The desk of classification: queues of what nobody has looked at, one record at a time."""
