"""The metadata of an article: which field holds what, and dates as the press writes them."""
