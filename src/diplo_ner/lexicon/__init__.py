"""Facts about the world as tables: states, places, organisations, persons."""
