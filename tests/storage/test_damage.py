"""Database files that are damaged in any way: set aside whole, said, and begun anew."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import DatabaseDamaged, StorageFailed
from app.storage.database import SCHEMA, Database, open_database
from app.storage.journal import SqliteJournal
from app.storage.mirror import SqliteMirror
from tests.storage.test_released import RELEASED, content

PAGE = 4096
Damage = Callable[[Path], None]


def overwritten(start: int, junk: bytes) -> Damage:
    """Other bytes at a place."""

    def damage(path: Path) -> None:
        with path.open("r+b") as file:
            file.seek(start)
            file.write(junk)

    return damage


def cut_to(size: int) -> Damage:
    """Cut off there."""

    def damage(path: Path) -> None:
        with path.open("r+b") as file:
            file.truncate(size)

    return damage


def replaced_by(junk: bytes) -> Damage:
    """Another file of that name."""

    def damage(path: Path) -> None:
        path.write_bytes(junk)

    return damage


def another_programs(path: Path) -> None:
    """A sound database that somebody else made."""
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.executescript("CREATE TABLE runs (pace INTEGER); INSERT INTO runs VALUES (5);")


def without_a_table(path: Path) -> None:
    """A table of ours is gone."""
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TABLE links")


DAMAGES: dict[str, Damage] = {
    "the header": overwritten(0, bytes(100)),
    "the format in the header": overwritten(18, b"\x07"),
    "the size of pages in the header": overwritten(16, b"\xff\xff"),
    "a page in the middle": overwritten(12 * PAGE, b"\xff" * PAGE),
    "the list of tables": overwritten(100, b"\xff" * 1000),
    "cut off in the middle": cut_to(20 * PAGE + 1000),
    "cut off in the header": cut_to(60),
    "nothing in it": cut_to(0),
    "no database": replaced_by(b"Dear diary, today we sold eleven mugs. " * 400),
    "zeros": replaced_by(bytes(50 * PAGE)),
    "another program's": another_programs,
    "a table less": without_a_table,
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A shop's database after a few weeks."""
    found = tmp_path / "shop.sqlite"
    shutil.copy(RELEASED[len(SCHEMA)], found)
    return found


def asides(path: Path) -> list[Path]:
    """What was set aside."""
    return sorted(path.parent.glob(f"{path.stem}-damaged-*.sqlite"))


@pytest.mark.parametrize("name", DAMAGES)
def test_it_is_set_aside_whole_and_begun_anew(path: Path, name: str) -> None:
    """Not a byte of it is lost; the new one works, and is not thought damaged in its turn."""
    DAMAGES[name](path)
    before = path.read_bytes()
    database, word = open_database(path)
    (aside,) = asides(path)
    assert aside.read_bytes()[100:] == before[100:]
    assert aside.name in word
    mirror = SqliteMirror(database)
    assert mirror.load().records == {}
    mirror.save_fact("kept", 1)
    database.close()
    database, word = open_database(path)
    assert word == ""
    assert SqliteMirror(database).load().facts == {"kept": 1}
    database.close()
    assert asides(path) == [aside]


def test_what_was_written_last_is_set_aside_with_it(path: Path) -> None:
    """SQLite keeps the newest writes in a file beside: it belongs to the damaged one."""
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("INSERT INTO facts VALUES ('late', '1')")
        other.commit()
        late = path.with_name("shop.sqlite-wal").read_bytes()
        shutil.copy(path, path.with_name("kept"))
        Path(f"{path}-wal").rename(path.with_name("late"))
    path.with_name("kept").replace(path)
    path.with_name("late").replace(f"{path}-wal")
    overwritten(0, bytes(100))(path)
    database, _ = open_database(path)
    database.close()
    (aside,) = asides(path)
    assert Path(f"{aside}-wal").read_bytes() == late


def test_two_in_one_second_keep_their_names(path: Path) -> None:
    """The second does not take the place of the first."""
    for junk in (b"one" * 2000, b"two" * 2000):
        path.write_bytes(junk)
        open_database(path)[0].close()
    assert sorted(aside.read_bytes()[:3] for aside in asides(path)) == [b"one", b"two"]


def spoil(path: Path, statement: str) -> None:
    """Overwrite content in a way that SQLite does not notice."""
    with closing(sqlite3.connect(path)) as other:
        assert other.execute(statement).rowcount
        other.commit()


