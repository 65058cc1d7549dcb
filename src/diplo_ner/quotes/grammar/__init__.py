"""The grammar of the writer's own sentences: verb groups, noun phrases, subjects, appositions."""
