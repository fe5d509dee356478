"""Theming: the looks of our theme, the files by which a party changes it, and Material's frame around our pages."""
