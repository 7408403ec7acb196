"""Layer 1: what stands in a folder of sources (texts, manifest, errata), read and checked."""
