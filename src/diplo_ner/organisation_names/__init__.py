"""Names of bodies by their grammar: a head noun with what belongs to it, or a noun that announces a name."""
