import { AttachmentWidget } from './attachment-widget.js';
import { ChoicesWidget, ChoiceWidget, YesNoWidget } from './choice-widgets.js';
import { DivisionWidget } from './division-widget.js';
import { DayWidget, LineWidget, LongTextWidget } from './line-widget.js';
import { MoneyWidget, QuantityWidget } from './number-widgets.js';

/** By the names that `fillSchema` gives. */
export const widgets = {
  line: LineWidget,
  longText: LongTextWidget,
  day: DayWidget,
  quantity: QuantityWidget,
  money: MoneyWidget,
  choice: ChoiceWidget,
  choices: ChoicesWidget,
  yesNo: YesNoWidget,
  division: DivisionWidget,
  attachment: AttachmentWidget,
};
