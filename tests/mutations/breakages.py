"""The breakages: where, what stands there, what takes its place, the rule that it breaks.

`tests` is what must fail then. `survives` says why a breakage may pass all of it.
"""

from dataclasses import dataclass

MODEL = ("tests/model/test_histories.py",)
"""Random histories against the model of the rules."""
FOUND = ("tests/sync/test_found_by_histories.py",)
ONCE = ("tests/sync/test_exactly_once.py",)
FOLLOWING = ("tests/sync/test_following.py",)
TROUBLES = ("tests/sync/test_troubles.py", "tests/sync/test_first_sync.py")
COMPARING = ("tests/domain/test_comparing.py",)
PICTURES = ("tests/domain/test_pictures.py",)
INVENTORY = ("tests/domain/test_inventory.py",)
MATCHING = ("tests/domain/test_matching.py",)
DRAFTING = ("tests/domain/test_drafting.py", "tests/domain/test_drafting_families.py")
PLANNING = ("tests/domain/test_planning.py", "tests/domain/test_assessing.py")


@dataclass(frozen=True)
class Breakage:
    """One place, broken."""

    name: str
    file: str
    old: str
    new: str
    rule: str
    tests: tuple[str, ...]
    survives: str = ""


INVENTORY_FILE = "app/domain/inventory.py"
COMPARING_FILE = "app/domain/comparing.py"
PAIR_FILE = "app/domain/pair_comparison.py"
ASSESSING_FILE = "app/domain/assessing.py"
MATCHING_FILE = "app/domain/matching.py"

