"""The admin of urgent actions: a file for each of its pages."""
