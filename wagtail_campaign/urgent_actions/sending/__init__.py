"""The way of a letter to its target, and what comes back."""
