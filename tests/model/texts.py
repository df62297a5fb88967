"""What a description says, however it is spelled (R18)."""

from functools import lru_cache
from html.parser import HTMLParser

_SHELLS = {"p", "span"}
_MEDIA = {"img", "video", "iframe"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.shows = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = ",".join(f"{name}={value}" for name, value in sorted(attrs, key=lambda a: a[0]))
        self.said.append(f"<{tag} {told}>")
        self.shows = self.shows or tag in _MEDIA

    def handle_endtag(self, tag: str) -> None:
        if tag in _SHELLS and self.said and self.said[-1].startswith(f"<{tag} "):
            self.said.pop()
        elif tag != "br":
            self.said.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if words:
            self.said.append(words)
            self.shows = True


@lru_cache(maxsize=512)
def meaning(html: str) -> str:
    """The same for texts that show the same; "" for one that shows nothing."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "|".join(reader.said) if reader.shows else ""
