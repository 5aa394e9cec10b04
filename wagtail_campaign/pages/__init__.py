"""The ready-made page types: a second, tiny app that sites with their own leave out."""
