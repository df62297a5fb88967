"""A store's HTML as the words that a shopper reads, never as markup."""

from html.parser import HTMLParser

LONGEST = 2000
"""So many letters of a text are shown; longer ones begin near what differs."""

_BLOCKS = frozenset(
    {
        *("p", "div", "ul", "ol", "li", "table", "tr", "br", "hr", "blockquote", "pre"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer"),
    }
)
_UNSEEN = frozenset({"script", "style"})
_UNCLOSED = 300
_LEAD = 120


def shown_text(html: str) -> str:
    """The words of a description, a line for each block. Never raises."""
    if "<" not in html and "&" not in html:
        return _tidy(html)
    if html.count("<") - html.count(">") >= _UNCLOSED:
        # No HTML: the parser's effort would grow with the square of its length.
        return _tidy(html)
    words = _Words()
    words.feed(html)
    words.close()
    return _tidy("".join(words.parts))


def excerpts(before: str, after: str) -> tuple[str, str]:
    """Both texts, shortened to what is shown, from shortly before where they begin to differ."""
    if max(len(before), len(after)) <= LONGEST:
        return before, after
    start = max(0, _common(before, after) - _LEAD)
    if start:
        start = before.rfind(" ", 0, start) + 1
    return _excerpt(before, start), _excerpt(after, start)


def _common(one: str, other: str) -> int:
    for at, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return at
    return min(len(one), len(other))


def _excerpt(text: str, start: int) -> str:
    lead = "… " if start else ""
    tail = " …" if len(text) > start + LONGEST else ""
    return lead + text[start : start + LONGEST].rstrip() + tail


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    """Gathers what is read: text, with a new line where a block begins or ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins a line; what is never shown is passed over."""
        del attrs
        self._unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """A block ends its line."""
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """White space in the markup is one blank."""
        if not self._unseen:
            self.parts.append(" ".join(f".{data}.".split())[1:-1])

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Pass over `<![…]>` of any kind; the parser would stop at those it doesn't know."""
        return self.parse_bogus_comment(i, report)
