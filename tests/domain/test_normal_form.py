"""The form in which text is compared: meaning, not spelling (R18, RULES S11)."""

import random
import time

import pytest

from app.domain.normal_form import digest, html_text, plain_text


def test_plain_text() -> None:
    """NFC, LF, no white space at the ends of lines and text."""
    assert plain_text("Cafe\u0301  \r\nx\ry \n\n") == "Caf\u00e9\nx\ny"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<P>Hello</P>", "<p>Hello</p>"),
        ("a<br>b", "a<br/>b"),
        ("a<br />b", "a<br>b"),
        ('<a href="x" class="y">z</a>', "<a CLASS='y' HREF='x'>z</a>"),
        ("caf&eacute; &amp; co", "café &amp; co"),
        ("café & co", "café &amp; co"),
        ("one\n  two\tthree", "one two three"),
        ("<p>a</p>\r\n<p>b</p>", "<p>a</p><p>b</p>"),
        ("<p>a</p><p></p><p>&nbsp;</p>", "<p>a</p>"),
        ("<p><span> </span>a</p>", "<p>a</p>"),
        ("<p> a </p>", "<p>a</p>"),
        ("a<!-- note -->b", "ab"),
        ("<![if !x]>a<![endif]>", "a"),
        ("<![foo[bar]]>a", "a"),
        ("a\u00a0b", "a b"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("a > b", "a &gt; b"),
        ("a<script>if (1 < 2) { b() }</script>", "a"),
        ("<style>p { color: red }</style><p>a</p>", "<p>a</p>"),
    ],
)
def test_alike(one: str, other: str) -> None:
    """Spellings that a service may turn into each other."""
    assert html_text(one) == html_text(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>a</p>", "<p>b</p>"),
        ("<p>a</p><p>b</p>", "<p>a b</p>"),
        ("<b>a</b>", "<i>a</i>"),
        ("<pre>a\n b</pre>", "<pre>a b</pre>"),
        ("<b>a</b> b", "<b>a</b>b"),
        ('<img src="a">', '<img src="b">'),
        ("a &lt;b&gt; c", "a <b> c"),
    ],
)
def test_different(one: str, other: str) -> None:
    """What a shopper sees differently stays different."""
    assert html_text(one) != html_text(other)


@pytest.mark.parametrize("blank", ["", " \n", "<p></p>", "<p>&nbsp;</p>\n<p> </p>", "<!-- x -->"])
def test_blank(blank: str) -> None:
    """HTML without text or media is blank, and so is its fingerprint."""
    assert html_text(blank) == ""
    assert digest(html_text(blank)) == ""


def test_media_alone_is_not_blank() -> None:
    """A picture is content."""
    assert html_text('<p><img src="x"></p>') != ""


def test_random_markup_is_stable() -> None:
    """Whatever arrives: it does not raise, and the normal form is its own normal form."""
    rng = random.Random(11)
    bits = ["<p>", "</p>", "<b>", "</b>", "<br/>", " ", "\n", "a", "&amp;", "&", "<", ">", "<!--"]
    bits += ["-->", "<![", "]]>", "<pre>", "</pre>", "<ul><li>", "</ul>", "&nbsp;", "<a b='", "'>"]
    bits += ["<span>", "</span>", "&#x110000;", "<!", "</", "é", "<script>", "</script>"]
    for _ in range(3000):
        text = "".join(rng.choices(bits, k=rng.randint(1, 25)))
        normal = html_text(text)
        assert html_text(normal) == normal, text


@pytest.mark.parametrize(
    "evil",
    ["<a " * 30_000, "<b>" * 20_000 + "</i>" * 20_000, "<div>" * 20_000, "<" * 50_000],
    ids=["open", "unmatched", "deep", "bare"],
)
def test_hostile_text_takes_no_time(evil: str) -> None:
    """The effort does not grow with the square of the length."""
    start = time.process_time()
    html_text(evil)
    assert time.process_time() - start < 2.0
