"""The admin of mail: the outbox, mailing news, and what is wrong with it."""
