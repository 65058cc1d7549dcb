"""The words of reporting: classes, verbs with their forms, cues, named sets; no look at a sentence."""
