"""The pages on which an editor says yes to a verb, for one letter or all that were ticked."""
