"""Values as they stand on screen: money, stock, moments, spans, sizes; one form for all screens.

Everything goes through the locale that is set; times are UNIX seconds, shown in local time.
"""

from decimal import Decimal
from functools import lru_cache

from PySide6.QtCore import QDateTime, QLocale

from app.facts.rows import Stock
from app.ui.wording import plural, tr

NOT_THERE = "\u2013"
"""Stands for what this side does not have."""

NOT_KNOWN = "?"
"""Stands for what cannot be told; never a zero."""

UNLIMITED = "∞"

NO_BREAK = "\u00a0"
"""Keeps a number and the short unit after it on one line."""

_MINUS = "\u2212"
_TEXT_STARTS = ("=", "+", "-", "@", "\t", "\r")


# Numbers


def number(value: int) -> str:
    """A whole number, grouped, with a true minus."""
    return _true_minus(QLocale().toString(value))


def signed(value: int) -> str:
    """A difference with its sign, zero without one."""
    return f"+{number(value)}" if value > 0 else number(value)


def decimal(value: Decimal) -> str:
    """A number with as many places as it has, at most six."""
    places = max(0, -int(value.normalize().as_tuple().exponent))
    return _true_minus(QLocale().toString(float(value), "f", min(places, 6)))


def measure(value: Decimal, unit: str) -> str:
    """A number and its unit on one line."""
    return f"{decimal(value)}{NO_BREAK}{unit}" if unit else decimal(value)


def percent(share: float) -> str:
    """A share of one as whole per cent: 6 %, "under 1 %" for less than one."""
    if 0 < share < 0.01:
        return tr("under {percent}").format(percent=f"1{NO_BREAK}%")
    return f"{number(round(share * 100))}{NO_BREAK}%"


def moved(before: int | Decimal, after: int | Decimal) -> str:
    """How far a value moves: +9 %, in words from five times on, "" where nothing tells."""
    if before <= 0 or after < 0 or before == after:
        return ""
    times = after / before
    if times >= 5:
        return plural("%n times as much", round(times))
    share = round((times - 1) * 100)
    return f"{signed(share)}{NO_BREAK}%" if share else ""


# Money


def money(amount: int | None, places: int) -> str:
    """An amount in the currency's smallest unit, without the currency."""
    if amount is None:
        return NOT_THERE
    return _true_minus(QLocale().toString(amount / 10**places, "f", places))


def money_of(amount: Decimal, places: int) -> str:
    """An amount as it is written, without the currency."""
    return _true_minus(QLocale().toString(float(amount), "f", places))


def price(low: int | None, high: int | None, places: int, *, narrow: bool = False) -> str:
    """One price, or what a family of several begins with: "from 4.00", "4.00+" where narrow."""
    lowest = money(low, places)
    if low is None or high is None or low == high:
        return lowest
    return tr("{price}+" if narrow else "from {price}").format(price=lowest)


def among(value: str, *, narrow: bool = False) -> str:
    """One value out of those of a family: "incl. 119.00", "…119.00" where narrow."""
    return tr("…{value}" if narrow else "incl. {value}").format(value=value)


def priced(amount: int | Decimal, places: int, currency: str) -> str:
    """An amount with its currency, for sentences; an `int` is in the smallest unit."""
    value = amount / 10**places if isinstance(amount, int) else float(amount)
    if not currency:
        # Qt would name the one of the locale.
        return _true_minus(QLocale().toString(value, "f", places))
    shown = QLocale().toCurrencyString(abs(value), currency_symbol(currency), places)
    return f"{_MINUS if value < 0 else ''}{shown}".replace(" ", NO_BREAK)


def currency_symbol(code: str) -> str:
    """The symbol of a currency such as "GBP": £; the code itself where no locale has one."""
    return _symbol(code, QLocale().name()) if code else ""


@lru_cache(maxsize=64)
def _symbol(code: str, _shown_in: str) -> str:
    kinds = QLocale.CurrencySymbolFormat
    if QLocale().currencySymbol(kinds.CurrencyIsoCode) == code:
        return QLocale().currencySymbol(kinds.CurrencySymbol)
    every = QLocale.matchingLocales(
        QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry
    )
    found = [
        each.currencySymbol(kinds.CurrencySymbol)
        for each in every
        if each.currencySymbol(kinds.CurrencyIsoCode) == code
    ]
    return min(found, key=len, default="") or code


# Stock and states


