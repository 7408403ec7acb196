"""Papers for word processors: WordprocessingML, written by ourselves in the order of its schema."""
