"""The archive of recommendations: layers 0 to 4, from pure text to pages (DESIGN, "The house")."""
