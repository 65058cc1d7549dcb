"""Evidence of who speaks: the cues around a passage and the phrases that they give it to."""
