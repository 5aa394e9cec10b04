"""A letter for its writer to send: by mail program, as a file, on paper. Nothing of it is kept."""
