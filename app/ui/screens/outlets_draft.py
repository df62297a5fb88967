"""A choice of register and outlets while it is being made: ticks of the manager's, and the lock."""

from dataclasses import dataclass, replace

from app.facts.outlets import OutletsFacts


@dataclass(frozen=True, slots=True)
class OutletDraft:
    """`ticks` are the outlets that count, whatever register is chosen."""

    register: str | None
    ticks: frozenset[str]

    @classmethod
    def kept(cls, facts: OutletsFacts) -> "OutletDraft":
        """The choice as it is kept."""
        ticks = frozenset(line.id for line in facts.outlets if line.ticked)
        return cls(facts.register, ticks)

    def locked(self, facts: OutletsFacts) -> str:
        """The outlet of the chosen register; "" while none is chosen."""
        return next((one.outlet_id for one in facts.registers if one.id == self.register), "")

    def ticked(self, facts: OutletsFacts) -> frozenset[str]:
        """The outlets that count: those ticked, and the register's own (R10)."""
        counted = {*self.ticks, self.locked(facts)}
        return frozenset(line.id for line in facts.outlets if line.id in counted)

    def with_tick(self, outlet: str, ticked: bool) -> "OutletDraft":
        """The same with one outlet counting or not."""
        ticks = self.ticks | {outlet} if ticked else self.ticks - {outlet}
        return replace(self, ticks=ticks)

    def with_register(self, register: str) -> "OutletDraft":
        """The same with another register; no tick is lost by looking at one."""
        return replace(self, register=register)

    def is_kept(self, facts: OutletsFacts) -> bool:
        """Whether it says what is kept already."""
        kept = OutletDraft.kept(facts)
        return self.register == kept.register and self.ticked(facts) == kept.ticked(facts)
