import AttachFile from '@mui/icons-material/AttachFileOutlined';
import Badge from '@mui/icons-material/BadgeOutlined';
import Business from '@mui/icons-material/BusinessOutlined';
import CalendarMonth from '@mui/icons-material/CalendarMonthOutlined';
import CheckBox from '@mui/icons-material/CheckBoxOutlined';
import Code from '@mui/icons-material/CodeOutlined';
import CreditCard from '@mui/icons-material/CreditCardOutlined';
import CurrencyYuan from '@mui/icons-material/CurrencyYuanOutlined';
import Notes from '@mui/icons-material/NotesOutlined';
import Numbers from '@mui/icons-material/NumbersOutlined';
import Phone from '@mui/icons-material/PhoneOutlined';
import Pin from '@mui/icons-material/PinOutlined';
import Place from '@mui/icons-material/PlaceOutlined';
import RadioButtonChecked from '@mui/icons-material/RadioButtonCheckedOutlined';
import ShortText from '@mui/icons-material/ShortTextOutlined';
import Smartphone from '@mui/icons-material/SmartphoneOutlined';
import TableRows from '@mui/icons-material/TableRowsOutlined';
import ToggleOn from '@mui/icons-material/ToggleOnOutlined';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import type { FC } from 'react';

const icons: Record<string, typeof ShortText> = { AttachFile, Badge, Business, CalendarMonth, CheckBox, CreditCard, CurrencyYuan, Notes, Numbers, Phone, Pin, Place, RadioButtonChecked, ShortText, Smartphone, TableRows, ToggleOn };

/** The icon that the forms library names for a type; a pair of brackets for shapes that only the code tab edits. */
export const FieldIcon: FC<SvgIconProps & { name: string | undefined }> = ({ name, ...props }) => {
  const Icon = icons[name ?? ''] ?? Code;
  return <Icon {...props} />;
};
