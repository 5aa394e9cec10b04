"""Access tokens in the admin, for those who may let other programs read."""
