import { choicesText, choiceText, divisionText, lineText, moneyText, yesNoText } from './as-text.js';
import { AttachmentWidget } from './attachment-widget.js';
import { ChoicesWidget, ChoiceWidget, YesNoWidget } from './choice-widgets.js';
import { DivisionWidget } from './division-widget.js';
import { DayWidget, isChecked, LineWidget, LongTextWidget } from './line-widget.js';
import { MoneyWidget, QuantityWidget } from './number-widgets.js';
import { readable } from './read-text.js';

/** By the names that `fillSchema` gives. */
export const widgets = {
  line: readable(LineWidget, lineText, isChecked),
  longText: readable(LongTextWidget, lineText),
  day: readable(DayWidget, lineText),
  quantity: readable(QuantityWidget, lineText),
  money: readable(MoneyWidget, moneyText),
  choice: readable(ChoiceWidget, choiceText),
  choices: readable(ChoicesWidget, choicesText),
  yesNo: readable(YesNoWidget, yesNoText),
  division: readable(DivisionWidget, divisionText),
  attachment: AttachmentWidget,
};
