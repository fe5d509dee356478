"""Mistakes that editors make, one file each, with what the command says to them; README.md explains the form."""
