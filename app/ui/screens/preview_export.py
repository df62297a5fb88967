"""The preview as a table for spreadsheets (RULES S18)."""

import csv
import io

from app.facts.preview import GroupKind, PlanLine, PreviewFacts
from app.facts.state import StoreFacts
from app.ui import values
from app.ui.wording import tr
from app.ui.wording_preview import (
    group_title,
    is_held,
    line_field,
    line_remark,
    line_value,
)


def export_text(facts: PreviewFacts, store: StoreFacts) -> str:
    """Every line, ticked or not, as CSV; nothing in it is taken for a formula."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(
        [
            *(tr("Ticked"), tr("Kind"), tr("Product"), tr("Variant"), tr("SKU"), tr("Field")),
            *(tr("Old"), tr("New"), tr("Remark")),
        ]
    )
    for group in facts.groups:
        for line in group.lines:
            ticked = line.id not in facts.left_out
            writer.writerow(map(values.safe_cell, _cells(line, group.kind, ticked, store)))
    return written.getvalue()


def _cells(line: PlanLine, kind: GroupKind, ticked: bool, store: StoreFacts) -> list[str]:
    return [
        values.yes_no(ticked),
        group_title(kind),
        line.name,
        line.variant_name,
        line.sku,
        line_field(line, store),
        line_value(line, line.before, store),
        line_value(line, line.after, store),
        line_remark(line, ticked=ticked, held=is_held(kind), store=store),
    ]
