"""What the learner wants to learn, thinks, brings, and was told."""
