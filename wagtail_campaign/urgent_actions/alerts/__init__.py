"""Alerts: being told of every urgent action, by those who asked for it."""
