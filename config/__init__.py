"""How the archive is set up: settings, addresses, checks. No knowledge of the field lives here."""
