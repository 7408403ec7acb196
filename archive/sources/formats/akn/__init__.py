"""AKN4UN: Akoma Ntoso as the United Nations publish their documents in it."""
