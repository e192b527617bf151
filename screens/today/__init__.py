"""Today: the line to write in, what was noted today, and what waits, if one likes."""

from screens.today.place import Today as Today
