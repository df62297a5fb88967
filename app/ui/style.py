"""Fusion with our focus ring, ticks, fields, scroll bars, menus and splitters."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionMenuItem,
    QStyleOptionSlider,
    QWidget,
)

from app.facts.ease import window_works
from app.ui.shapes import TICK
from app.ui.styling import fields, menus, views
from app.ui.theme import GAP_S, Theme, current, font_metrics

_Control = QStyle.ControlElement
_Complex = QStyle.ComplexControl
_Contents = QStyle.ContentsType
_Hint = QStyle.StyleHint
_Metric = QStyle.PixelMetric
_Primitive = QStyle.PrimitiveElement

_METRICS = {
    _Metric.PM_IndicatorWidth: TICK,
    _Metric.PM_IndicatorHeight: TICK,
    _Metric.PM_ExclusiveIndicatorWidth: TICK,
    _Metric.PM_ExclusiveIndicatorHeight: TICK,
    _Metric.PM_CheckBoxLabelSpacing: GAP_S,
    _Metric.PM_RadioButtonLabelSpacing: GAP_S,
    _Metric.PM_SplitterWidth: 1,
    _Metric.PM_ScrollBarExtent: 12,
    _Metric.PM_ScrollBarSliderMin: 32,
    _Metric.PM_ScrollView_ScrollBarSpacing: 0,
    _Metric.PM_ToolTipLabelFrameWidth: 7,
    _Metric.PM_MenuPanelWidth: 1,
    _Metric.PM_MenuVMargin: 4,
    _Metric.PM_MenuHMargin: 4,
    _Metric.PM_ToolBarItemSpacing: 4,
    _Metric.PM_ToolBarFrameWidth: 0,
    _Metric.PM_ToolBarHandleExtent: 0,
    _Metric.PM_SmallIconSize: 16,
    _Metric.PM_ButtonIconSize: 16,
    _Metric.PM_ListViewIconSize: 16,
    _Metric.PM_TabBarIconSize: 16,
    _Metric.PM_ButtonShiftHorizontal: 0,
    _Metric.PM_ButtonShiftVertical: 0,
    _Metric.PM_ComboBoxFrameWidth: 1,
    _Metric.PM_FocusFrameHMargin: fields.INSET - 2,
    _Metric.PM_HeaderMargin: 8,
}

_HINTS = {
    _Hint.SH_ComboBox_Popup: 0,
    _Hint.SH_ComboBox_ListMouseTracking: 1,
    _Hint.SH_Widget_Animation_Duration: 0,
    _Hint.SH_EtchDisabledText: 0,
    _Hint.SH_DitherDisabledText: 0,
    _Hint.SH_ScrollBar_Transient: 0,
    _Hint.SH_ScrollBar_LeftClickAbsolutePosition: 0,
    _Hint.SH_ToolTipLabel_Opacity: 255,
    _Hint.SH_LineEdit_PasswordCharacter: ord("•"),
    _Hint.SH_ItemView_ShowDecorationSelected: 1,
}

_WIDER = {
    _Contents.CT_ComboBox: fields.INSET + fields.ARROW + 8,
    _Contents.CT_SpinBox: fields.INSET + fields.SPIN + 4,
    _Contents.CT_MenuBarItem: 18,
}
"""What stands beside the text."""

_HEIGHTS = {
    _Contents.CT_ComboBox: (32, 14),
    _Contents.CT_SpinBox: (32, 14),
    _Contents.CT_LineEdit: (32, 14),
    _Contents.CT_PushButton: (32, 14),
    _Contents.CT_ItemViewItem: (28, 8),
    _Contents.CT_MenuBarItem: (26, 8),
}
"""The least, and what is added to a line of larger text."""

_Painter = Callable[[QPainter, QStyleOption, Theme], None]


class CounterpartStyle(QProxyStyle):
    """One look on every system, in the colours that the theme has when it paints."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self._primitives: dict[QStyle.PrimitiveElement, _Painter] = {
            _Primitive.PE_FrameFocusRect: views.focus_rect,
            _Primitive.PE_IndicatorCheckBox: fields.check_box,
            _Primitive.PE_IndicatorItemViewItemCheck: fields.check_box,
            _Primitive.PE_IndicatorRadioButton: fields.radio_button,
            _Primitive.PE_PanelLineEdit: fields.line_edit,
            _Primitive.PE_FrameLineEdit: fields.line_edit,
            _Primitive.PE_Frame: views.frame,
            _Primitive.PE_PanelTipLabel: menus.tip,
            _Primitive.PE_PanelMenu: menus.menu_ground,
            _Primitive.PE_FrameMenu: menus.menu_frame,
            _Primitive.PE_PanelItemViewItem: views.item_ground,
            _Primitive.PE_PanelItemViewRow: views.row_ground,
            _Primitive.PE_PanelButtonTool: views.tool_ground,
            _Primitive.PE_IndicatorArrowDown: views.arrow("chev-down"),
            _Primitive.PE_IndicatorArrowUp: views.arrow("chev-up"),
            _Primitive.PE_IndicatorArrowRight: views.arrow("chev-right"),
            _Primitive.PE_IndicatorHeaderArrow: views.header_arrow,
            _Primitive.PE_IndicatorBranch: views.branch,
        }
        self._controls: dict[QStyle.ControlElement, _Painter] = {
            _Control.CE_Splitter: views.splitter,
            _Control.CE_PushButtonBevel: fields.push_button,
            _Control.CE_HeaderSection: views.header,
            _Control.CE_HeaderEmptyArea: views.header,
            _Control.CE_MenuBarEmptyArea: views.window_ground,
            _Control.CE_MenuEmptyArea: menus.menu_ground,
            _Control.CE_ToolBar: views.window_ground,
            _Control.CE_MenuItem: menus.menu_item,
            _Control.CE_MenuBarItem: menus.menu_bar_item,
        }

    def drawPrimitive(  # noqa: N802
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Ours, else Fusion's."""
        own = self._primitives.get(element)
        if own is None:
            super().drawPrimitive(element, option, painter, widget)
        elif element != _Primitive.PE_FrameFocusRect or not _in_popup(widget):
            _paint(own, painter, option)

    def drawControl(  # noqa: N802
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Ours, else Fusion's."""
        own = self._controls.get(element)
        if own is None:
            super().drawControl(element, option, painter, widget)
        else:
            _paint(own, painter, option)

    def drawComplexControl(  # noqa: N802
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Combo boxes, spin boxes and scroll bars are ours."""
        if control == _Complex.CC_ComboBox:
            _paint(fields.combo_box, painter, option)
        elif control == _Complex.CC_SpinBox:
            _paint(fields.spin_box, painter, option)
        elif control == _Complex.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            _paint(views.scroll_bar, painter, option)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def subControlRect(  # noqa: N802
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """Where the parts of combo boxes, spin boxes and scroll bars lie."""
        found: QRect | None = None
        if control == _Complex.CC_ComboBox:
            found = fields.combo_part(option.rect, part)
        elif control == _Complex.CC_SpinBox:
            found = fields.spin_part(option.rect, part)
        elif control == _Complex.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            return views.scroll_part(option, part)
        if found is None:
            return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]
        return self.visualRect(option.direction, option.rect, found)

    def subElementRect(  # noqa: N802
        self,
        element: QStyle.SubElement,
        option: QStyleOption,
        widget: QWidget | None = None,
    ) -> QRect:
        """The text of a field stands off its edge."""
        found = super().subElementRect(element, option, widget)  # type: ignore[arg-type]
        framed = isinstance(option, QStyleOptionFrame) and option.lineWidth > 0
        if element == QStyle.SubElement.SE_LineEditContents and framed:
            # A line keeps two units to itself.
            return option.rect.adjusted(fields.INSET - 2, 1, 2 - fields.INSET, -1)
        return found

    def sizeFromContents(  # noqa: N802
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        """At least 32 high for fields and buttons, 28 for lines in menus and lists."""
        found = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        line = font_metrics("body").height()
        if kind == _Contents.CT_MenuItem and isinstance(option, QStyleOptionMenuItem):
            return menus.menu_size(option, found, line)
        if kind not in _HEIGHTS and kind not in _WIDER:
            return found
        least, around = _HEIGHTS.get(kind, (0, 0))
        height = max(least, line + around)
        if kind in _WIDER:
            return QSize(size.width() + _WIDER[kind], height)
        return found.expandedTo(QSize(0, height))

    def pixelMetric(  # noqa: N802
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Ours, else Fusion's."""
        own = _METRICS.get(metric)
        return super().pixelMetric(metric, option, widget) if own is None else own

    def styleHint(  # noqa: N802
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        """Ours, else Fusion's."""
        own = _HINTS.get(hint)
        return super().styleHint(hint, option, widget, returned) if own is None else own


def _paint(own: _Painter, painter: QPainter, option: QStyleOption) -> None:
    window_works()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    own(painter, option, current())
    painter.restore()


def _in_popup(widget: QWidget | None) -> bool:
    """Whether this is the list of a combo box, where the ground says enough."""
    return widget is not None and widget.inherits("QComboBoxListView")
