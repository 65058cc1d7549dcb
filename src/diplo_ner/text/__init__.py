"""Text as words, sentences and paragraphs with offsets; no language model."""
