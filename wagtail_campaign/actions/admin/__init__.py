"""What the pages of the admin have in common, whatever people did: lists, verbs, charts."""
