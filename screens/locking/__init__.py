"""The journal under lock and key: the question about it, the locked screen, new passphrases."""