def stock(value: Stock) -> str:
    """Pieces as a cell shows them: 1,250, ∞ where not counted, ? not known, a dash not there."""
    if isinstance(value, int):
        return number(value)
    if value is None:
        return NOT_THERE
    return UNLIMITED if value == "unlimited" else NOT_KNOWN


def spoken_stock(value: Stock) -> str:
    """Pieces as a screen reader says them."""
    if isinstance(value, int):
        return number(value)
    if value is None:
        return tr("not there")
    return tr("not counted, unlimited") if value == "unlimited" else tr("not known")


def yes_no(value: bool) -> str:
    """Yes or No."""
    return tr("Yes") if value else tr("No")


def side_state(value: str) -> str:
    """`Row.active` or `Row.shown` as a cell shows it."""
    if value == "deleted":
        return tr("Deleted")
    return yes_no(value == "yes") if value else NOT_THERE


def text_value(text: str) -> str:
    """A text, or "(blank)" for an empty one."""
    return text or tr("(blank)")


# Moments


def moment(at: float, now: float) -> str:
    """When it was: Just now, Today 10:42, Tue 12 May, 3 May, 3 May 2025; a dash for never."""
    if not at:
        return NOT_THERE
    if -60 < now - at < 60:
        return tr("Just now")
    then, today = _local(at), _local(now)
    days = then.date().daysTo(today.date())
    if days == 0:
        return tr("Today {time}").format(time=clock(at))
    return day(at, now)


def day(at: float, now: float) -> str:
    """The day of a moment: Tue 12 May within a week, 3 May this year, 3 May 2025 else."""
    then, today = _local(at).date(), _local(now).date()
    if 0 <= then.daysTo(today) < 7:
        form = tr("ddd d MMM")
    elif then.year() == today.year():
        form = tr("d MMM")
    else:
        form = tr("d MMM yyyy")
    return QLocale().toString(then, form)


def calendar_day(at: float) -> str:
    """A day of this year or the next, without its year: 3 May."""
    return QLocale().toString(_local(at).date(), tr("d MMM"))


def clock(at: float) -> str:
    """The time of day, without seconds."""
    form = QLocale().timeFormat(QLocale.FormatType.ShortFormat).replace(":ss", "")
    return QLocale().toString(_local(at).time(), form).replace(" ", NO_BREAK)


def full_moment(at: float) -> str:
    """The whole stamp, for tool tips and exports; "" for never."""
    if not at:
        return ""
    date = QLocale().toString(_local(at).date(), QLocale.FormatType.LongFormat)
    return f"{date} {clock(at)}"


def span(seconds: float) -> str:
    """How long something took: 3 s, 1 min 28 s, 1 h 5 min."""
    whole = max(0, round(seconds))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return _joined((hours, tr("h")), (minutes, tr("min")))
    return _joined((minutes, tr("min")), (rest, tr("s")))


def time_left(seconds: float | None) -> str:
    """How long something will take, roughly; said where it is not known."""
    if seconds is None:
        return tr("time left not known yet")
    if seconds < 8:
        return tr("a few seconds")
    if seconds < 57:
        amount, unit = max(10, round(seconds / 5) * 5), tr("s")
    elif seconds < 5400:
        amount, unit = max(1, round(seconds / 60)), tr("min")
    else:
        amount, unit = round(seconds / 3600), tr("h")
    return tr("about {time}").format(time=f"{number(amount)}{NO_BREAK}{unit}")


def size(count: int) -> str:
    """A number of bytes: 24 MB."""
    places = 0 if count < 10_000_000 else 1
    form = QLocale.DataSizeFormat.DataSizeSIFormat
    shown = QLocale().formattedDataSize(count, places, form)
    nothing = f"{QLocale().decimalPoint()}{QLocale().zeroDigit()} "
    return shown.replace(nothing, " ").replace(" ", NO_BREAK)


# Leaving the window


def safe_cell(text: str) -> str:
    """A text for a spreadsheet: what would be taken for a formula is marked as text."""
    return f"'{text}" if text.startswith(_TEXT_STARTS) else text


def _local(at: float) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(at))


def _joined(*parts: tuple[int, str]) -> str:
    told = [part for part in parts if part[0]] or [parts[-1]]
    return " ".join(f"{number(amount)}{NO_BREAK}{unit}" for amount, unit in told)


def _true_minus(shown: str) -> str:
    return shown.replace("-", _MINUS)