BREAKAGES: tuple[Breakage, ...] = (
    # Stock
    Breakage(
        "buffer ignored",
        INVENTORY_FILE,
        "cap = int((total - buffer)",
        "cap = int((total - 0 * buffer)",
        "DESIGN §6",
        MODEL,
    ),
    Breakage(
        "every outlet counts",
        INVENTORY_FILE,
        "for outlet in rows if outlet in ticked)",
        "for outlet in rows if outlet)",
        "R10",
        MODEL,
    ),
    Breakage(
        "fractions round to the nearest",
        INVENTORY_FILE,
        ".to_integral_value(ROUND_FLOOR)",
        ".to_integral_value()",
        "R15",
        INVENTORY,
    ),
    Breakage(
        "negative stock published",
        INVENTORY_FILE,
        'return OnlineStock("tracked", max(0, cap), held)',
        'return OnlineStock("tracked", cap, held)',
        "R15",
        MODEL,
    ),
    Breakage(
        "pieces held by orders are put back",
        INVENTORY_FILE,
        "return max(0, self.cap - self.held)",
        "return max(0, self.cap)",
        "M4",
        MODEL,
    ),
    Breakage(
        "no stock row counts as 0",
        INVENTORY_FILE,
        "    if not rows:\n",
        "    if rows is not None and not rows:\n",
        "M5",
        INVENTORY,
    ),
    Breakage(
        "an inactive member keeps its stock",
        INVENTORY_FILE,
        "    if not record.active:\n",
        "    if record.deleted:\n",
        "R21",
        INVENTORY,
    ),
    Breakage(
        "more than the POS has is left",
        PAIR_FILE,
        '"adjust" if quantity > stock.cap or quantity < stock.raise_to else "leave"',
        '"adjust" if quantity < stock.raise_to else "leave"',
        "M4",
        MODEL,
    ),
    Breakage(
        "stock as a difference to what was planned on",
        "app/sync/carry.py",
        "work.ecom_id, step.variation_id, target - quantity\n",
        "work.ecom_id, step.variation_id, target - step.expected\n",
        "M5",
        FOUND,
    ),
    Breakage(
        "a difference in doubt counts as refused",
        "app/sync/carry.py",
        "            raise StockInDoubt from error\n",
        "            raise\n",
        "M5",
        ONCE,
    ),
    Breakage(
        "orders are never read",
        "app/sync/deciding.py",
        "    if plan.raises_stock or _makes_again(context, plan):\n",
        "    if plan.raises_stock and plan is None:\n",
        "M4",
        MODEL,
    ),
    Breakage(
        "a level seen before the order ends its hold",
        "app/sync/holds.py",
        "in context.mirror.level_history(hold.pos_id) if at > hold.since]",
        "in context.mirror.level_history(hold.pos_id) if at]",
        "M4",
        FOUND,
    ),
    Breakage(
        "holds are judged by this computer's clock",
        "app/sync/holds.py",
        "    now = await context.ecom.server_time()\n",
        "    now = int(context.now())\n",
        "M4",
        FOUND,
    ),
    Breakage(
        "a family's own stock is left",
        ASSESSING_FILE,
        "    return not (shared or unreadable) and (there.unlimited or bool(there.quantity))\n",
        "    return not (shared or unreadable or there.id)\n",
        "R21",
        FOUND,
    ),
    # One field, three values
    Breakage(
        "a blank never clears",
        COMPARING_FILE,
        "    if pos_base is MISSING or is_blank(pos_base) or field.cleared is None:\n",
        "    if field.cleared is None or field:\n",
        "M12",
        MODEL,
    ),
    Breakage(
        "what was always blank erases",
        COMPARING_FILE,
        "    if pos_base is MISSING or is_blank(pos_base) or field.cleared is None:\n",
        "    if field.cleared is None:\n",
        "M12",
        MODEL,
    ),
    Breakage(
        "kept edits are put back",
        COMPARING_FILE,
        "(field.keepable and policy.keeps(field.name))\n",
        "(field.keepable and not policy)\n",
        "R12",
        FOLLOWING,
    ),
    Breakage(
        "edits online stay",
        COMPARING_FILE,
        '    return "kept" if kept else "online edit"\n',
        '    return "kept" if field else "online edit"\n',
        "R1",
        MODEL,
    ),
    Breakage(
        "a conflict is left",
        COMPARING_FILE,
        'in ("pos waits", "first link", "online edit", "conflict")',
        'in ("pos waits", "first link", "online edit")',
        "M1",
        MODEL,
    ),
    Breakage(
        "a field that is switched off is compared",
        COMPARING_FILE,
        "    if field.name in policy.off:\n        return None, NEVER\n",
        "    if field in policy.off:\n        return None, NEVER\n",
        "M3",
        COMPARING,
    ),
    Breakage(
        "pictures met at first link are replaced",
        COMPARING_FILE,
        "adopted = bool(ecom) and not policy.replace_first_images",
        "adopted = bool(ecom) and policy.replace_first_images",
        "M9",
        COMPARING,
    ),
    Breakage(
        "pictures added online are removed at once",
        COMPARING_FILE,
        '    kept = field.kind == "pictures" or (',
        '    kept = field.kind == "choices" or (',
        "R7",
        MODEL,
    ),
    Breakage(
        "categories of people are taken away",
        COMPARING_FILE,
        "    ids = set(_members(ecom))\n",
        "    ids: set[object] = set()\n",
        "R20",
        MODEL,
    ),
    Breakage(
        "the category of before stays",
        COMPARING_FILE,
        "        ids.discard(pos_base)\n",
        "        ids.discard(None)\n",
        "R20",
        MODEL,
    ),
    Breakage(
        "what the POS doesn't tell counts as blank",
        COMPARING_FILE,
        "    if pos is UNKNOWN:\n",
        "    if pos is NEVER:\n",
        "DESIGN §4",
        COMPARING,
    ),
    Breakage(
        "the base is set from what was sent, not from what was read back",
        PAIR_FILE,
        "            ecom[at] if item.name in written else unit.ecom[at]",
        "            pos[at] if item.name in written else unit.ecom[at]",
        "M1",
        FOLLOWING,
    ),
    Breakage(
        "the base is not kept",
        "app/sync/carry.py",
        "        self._context.mirror.save_bases({work.action.key: base})\n",
        "",
        "M1",
        MODEL,
    ),
    Breakage(
        "what eCom kept otherwise is not noticed",
        "app/domain/verifying.py",
        '    if kept is None or _equal(kept, change.after):\n        return ""\n',
        '    if kept is None or kept != change:\n        return ""\n',
        "M16",
        ("tests/domain/test_verifying.py",),
    ),
    # Appears or not
    Breakage(
        "visibility is left as it is online",
        ASSESSING_FILE,
        "    enabled = visible if told and there.enabled != visible else None\n",
        "    enabled = visible if told and there is None else None\n",
        "R5",
        MODEL,
    ),
    Breakage(
        "off counts as on",
        ASSESSING_FILE,
        '        return flag == "on"\n',
        '        return flag != "follow"\n',
        "R8",
        MODEL,
    ),
    Breakage(
        "an unknown flag publishes",
        ASSESSING_FILE,
        "        return known.shown\n",
        "        return True\n",
        "M11",
        MODEL,
    ),
    Breakage(
        "deleted instead of hidden",
        "app/domain/drafting.py",
        "    if not deletes_now(found, situation):\n",
        "    if found.blocked:\n",
        "M20",
        MODEL,
    ),
    Breakage(
        "the day of a removal never comes",
        "app/domain/drafting.py",
        "bool(due and due <= situation.today)",
        "bool(due and due == situation.today)",
        "M20",
        (*DRAFTING, *PLANNING),
    ),
    Breakage(
        "variations of deleted variants stay",
        ASSESSING_FILE,
        "        if pos_id not in living and variation_id in existing\n",
        "        if pos_id in living and variation_id not in existing\n",
        "R4",
        MODEL,
    ),
    # Who is who
    Breakage(
        "one of two candidates is guessed",
        MATCHING_FILE,
        "        if len(found) > 1:\n            problems[product.key]",
        "        if len(found) > 9:\n            problems[product.key]",
        "R13",
        MATCHING,
    ),
    Breakage(
        "made anew is another product",
        MATCHING_FILE,
        "        if len(heirs) == 1:\n",
        "        if len(heirs) == 99:\n",
        "M6",
        MODEL,
    ),
    Breakage(
        "links are made while SKU and options disagree",
        MATCHING_FILE,
        "for record in fresh if not trouble]",
        "for record in fresh]",
        "M9",
        MATCHING,
    ),
    Breakage(
        "a variant made anew loses its variation",
        MATCHING_FILE,
        "        if old is not None and old.sku and old.sku == record.sku:\n",
        "        if old is not None and old.sku and old.id == record.id:\n",
        "M6",
        MATCHING,
    ),
    Breakage(
        "two products may take one SKU",
        "app/domain/clashes.py",
        "    if not wanted:\n",
        "    if not wanted or claims:\n",
        "M8",
        MODEL,
    ),
    Breakage(
        "nobody waits for a SKU",
        "app/domain/plan_skus.py",
        "after=tuple(sorted(waits[a.key]))",
        "after=()",
        "M18",
        ("tests/domain/test_planning.py", "tests/domain/test_planning_properties.py"),
    ),
    # Options, pictures, categories
    Breakage(
        "option values of people are dropped",
        "app/domain/drafting_options.py",
        "    former = found.base.options if found.base is not None else ()\n",
        "    former = tuple(online_choices(there).items())\n",
        "M18",
        MODEL,
    ),
    Breakage(
        "option values that the POS dropped stay",
        "app/domain/leftover_options.py",
        "            if value in online.get(name, ()) and (name, value) not in used:\n",
        "            if value in online.get(name, ()) and not (name, value):\n",
        "M18",
        MODEL,
    ),
    Breakage(
        "a new main picture is not sent",
        "app/domain/pictures.py",
        "    if MAIN not in present or known.get(MAIN) != wanted[0][1]:\n",
        "    if MAIN not in present:\n",
        "R7",
        PICTURES,
    ),
    Breakage(
        "surplus pictures stay",
        "app/domain/pictures.py",
        "    steps += [DeletePicture(image_id) for image_id in surplus]\n",
        "",
        "R7",
        PICTURES,
    ),
    Breakage(
        "a category of people is renamed",
        "app/domain/categories.py",
        "    return link.ours or link.name == category.name\n",
        "    return link.ours or bool(link.name)\n",
        "M18",
        ("tests/domain/test_categories.py",),
    ),
    # The guard and broken listings
    Breakage(
        "the guard is off",
        "app/domain/guard.py",
        "        if count and _too_many(total, shown_online, rules):\n",
        "        if count > 10**6 and _too_many(total, shown_online, rules):\n",
        "M13",
        MODEL,
    ),
    Breakage(
        "half of a small shop is no reason to ask",
        "app/domain/guard.py",
        "    return count >= 3 and count * 2 > shown\n",
        "    return count >= 3 and count > shown\n",
        "M13",
        ("tests/domain/test_guard.py",),
    ),
    Breakage(
        "a broken listing is believed",
        "app/sync/trust.py",
        "    if missing > count and missing > share * known:\n",
        "    if missing > count and missing > known:\n",
        "M6",
        TROUBLES,
    ),
    Breakage(
        "an empty POS list is believed",
        "app/sync/pull_pos.py",
        "    if not seen and (context.state.links or known):\n",
        "    if seen is None:\n",
        "M6",
        TROUBLES,
    ),
    Breakage(
        "what was deleted online counts as left out",
        "app/sync/pull_online.py",
        "        missing -= gone\n    check_missing(",
        "    check_missing(",
        "M6",
        FOUND,
    ),
    # Exactly once
    Breakage(
        "created without a look",
        "app/sync/create.py",
        "for action, birth in zip(actions, lookups, strict=True) if birth is None]",
        "for action, _ in zip(actions, lookups, strict=True)]",
        "R14",
        ONCE,
    ),
    Breakage(
        "what a killed run left open is not looked at",
        "app/sync/reconcile.py",
        "    if context.journal.open_steps():\n",
        "    if context.journal is None:\n",
        "DESIGN §5",
        MODEL,
    ),
    Breakage(
        "the journal is not settled",
        "app/sync/carry.py",
        '                self._context.journal.settle(step_id, "done", result)\n',
        "",
        "DESIGN §5",
        MODEL,
    ),
    Breakage(
        "a variation whose reply was lost is made twice",
        "app/sync/writing.py",
        "if variation.id not in taken and dict(variation.options)",
        "if variation.id in taken and dict(variation.options)",
        "M7",
        ONCE,
        survives="the service refuses the second one, and the next sync links what is there",
    ),
    Breakage(
        "a picture whose reply was lost is sent twice",
        "app/sync/writing.py",
        "        new = [image_id for image_id in there.image_ids if image_id not in known]\n",
        "        new = [image_id for image_id in there.image_ids if image_id in ()]\n",
        "M7",
        (*ONCE, *MODEL),
    ),
    Breakage(
        "a product that was made is forgotten when the engine dies",
        "app/sync/create.py",
        "    context.mirror.save_links({key: link})\n",
        "",
        "M7",
        (*ONCE, *MODEL),
    ),
    Breakage(
        "an old row of the index stands above what was read by id",
        "app/sync/pull_online.py",
        "        if before is None or product.updated > before.updated:\n",
        "        if before is None or product.updated >= 0:\n",
        "M5",
        FOUND,
    ),
    Breakage(
        "who waits for what broke off waits for ever",
        "app/sync/apply.py",
        "            # Nobody may wait for what is read back later, or for what broke off.\n"
        "            self._done[action.key].set()\n",
        "            pass\n",
        "DESIGN §2.5",
        FOUND,
    ),
)
