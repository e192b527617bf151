"""The loop: what is sought, made sense of, tried and passed on; and every noun on a shelf."""

from screens.loop.place import Loop as Loop
