"""Webhooks in the admin, for those who may set them up."""
