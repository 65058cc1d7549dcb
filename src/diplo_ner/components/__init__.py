"""spaCy components: the three jobs as pipes on any French pipeline, found by entry point."""
