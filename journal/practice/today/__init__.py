"""What Today brings to the learner's notice, never more than a little."""
