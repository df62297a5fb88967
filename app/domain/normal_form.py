"""The form in which text is compared (R18, RULES S11): meaning, not spelling."""

import hashlib
import unicodedata
from collections import Counter
from html.parser import HTMLParser

_VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "col", "wbr", "source", "area"})
_MEDIA = frozenset({"img", "video", "audio", "iframe", "object", "embed", "svg", "source"})
_DROPPED_WHEN_EMPTY = frozenset({"p", "span"})
_UNSEEN = frozenset({"script", "style"})
_UNCLOSED = 300
_BLOCK = frozenset(
    {
        *("p", "div", "ul", "ol", "li", "table", "thead", "tbody", "tr", "td", "th", "br", "hr"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "section", "article"),
    }
)


def plain_text(text: str) -> str:
    """Normal form of plain text: NFC, LF line ends, no trailing white space."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "\n".join(line.rstrip() for line in text.split("\n")).rstrip()


def html_text(html: str) -> str:
    """Normal form of HTML; "" when it shows nothing, neither text nor media (RULES M12).

    Never raises. Text with hundreds of tags that are never closed is no HTML: it is taken as
    plain text, since the parser's effort would grow with the square of its length.
    """
    if "<" in html or "&" in html:
        parser = _Normaliser()
        parser.feed(html if html.count("<") - html.count(">") < _UNCLOSED else _escaped(html))
        parser.close()
        html = parser.result()
    else:
        html = _escaped(_collapsed(html))
    return unicodedata.normalize("NFC", html)


def digest(normal: str) -> str:
    """The short fingerprint under which a text's normal form is held; "" for blank."""
    if not normal:
        return ""
    return hashlib.blake2b(normal.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


class _Normaliser(HTMLParser):
    """Writes HTML anew: lower case, sorted attributes, collapsed white space, no empty shells."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._open: list[tuple[str, int]] = []
        self._open_names: Counter[str] = Counter()
        self._shows = False
        self._pre = 0
        self._skipping = False

    def result(self) -> str:
        if not self._shows:
            return ""
        return "".join(self._parts).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._skipping = True
            return
        self._trim_before_block(tag)
        if tag in _MEDIA:
            self._shows = True
        if tag not in _VOID:
            self._open.append((tag, len(self._parts)))
            self._open_names[tag] += 1
        self._pre += tag == "pre"
        self._parts.append(_tag(tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._skipping = False
        if tag in _VOID or not self._open_names[tag]:
            return
        while self._close_innermost() != tag:
            pass

    def _close_innermost(self) -> str:
        tag, start = self._open.pop()
        self._open_names[tag] -= 1
        self._trim_before_block(tag)
        self._pre -= tag == "pre"
        if tag in _DROPPED_WHEN_EMPTY and not any(map(str.strip, self._parts[start + 1 :])):
            del self._parts[start:]
        else:
            self._parts.append(f"</{tag}>")
        return tag

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Pass over `<![…]>` of any kind; the parser would stop at those it doesn't know."""
        return self.parse_bogus_comment(i, report)

    def handle_data(self, data: str) -> None:
        if self._skipping:
            return
        if self._pre:
            self._add_text(data.replace("\r\n", "\n"))
            return
        collapsed = _collapsed(data)
        lead = " " if data[:1].isspace() and not self._after_space() else ""
        trail = " " if collapsed and data[-1:].isspace() else ""
        if collapsed or lead:
            self._add_text(f"{lead}{collapsed}{trail}" if collapsed else lead)

    def _after_space(self) -> bool:
        if not self._parts:
            return True
        last = self._parts[-1]
        return last.endswith(" ") or _name_of(last) in _BLOCK

    def _add_text(self, text: str) -> None:
        if text.strip():
            self._shows = True
        self._parts.append(_escaped(text))

    def _trim_before_block(self, tag: str) -> None:
        if tag in _BLOCK and self._parts and not self._pre and _name_of(self._parts[-1]) == "":
            self._parts[-1] = self._parts[-1].rstrip(" ")

    def close(self) -> None:
        super().close()
        while self._open:
            self._close_innermost()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _collapsed(text: str) -> str:
    return " ".join(text.replace("\xa0", " ").split())


def _tag(tag: str, attrs: list[tuple[str, str | None]]) -> str:
    shown = "".join(
        f' {name}="{(value or "").strip().replace("&", "&amp;").replace(chr(34), "&quot;")}"'
        for name, value in sorted(attrs, key=lambda pair: pair[0])
    )
    return f"<{tag}{shown}>"


def _name_of(part: str) -> str:
    if not part.startswith("<"):
        return ""
    return part.strip("</>").split(" ", 1)[0]
