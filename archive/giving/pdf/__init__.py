"""The compendium as PDF, set by typst in a process of its own; without that library there is no such format."""
