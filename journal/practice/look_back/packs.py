"""A prompt pack as text (TOML), read and held to its shape."""

import re
import tomllib
from collections.abc import Mapping
from typing import Any, NamedTuple

from journal.errors import Usage
from journal.practice.look_back.prompts import ANGLES, PHASES, STEPS, Pack, Prompt

SCHEMA = 1
"""The shape of packs that is read here."""

_HINT = "docs/prompts.md shows a whole pack; journal prompts check reads yours again."
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_HEADER = re.compile(r"\s*\[\[\s*prompt\s*\]\]")


class _Rule(NamedTuple):
    """What a field may hold: its type, the longest text, and the words it is one of."""

    type: type = str
    longest: int = 0
    one_of: tuple[str, ...] = ()
    is_name: bool = False


_PACK = {
    "schema": _Rule(int),
    "id": _Rule(is_name=True),
    "version": _Rule(int),
    "language": _Rule(longest=20),
    "title": _Rule(longest=80),
    "prompt": _Rule(list),
}
_PROMPT = {
    "id": _Rule(is_name=True),
    "step": _Rule(one_of=STEPS),
    "angle": _Rule(one_of=ANGLES),
    "phase": _Rule(one_of=PHASES),
    "family": _Rule(is_name=True),
    "full": _Rule(longest=160),
    "cue": _Rule(longest=60),
    "word": _Rule(longest=20),
    "example": _Rule(longest=160),
    "why": _Rule(longest=160),
    "retired": _Rule(bool),
}
_MAY_BE_EMPTY = ("title", "example", "why")
_CALLED = {str: "text in quotation marks", int: "a whole number", bool: "true or false"}


class _PackError(Exception):
    """What is wrong with a pack, and where: the field, and the number of its prompt from 0."""

    def __init__(self, reason: str, field: str = "", prompt: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.field = field
        self.prompt = prompt


def parse_pack(text: str, source: str) -> Pack:
    """Return the pack that `text` holds; `source` is the file's name, for messages.

    A prompt needs `id`, `step` and `full` (one of the step "question" an `angle` too), a retired
    one only its `id`. Left out, `cue` is `full`, `word` is `cue` and `family` is `id`. White
    space in a text is folded: a question is one line.

    Raises Usage that names the file, the line where it can be told, and the reason.
    """
    try:
        return _pack(tomllib.loads(text))
    except _PackError as fault:
        raise _usage(source, _line(text, fault), fault.reason) from fault
    except RecursionError as error:
        raise _not_toml("it is nested too deeply", source) from error
    except ValueError as error:  # besides TOMLDecodeError: a number of thousands of digits
        raise _not_toml(str(error), source) from error


def _usage(source: str, line: int | None, reason: str) -> Usage:
    where = source if line is None else f"{source}, line {line}"
    return Usage(f"{where}: {reason}.", _HINT)


def _not_toml(said: str, source: str) -> Usage:
    place = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", said)
    reason = said[: place.start()] if place else said
    line = int(place[1]) if place and place[1] else None
    return _usage(source, line, f"this cannot be read as TOML ({reason})")


def _pack(fields: Mapping[str, Any]) -> Pack:
    _check(fields, _PACK, "the pack")
    _need(fields, ("schema", "id", "version", "language", "prompt"), "the pack")
    if fields["schema"] != SCHEMA:
        raise _PackError(f"schema {fields['schema']} is not known here, only {SCHEMA}", "schema")
    if fields["version"] < 1:
        raise _PackError("the version counts from 1", "version")
    return Pack(
        id=fields["id"],
        version=fields["version"],
        language=fields["language"],
        title=_folded(fields.get("title", "")),
        prompts=_prompts(fields),
    )


def _prompts(pack: Mapping[str, Any]) -> tuple[Prompt, ...]:
    prompts: dict[str, Prompt] = {}
    for number, fields in enumerate(pack["prompt"]):
        try:
            prompt = _prompt(pack["id"], pack["version"], fields)
        except _PackError as fault:
            raise _PackError(fault.reason, fault.field, number) from fault
        if prompt.id in prompts:
            raise _PackError(f'there are two prompts with the id "{prompt.id}"', "id", number)
        prompts[prompt.id] = prompt
    return tuple(prompts.values())


def _prompt(pack: str, version: int, fields: object) -> Prompt:
    if not isinstance(fields, dict):
        raise _PackError("a prompt is a table that begins with [[prompt]]")
    whose = f'the prompt "{fields["id"]}"' if isinstance(fields.get("id"), str) else "the prompt"
    _check(fields, _PROMPT, whose)
    _need(fields, ("id",) if fields.get("retired") else ("id", "step", "full"), whose)
    if fields.get("step") == "question":
        _need(fields, ("angle",), whose)
    elif "angle" in fields and "step" in fields:
        raise _PackError(f'{whose} has an "angle", which only the step "question" has', "angle")
    said = {name: _folded(value) for name, value in fields.items() if isinstance(value, str)}
    cue = said.get("cue") or said.get("full", "")
    filled = {"family": said["id"], "cue": cue, "word": said.get("word") or cue}
    return Prompt(pack, version, **(filled | said), retired=fields.get("retired", False))


def _check(fields: Mapping[str, Any], rules: Mapping[str, _Rule], whose: str) -> None:
    for name, value in fields.items():
        if name not in rules:
            raise _PackError(f'{whose} has a field "{name}", which is not known here', name)
        _check_type(name, value, rules[name], whose)
        if isinstance(value, str):
            _check_text(name, _folded(value), rules[name], whose)


def _check_type(name: str, value: object, rule: _Rule, whose: str) -> None:
    if type(value) is not rule.type:
        needed = _CALLED.get(rule.type, "a list of [[prompt]] tables")
        raise _PackError(f'"{name}" of {whose} needs {needed}', name)


def _check_text(name: str, value: str, rule: _Rule, whose: str) -> None:
    if rule.one_of and value not in rule.one_of:
        words = ", ".join(rule.one_of)
        raise _PackError(f'"{name}" of {whose} is "{value}", and not one of {words}', name)
    if not value and name not in _MAY_BE_EMPTY:
        raise _PackError(f'"{name}" of {whose} is empty', name)
    if rule.longest and len(value) > rule.longest:
        reason = f'"{name}" of {whose} has {len(value)} characters, at most {rule.longest} fit'
        raise _PackError(reason, name)
    if rule.is_name and not _NAME.fullmatch(value):
        reason = f'"{name}" of {whose} may have small letters, digits and hyphens, at most 40'
        raise _PackError(reason, name)


def _need(fields: Mapping[str, Any], names: tuple[str, ...], whose: str) -> None:
    for name in names:
        if name not in fields:
            raise _PackError(f'{whose} has no "{name}"')


def _folded(text: str) -> str:
    return " ".join(text.split())


def _line(text: str, fault: _PackError) -> int | None:
    """Return the line of the fault's field, or else of its prompt's header, counted from 1."""
    lines = text.split("\n")
    headers = [number for number, line in enumerate(lines) if _HEADER.match(line)]
    first, end = 0, headers[0] if headers else len(lines)
    if fault.prompt is not None:
        if fault.prompt >= len(headers):
            return None
        first, end = headers[fault.prompt], [*headers, len(lines)][fault.prompt + 1]
    for number in range(first, end):
        if fault.field and re.match(rf'\s*"?{re.escape(fault.field)}"?\s*=', lines[number]):
            return number + 1
    return first + 1 if fault.prompt is not None else None
