"""What the learner answered and decided: if–thens, goals, changes around them, minds."""

from journal.analysis.growth.evidence import Evidence, whole
from journal.analysis.growth.material import Material
from journal.records.belief import Belief
from journal.records.context import ContextMove
from journal.records.feedback import Feedback
from journal.records.goal import FRAMINGS, Goal
from journal.records.item import Item
from journal.records.plan import Plan


def if_thens_tried(material: Material) -> list[Evidence]:
    """Return each time that an if–then came up: it counts where it was tried."""
    return [
        whole(record, occasion.on, f"If {own.cue}, I'll {own.response}")._replace(
            counts=occasion.tried,
            why=f"it came up and was {'tried' if occasion.tried else 'not tried'}",
        )
        for record, own in material.of(Plan)
        for occasion in own.occasions
        if occasion.came_up
    ]


def used_elsewhere(material: Material) -> list[Evidence]:
    """Return each time that a lesson was used in another setting than its own."""
    return [
        whole(record, reuse.on, own.question)._replace(
            part=reuse.worked or "unsaid",
            why=f"used in another setting: {reuse.setting}"
            + (f"; did it work: {reuse.worked}" if reuse.worked else ""),
        )
        for record, own in material.of(Item)
        for reuse in own.reuses
        if reuse.setting != own.setting
    ]


def goals_to_learn(material: Material) -> list[Evidence]:
    """Return the goals that are active today: they count where the learner calls them learning."""
    found = []
    for record, own in material.of(Goal):
        if own.state == "active":
            said = FRAMINGS.get(own.framing)
            why = f"you called it {said}" if said else "you have not said which of the two it is"
            each = whole(record, material.today, own.aim)
            found.append(each._replace(counts=own.is_to_learn, why=why))
    return found


def around_you(material: Material) -> list[Evidence]:
    """Return what was noticed, changed and helped in the learner's surroundings, each apart."""
    found = []
    for record, own in material.of(ContextMove):
        seen = whole(record, words=own.noticed)
        found.append(seen._replace(part=f"{own.context}: noticed", why="you noticed it"))
        if own.changed:
            made = whole(record, own.on or record.day, own.changed)
            found.append(made._replace(part=f"{own.context}: changed", why="you changed it"))
            if own.helped in ("yes", "partly"):
                why = f"did it help: {own.helped}"
                found.append(made._replace(part=f"{own.context}: helped", why=why))
    return found


def changed_mind(material: Material) -> list[Evidence]:
    """Return each change of mind: a belief revised, a lesson changed or retired, and why."""
    found = [
        whole(record, turn.on, turn.turned)._replace(why=f"because: {turn.why}")
        for record, own in material.of(Belief)
        for turn in own.revisions
    ]
    found += [
        whole(record, back.on, own.question)._replace(why=f"{back.answer}: {back.words}")
        for record, own in material.of(Item)
        for back in own.returns
        if back.answer in ("changed", "retired") and back.words
    ]
    return sorted(found, key=lambda each: each.day)


def decided(material: Material) -> list[Evidence]:
    """Return what people said: it counts where a decision was made, with a reason."""
    return [
        whole(record, words=own.said)._replace(
            counts=bool(own.decision and own.why),
            part="acted on" if own.enacted else "",
            why=f"{own.decision}: {own.why}" if own.decision else "not decided yet",
        )
        for record, own in material.of(Feedback)
    ]
