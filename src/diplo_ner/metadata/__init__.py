"""What is told of an article beside its text: which field holds what, and dates as the press writes them."""
