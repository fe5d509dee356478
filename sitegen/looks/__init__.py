"""Looks: from a theme's files and a party's colour to what a browser loads."""
