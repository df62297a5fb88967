"""`counterpart outlets`: whose stock is sold online, and which register takes the orders (R10)."""

import argparse
import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.assembly import Assembly
from app.commands.speaking import EXIT_DONE, put, put_json
from app.domain.choices import Choices
from app.domain.errors import SettingsWrong
from app.domain.product import Outlet, Register
from app.json_answers import outlets_shown

_LISTED = "`counterpart outlets` lists them."


@dataclass(frozen=True, slots=True)
class Switches:
    """What one call asks for; `register` is None where it stays."""

    tick: Sequence[str] = ()
    untick: Sequence[str] = ()
    register: str | None = None

    @property
    def any(self) -> bool:
        """Whether anything is asked for at all."""
        return bool(self.tick or self.untick or self.register is not None)


def outlets(assembly: Assembly, given: argparse.Namespace) -> int:
    """Carry out `outlets`."""
    places, registers = asyncio.run(_read(assembly))
    switches = Switches(given.tick, given.untick, given.register)
    choices = assembly.choices()
    if switches.any:
        choices = assembly.change_choices(lambda old: chosen(old, places, registers, switches))
    register = chosen_register(choices, registers)
    locked = register.outlet_id if register else None
    ticked = choices.outlets | ({locked} if locked else set())
    if given.json:
        put_json(outlets_shown(places, registers, ticked, register))
        return EXIT_DONE
    for place in places:
        mark = "x" if place.id in ticked else " "
        why = "  (takes the online orders)" if place.id == locked else ""
        put(f"[{mark}] {place.name}  {place.id}{why}")
    for till in registers:
        mark = "*" if till == register else " "
        put(f" {mark}  register {till.name}  {till.id}")
    return EXIT_DONE


async def _read(assembly: Assembly) -> tuple[tuple[Outlet, ...], tuple[Register, ...]]:
    async with assembly.services() as services:
        places, registers = await services.pos.outlets(), await services.pos.registers()
        return places.living, registers.living


def chosen_register(choices: Choices, registers: tuple[Register, ...]) -> Register | None:
    """The chosen register; a shop with one register has it chosen (RULES M19)."""
    if len(registers) == 1:
        return registers[0]
    return next((one for one in registers if one.id == choices.register), None)


def chosen(
    choices: Choices,
    places: tuple[Outlet, ...],
    registers: tuple[Register, ...],
    switches: Switches,
) -> Choices:
    """Judge all switches together (RULES M19). Raises `SettingsWrong`; then nothing changes."""
    names = {place.id: place.name for place in places}
    unknown = [place for place in (*switches.tick, *switches.untick) if place not in names]
    if unknown:
        raise SettingsWrong(f"There is no outlet {unknown[0]}.", _LISTED)
    both = set(switches.tick) & set(switches.untick)
    if both:
        raise SettingsWrong(
            f"{names[both.pop()]} can't be ticked and unticked at once.", "Choose one of the two."
        )
    if switches.register is not None:
        choices = replace(choices, register=_existing(switches.register, registers))
    register = chosen_register(choices, registers)
    if register is not None and register.outlet_id in switches.untick:
        raise SettingsWrong(
            f"{names[register.outlet_id]} can't be unticked: its register {register.name} takes "
            "the online orders.",
            "Choose another register first, with --register.",
        )
    own = {register.outlet_id} if register else set()
    ticked = (choices.outlets | set(switches.tick)) - set(switches.untick) | own
    return replace(choices, register=register.id if register else None, outlets=frozenset(ticked))


def _existing(register_id: str, registers: tuple[Register, ...]) -> str:
    if any(register.id == register_id for register in registers):
        return register_id
    raise SettingsWrong(f"There is no register {register_id}.", _LISTED)
