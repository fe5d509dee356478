"""Documents: papers as PDF and Word files, made on all cores, and not made again when nothing changed.

`making` loads no library before there is something to make; whoever only needs a `MadeDocument` loads `made`.
"""
