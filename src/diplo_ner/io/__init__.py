"""Reading texts from files and writing results to files."""
