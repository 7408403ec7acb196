"""Arabic as signs and words: cleaned, normalised, cut into terms; the one analyser."""
