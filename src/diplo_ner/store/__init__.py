"""A store: a corpus that was read, in one DuckDB file that other tools read, too."""
