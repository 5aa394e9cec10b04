"""Petitions and the people who sign them, for Wagtail sites in several languages."""
