"""How staff sign in: the page, what is said to whom is locked out, the second factor."""
