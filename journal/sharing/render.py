"""The forms of a page, and the signature at its end: the file as it leaves, before it is sealed."""

import json
from collections.abc import Callable

from journal.records.excerpt import Form
from journal.sharing.as_html import as_html
from journal.sharing.as_json import as_json
from journal.sharing.as_markdown import as_markdown
from journal.sharing.layout import Sheet
from journal.sharing.signing import signature_in

ENDINGS = {Form.HTML: ".html", Form.MARKDOWN: ".md", Form.JSON: ".json"}

_WRITERS = {Form.HTML: as_html, Form.MARKDOWN: as_markdown, Form.JSON: as_json}
_JSON_HEAD, _JSON_MID, _JSON_END = '{"page":\n', ',"signature":', "}\n"
_COMMENT = "<!--\n"


def rendered(sheet: Sheet, form: Form, sign: Callable[[bytes], str]) -> str:
    """Return the file: the sheet in its form, signed.

    sign  returns the signature of a message, ending in a line feed

    HTML and Markdown have the signature in a comment at their end; signed is all before it. In JSON
    signed is the second line, the page itself.
    """
    message = _WRITERS[form](sheet)
    if form is Form.JSON:
        signature = json.dumps(sign(message.encode()))
        return f"{_JSON_HEAD}{message}{_JSON_MID}{signature}{_JSON_END}"
    return signed(message, sign)


def signed(message: str, sign: Callable[[bytes], str]) -> str:
    """Return a text with its signature in a comment at its end."""
    return f"{message}{_COMMENT}{sign(message.encode())}-->\n"


def taken_apart(file: str) -> tuple[str, str]:
    """Return what is signed in a page as `rendered` returns it, and the signature; "" if none."""
    if file.startswith(_JSON_HEAD):
        message, _, rest = file.removeprefix(_JSON_HEAD).partition("\n")
        return f"{message}\n", signature_in(rest.replace("\\n", "\n"))
    message, _, rest = file.rpartition(_COMMENT)
    return message, signature_in(rest)
