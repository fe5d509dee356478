"""Programs that make files of the sample site anew: its pictures and its made-up nominations."""
