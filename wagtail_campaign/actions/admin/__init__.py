"""What the admin pages of all kinds of actions have in common; slices say what is their own."""
