"""Harnesses that try to lose or leak what the journal keeps; each with a control that must fail."""
