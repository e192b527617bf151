"""Growth: figures, pairs and pictures from the learner's own records. Pure; never a score."""
