"""Growth: then and now in the learner's own words, and what happened in between."""

from screens.growth.place import Growth as Growth
