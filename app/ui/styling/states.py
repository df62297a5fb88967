"""What an option of the style says about a control."""

from PySide6.QtWidgets import QStyle, QStyleOption

State = QStyle.StateFlag
Part = QStyle.SubControl


def has(option: QStyleOption, flag: QStyle.StateFlag) -> bool:
    """Whether the control is in a state."""
    return bool(option.state & flag)
