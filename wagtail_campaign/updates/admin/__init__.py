"""The admin of updates: mailing them, and following that."""
