"""Descriptions as words: markup is never shown, long texts begin where they differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facts.shown_text import LONGEST, excerpts, shown_text


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("", ""),
        ("Plain words", "Plain words"),
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("One<br/>Two", "One\nTwo"),
        ("A <b>bold</b> claim", "A bold claim"),
        ("Salt &amp; pepper", "Salt & pepper"),
        ("Fish&nbsp;&amp;&nbsp;chips", "Fish & chips"),
        ("<ul>\n  <li>Oak</li>\n  <li>Ash</li>\n</ul>", "Oak\nAsh"),
        ("<script>alert(1)</script>Seen", "Seen"),
        ("<style>p { color: red }</style><p>Seen</p>", "Seen"),
        ("<p onclick='x()'>Seen</p>", "Seen"),
        ("Before<![endif]-->after", "Beforeafter"),
        ("a < b", "a < b"),
    ],
)
def test_html_is_shown_as_its_words(html: str, words: str) -> None:
    """Tags make lines or nothing, entities are characters, scripts are not there."""
    assert shown_text(html) == words


@given(st.text(alphabet=st.sampled_from("<>&;/p br!-[]\"'= \nscript"), max_size=200))
def test_nothing_that_a_store_writes_makes_it_stumble(html: str) -> None:
    """Broken markup gives some words, in tidy lines."""
    words = shown_text(html)
    assert words == words.strip()
    assert "\n\n" not in words


def test_text_of_unclosed_tags_is_taken_as_it_is() -> None:
    """Thousands of open tags cost no time."""
    assert shown_text("<" * 50_000) == "<" * 50_000


def test_short_texts_are_shown_whole() -> None:
    """Nothing is cut that fits."""
    assert excerpts("one", "two") == ("one", "two")


def test_long_texts_begin_shortly_before_what_differs() -> None:
    """The difference is seen, wherever in the text it is."""
    start = "word " * 2000
    before, after = excerpts(start + "old end", start + "new end")
    assert before.startswith("… word ")
    assert before.endswith("old end")
    assert after.endswith("new end")
    assert len(before) < 300


@given(st.text(max_size=3 * LONGEST), st.text(max_size=3 * LONGEST))
def test_excerpts_are_never_much_longer_than_what_is_shown(one: str, other: str) -> None:
    """A few marks at the ends are all that is added."""
    assert all(len(text) <= LONGEST + 4 for text in excerpts(one, other))
