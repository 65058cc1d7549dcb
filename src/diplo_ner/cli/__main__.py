"""Makes ``python -m diplo_ner.cli`` the command."""

from __future__ import annotations

from . import main

if __name__ == "__main__":
    main()
