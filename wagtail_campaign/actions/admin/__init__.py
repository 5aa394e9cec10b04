"""What the admin of all kinds of actions has in common: lists, verbs, charts, settings."""
