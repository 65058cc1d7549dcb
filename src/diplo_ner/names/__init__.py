"""Names as strings: normalised, split into parts, compared, brought together. No language model."""
