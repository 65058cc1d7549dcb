"""How fast the package is beside the spaCy pipeline it stands on: ``python -m bench``."""
