"""What the texts mean, stored: each kind of derivation in a module of its own, put to work by `deriving`."""
