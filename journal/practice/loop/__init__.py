"""Questions on their way to lessons: where they can go, what that needs, what comes back."""
