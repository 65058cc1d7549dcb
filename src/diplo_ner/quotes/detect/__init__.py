"""Quote or not: whether a passage gives back somebody's words, and whether it is a clause."""
