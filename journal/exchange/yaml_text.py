"""The YAML of front matter: as much of it as notes use, read and written.

Reading: mappings, lists and single values. Aliases, anchors, tags and names that occur twice are
refused. A plain value is true, false, null or a number only where writing it again gives the same
characters; `no`, `12:30`, `007` and dates stay text, as they were typed.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import yaml

from journal.errors import Unreadable
from journal.visible import json_safe, storable

LARGEST = 8 * 1024 * 1024
"""The largest front matter that is read, in characters."""

_DEPTH = 64
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
_INT = re.compile(r"-?(?:0|[1-9]\d{0,3999})", re.ASCII)
_FLOAT = re.compile(r"-?\d[\d.]{0,30}(?:e[+-]?\d{1,3})?", re.ASCII)

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_+/-]*(?: [A-Za-z0-9_+/-]+)*")
_NOT_PLAIN = frozenset(("true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf"))
_UNPRINTABLE = re.compile("[\ufeff\ufffe\uffff]")
_LONG_NAME = 900  # YAML finds no colon after more than 1,024 characters


def load(text: str) -> Any:
    """Return what the YAML `text` says. Raises Unreadable."""
    if len(text) > LARGEST:
        raise Unreadable("its front matter is too long")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _document(yaml.parse(text, Loader=loader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f" (line {mark.line + 2})" if mark else ""
        raise Unreadable(f"its front matter is not YAML{line}") from None
    except RecursionError:
        raise Unreadable("its front matter is nested too deeply") from None


def dump(fields: Mapping[str, Any]) -> str:
    """Return `fields` as YAML, one a line; text is quoted where YAML would read something else.

    Besides what JSON knows, values may be dates and moments.
    """
    return "".join(f"{_name(name)}: {_flow(value)}\n" for name, value in fields.items())


def _document(events: Iterator[yaml.Event]) -> Any:
    for event in events:
        if not isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
            return None if isinstance(event, yaml.StreamEndEvent) else _value(event, events, _DEPTH)
    return None


def _value(event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Any:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise Unreadable("its front matter has anchors or aliases, which are not read")
    if getattr(event, "tag", None):
        raise Unreadable("its front matter has YAML tags, which are not read")
    if depth == 0:
        raise Unreadable("its front matter is nested too deeply")
    if isinstance(event, yaml.ScalarEvent):
        return storable(event.value) if event.style else _plain(event.value)
    if isinstance(event, yaml.SequenceStartEvent):
        return [_value(item, events, depth - 1) for item in _until(yaml.SequenceEndEvent, events)]
    return _mapping(events, depth)


def _mapping(events: Iterator[yaml.Event], depth: int) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for event in _until(yaml.MappingEndEvent, events):
        if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
            raise Unreadable("its front matter has a name that is not text")
        name = storable(event.value)
        if name in fields:
            raise Unreadable(f"its front matter says {name[:40]!r} twice")
        fields[name] = _value(next(events), events, depth - 1)
    return fields


def _until(end: type[yaml.Event], events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    while not isinstance(event := next(events), end):
        yield event


def _plain(text: str) -> Any:
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return int(text) if text != "-0" else text
    if _FLOAT.fullmatch(text) and repr(_float(text)) == text:
        return float(text)
    return storable(text)


def _float(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _name(name: str) -> str:
    text = _scalar(name)
    return text if len(text) < _LONG_NAME else f"? {text}\n"


def _flow(value: Any) -> str:
    if isinstance(value, str):
        return _scalar(value)
    if isinstance(value, Mapping):
        pairs = (f"{_flow_name(name)}: {_flow(item)}" for name, item in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value)


def _flow_name(name: str) -> str:
    text = _scalar(name)
    return text if len(text) < _LONG_NAME else f"? {text} "


def _scalar(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.lower() not in _NOT_PLAIN and len(text) < _LONG_NAME:
        return text
    quoted = json_safe(json.dumps(storable(text), ensure_ascii=False))
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match.group()):04x}", quoted)