READS: dict[str, tuple[str, Callable[[Database], object]]] = {
    "records": ("UPDATE pos_records SET record=x'00'", lambda d: SqliteMirror(d).load()),
    "products": ("UPDATE ecom_products SET record=x'c1ff'", lambda d: SqliteMirror(d).load()),
    "bases": ("UPDATE bases SET data=x'93c0'", lambda d: SqliteMirror(d).load()),
    "links": ("UPDATE links SET data=x'ff00'", lambda d: SqliteMirror(d).load()),
    "facts": ("UPDATE facts SET value='{' WHERE name='shop'", lambda d: SqliteMirror(d).load()),
    "levels": ("UPDATE inventory SET level='?'", lambda d: SqliteMirror(d).load()),
    "texts": (
        "UPDATE texts SET html=x'0102'",
        lambda d: [SqliteMirror(d).text(t) for t in texts(d)],
    ),
    "holds": ("UPDATE holds SET level='many'", lambda d: SqliteMirror(d).holds()),
    "runs": ("UPDATE runs SET counts='{'", lambda d: SqliteJournal(d).runs()),
    "days": ("UPDATE runs SET started='once'", lambda d: SqliteJournal(d).last_done()),
    "kinds": ("UPDATE runs SET kinds='['", lambda d: SqliteJournal(d).unattended_since("")),
    "actions": (
        "UPDATE actions SET action=x'00'",
        lambda d: [SqliteJournal(d).of_product(key) for key in SqliteJournal(d).last_done()],
    ),
}


def texts(database: Database) -> list[str]:
    """The digests of all texts."""
    with database.transaction() as db:
        return [digest for (digest,) in db.execute("SELECT digest FROM texts")]


@pytest.mark.parametrize("name", READS)
def test_content_that_makes_no_sense_is_told_as_damage(path: Path, name: str) -> None:
    """Never as a failure of the program; begun anew, the same object works on."""
    statement, read = READS[name]
    spoil(path, statement)
    before = content(path)
    database, word = open_database(path)
    assert word == ""
    with pytest.raises(DatabaseDamaged):
        read(database)
    word = database.begin_anew()
    (aside,) = asides(path)
    assert aside.name in word
    assert content(aside) == before
    assert SqliteMirror(database).load().records == {}
    database.close()


def test_who_has_it_open_meanwhile_goes_over_to_the_new_one(path: Path) -> None:
    """Another process, or the window's own look, found the damage first."""
    looking, _ = open_database(path)
    assert SqliteMirror(looking).load().records
    overwritten(12 * PAGE, b"\xff" * PAGE)(path)
    running, word = open_database(path)
    assert word
    SqliteMirror(running).save_fact("new", 1)
    assert SqliteMirror(looking).load().facts == {"new": 1}
    assert looking.begin_anew() != ""
    running.close()
    looking.close()


def test_only_the_damaged_one_is_set_aside(path: Path) -> None:
    """Two find the damage at once: the second does not throw out what the first began."""
    first, _ = open_database(path)
    second, _ = open_database(path)
    first.begin_anew()
    SqliteMirror(first).save_fact("new", 1)
    assert second.begin_anew() == ""
    assert SqliteMirror(second).load().facts == {"new": 1}
    assert len(asides(path)) == 1
    first.close()
    second.close()


@pytest.mark.parametrize("seed", range(60))
def test_whatever_happens_to_the_bytes(path: Path, seed: int) -> None:
    """Any damage ends in a database that works; what was there is in it or set aside."""
    dice = random.Random(seed)
    size = path.stat().st_size
    for _ in range(dice.randint(1, 4)):
        if dice.random() < 0.2:
            cut_to(dice.randrange(size))(path)
        else:
            junk = dice.randbytes(dice.choice([1, 8, 200, PAGE]))
            overwritten(dice.randrange(size), junk)(path)
    database, word = open_database(path)
    try:
        SqliteMirror(database).load()
        SqliteJournal(database).runs()
        SqliteJournal(database).unattended_since("")
    except DatabaseDamaged:
        word = database.begin_anew()
    else:
        word = word or "sound"
    assert word
    SqliteMirror(database).save_fact("kept", 1)
    assert SqliteMirror(database).load().facts["kept"] == 1
    assert word == "sound" or len(asides(path)) == 1
    database.close()


@pytest.mark.parametrize("log", [False, True], ids=["settled", "in the log of writes"])
def test_a_newer_versions_file_keeps_every_byte(path: Path, log: bool) -> None:
    """Refused with the remedy before anything is touched, wherever the version stands."""
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"PRAGMA journal_mode={'WAL' if log else 'DELETE'}")
        newer.execute("PRAGMA user_version = 99")
        newer.commit()
        files = {one: one.read_bytes() for one in (path, Path(f"{path}-wal")) if one.exists()}
        for _ in range(2):
            with pytest.raises(StorageFailed, match="newer"):
                open_database(path)
        assert {one: one.read_bytes() for one in files} == files
    assert asides(path) == []


def test_a_file_that_another_process_holds(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Waited for a while, then told with what to do; nothing is thought damaged."""
    connect = sqlite3.connect

    def hasty(*args: Any, **named: Any) -> sqlite3.Connection:
        made: sqlite3.Connection = connect(*args, **{**named, "timeout": 0.05})
        return made

    monkeypatch.setattr("app.storage.database.sqlite3.connect", hasty)
    holder = connect(path)
    holder.execute("PRAGMA locking_mode=EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StorageFailed, match="Another program") as told:
        open_database(path)
    assert told.value.remedy
    assert not isinstance(told.value, DatabaseDamaged)
    holder.rollback()
    holder.close()
    database, word = open_database(path)
    assert word == ""
    database.close()
