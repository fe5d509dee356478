"""The theme `clp`, "Handbill": type and rules do the work, one accent is the party's own."""
