"""A store that is only checked receives no write, whatever is asked; only the setting ends it."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.events import Planned
from app.sample import mutations_pos as pos
from app.sample import mutations_till as till
from app.sample.e_series import products as online
from app.sync.consent import Approval, signature
from app.sync.run import Options
from tests.sync.rig import Rig, Story

FOREIGN = {"name": "Linked", "sku": "X-1", "price": 1, "externalReferenceId": "vend:1"}


def everything(rig: Rig) -> None:
    """One of each kind of change that would be sent."""
    pos.reprice(rig.pos, rig.mug, 16.0)
    pos.add_picture(rig.pos, rig.mug, 5)
    pos.move_category(rig.pos, rig.mug, pos.add_category(rig.pos, "Cups"))
    pos.delete_product(rig.pos, rig.lamp)
    pos.add_variant(rig.pos, rig.tee, {"Colour": "Red", "Size": "L"}, "TEE-RL")
    till.count_stock(rig.pos, rig.tee_blue, rig.outlets[0], 9)
    rig.add("New cup", "CUP-9", 5.0, stock=1)


def wrote(rig: Rig) -> list[str]:
    """Writes that the online store has seen, by method and path."""
    return [f"{seen.method} {seen.path}" for seen in rig.ecom.writes_seen]


def approval(story: Story) -> Approval:
    """A yes to all that was shown."""
    (planned,) = story.of(Planned)
    return Approval({action.key: signature(action) for action in planned.actions})


@pytest.mark.parametrize("way", ["plain", "yes", "full", "unattended", "one", "approved"])
async def test_nothing_is_written_whatever_is_asked(synced: Rig, way: str) -> None:
    """The plan is told all the same; the stores count the writes."""
    synced.settings["store.mode"] = "check only"
    everything(synced)
    shown = await synced.sync(Options(check=True))
    synced.ecom.requests.clear()
    ways = {
        "plain": Options(),
        "yes": Options(yes=True),
        "full": Options(yes=True, full=True),
        "unattended": Options(attended=False),
        "one": Options(yes=True, only=frozenset({synced.key(synced.mug)})),
        "approved": Options(approved=approval(shown)),
    }
    story = await synced.sync(ways[way])
    assert wrote(synced) == []
    assert story.finished.writes == 0
    assert story.finished.mode == "check only"
    assert story.plan.actions
    assert story.finished.exit in (0, 1)
    assert "store.mode" in story.said
    assert synced.pos.writes_seen == []


async def test_the_setting_alone_ends_it(synced: Rig) -> None:
    """Then what was told before is sent."""
    synced.settings["store.mode"] = "check only"
    everything(synced)
    told = (await synced.sync()).actions
    synced.settings["store.mode"] = "sync"
    synced.ecom.requests.clear()
    story = await synced.sync()
    assert story.actions == told
    assert story.finished.exit == 0, story.failures
    assert wrote(synced) != []
    assert "store.mode" not in story.said


async def test_a_check_writes_nothing_and_no_yes_makes_it(synced: Rig) -> None:
    """In a store that is synced as well."""
    everything(synced)
    synced.ecom.requests.clear()
    story = await synced.sync(Options(check=True, yes=True))
    assert (wrote(synced), story.finished.mode) == ([], "check")
    assert story.plan.actions


async def test_what_was_left_open_is_not_settled_by_writing(synced: Rig) -> None:
    """An interrupted creation waits until the store is synced again."""
    synced.add("New cup", "CUP-9", 5.0, stock=1)
    story = await synced.sync(Options(check=True))
    with synced.mirror() as mirror, mirror._database.transaction() as db:
        db.execute(
            "INSERT INTO steps (run, key, kind, step, sent, batch_key, body, state) "
            "VALUES (1, ?, 'CreateProduct', x'', ?, 'k', x'', 'sent')",
            (story.plan.actions[0].key, int(synced.clock.now())),
        )
    synced.settings["store.mode"] = "check only"
    synced.ecom.requests.clear()
    await synced.sync()
    assert wrote(synced) == []


# Already connected


@pytest.mark.parametrize("sign", ["reference", "restricted", "categories"])
async def test_another_integrations_signs_switch_to_check_only(tmp_path: Path, sign: str) -> None:
    """A reference that is not ours, or fields that the store keeps for its own link (RULES M17)."""
    rig = Rig.corner_shop(tmp_path)
    if sign == "reference":
        online.create(rig.ecom, dict(FOREIGN))
        rig.clock.advance(60)
    else:
        assert (await rig.sync()).finished.exit == 0
        rig.clock.advance(600)
        everything(rig)
        knobs = {"restricted_fields": frozenset({"price"})}
        if sign == "categories":
            knobs = {"external_categories": True}  # type: ignore[dict-item]
        rig.ecom.knobs = replace(rig.ecom.knobs, **knobs)  # type: ignore[arg-type]
    story = await rig.sync()
    assert rig.settings["store.mode"] == "check only"
    assert "another integration" in story.said
    rig.clock.advance(600)
    rig.ecom.requests.clear()
    later = await rig.sync()
    assert (later.finished.mode, wrote(rig)) == ("check only", [])
    assert "Another integration writes to this shop" in later.said


@pytest.mark.parametrize("sign", ["reference", "restricted"])
async def test_the_managers_own_choice_stands(tmp_path: Path, sign: str) -> None:
    """He has set store.mode to sync himself: the others are synced, what is refused is told."""
    rig = Rig.corner_shop(tmp_path)
    rig.settings["store.mode"] = "sync"
    if sign == "reference":
        online.create(rig.ecom, dict(FOREIGN))
        rig.clock.advance(60)
        story = await rig.sync()
        assert story.finished.counts["created"] == 3
    else:
        await rig.sync()
        rig.clock.advance(600)
        everything(rig)
        rig.ecom.knobs = replace(rig.ecom.knobs, restricted_fields=frozenset({"price"}))
        story = await rig.sync()
        assert story.finished.exit == 1
        assert "CUP-9" in rig.products() or story.failures
    assert rig.settings["store.mode"] == "sync"


async def test_the_poss_own_switch_alone_is_no_sign(rig: Rig) -> None:
    """Every shop of ours has it (RULES M17)."""
    pos.switch_online(rig.pos, rig.mug, online=True)
    story = await rig.sync()
    assert "store.mode" not in rig.settings
    assert story.finished.counts["created"] == 3


async def test_another_counterparts_product_waits_to_be_confirmed(synced: Rig) -> None:
    """Its reference is one of ours, and this database does not know it (RULES S19)."""
    stranger = {"name": "Theirs", "sku": "X-2", "price": 1}
    online.create(synced.ecom, {**stranger, "externalReferenceId": "counterpart:elsewhere"})
    pos.reprice(synced.pos, synced.mug, 16.0)
    synced.clock.advance(25 * 3600)
    story = await synced.sync()
    assert (story.finished.mode, story.finished.writes) == ("check only", 0)
    assert synced.settings["store.mode"] == "check only"
    assert "another Counterpart" in story.said


async def test_what_this_counterpart_made_is_no_sign_of_another(synced: Rig) -> None:
    """Every product of its own carries such a reference."""
    pos.reprice(synced.pos, synced.mug, 16.0)
    synced.clock.advance(25 * 3600)
    story = await synced.sync()
    assert (story.finished.mode, story.actions) == ("sync", {"MUG-1": "update"})
    assert "store.mode" not in synced.settings
