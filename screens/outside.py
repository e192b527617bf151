"""The learner's own editor: of a sealed journal's text on the disk is told before."""

from journal.editor import ON_DISK, memory_folder
from screens.base import AppBase
from screens.frame import Frame


def may_edit_outside(place: Frame) -> bool:
    """Tell whether the editor may be opened now.

    Where the text of a sealed journal would lie on the disk meanwhile, that is said the first time,
    and the same key once more opens it.
    """
    app = place.app
    if memory_folder() is not None or not place.journal.is_sealed or not isinstance(app, AppBase):
        return True
    was_told, app.told_of_disk = app.told_of_disk, True
    if not was_told:
        place.say(f"{ON_DISK} The same key opens it all the same.")
    return was_told
