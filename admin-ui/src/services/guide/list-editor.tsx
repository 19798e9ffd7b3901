import Add from '@mui/icons-material/AddOutlined';
import ArrowDownward from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpward from '@mui/icons-material/ArrowUpwardOutlined';
import Delete from '@mui/icons-material/DeleteOutlineOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { valueAt } from '@banshi/bundle';
import { type FC, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { move } from '../../dictionaries/dictionary.js';
import { fenOf, yuanOf } from '../../forms/fill/yuan.js';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import { Sheet } from '../../shared/page.js';
import { formatYuan } from '../../shared/format.js';
import type { ServiceBody } from '../service.js';

export interface Column {
  field: string;
  label: string;
  /** Share of the row's width, in twelfths. */
  span: number;
  kind?: 'text' | 'long' | 'count' | 'yuan';
  choices?: { value: string; label: string }[];
  /** Must not be empty. */
  isNeeded?: boolean;
  /** Left out of the row while it is empty. */
  isOptional?: boolean;
  /** Whether the row has this field. */
  isShown?: (row: Record<string, unknown>) => boolean;
}

interface ListEditorProps {
  edited: EditedItem<ServiceBody>;
  /** JSON Pointer of the list. */
  pointer: string;
  title: string;
  columns: Column[];
  /** A new row; its needed fields have a text already, so that the draft stays valid. */
  blank: (n: number) => Record<string, unknown>;
  add: string;
  none: string;
}

/** A list inside the guide. Rows are typed over in place; Alt with an arrow moves the row, and the buttons do the same. */
export const ListEditor: FC<ListEditorProps> = ({ edited, pointer, title, columns, blank, add, none }) => {
  const t = useTranslate();
  const { body, changeAt, isReadOnly } = edited;
  const box = useRef<HTMLDivElement>(null);
  const rows = (valueAt(body, pointer) as Record<string, unknown>[] | undefined) ?? [];
  const focusRow = (index: number) => setTimeout(() => {
    const input = box.current?.querySelectorAll('[data-row]')[index]?.querySelector<HTMLInputElement>('input, textarea');
    input?.focus();
    input?.select();
  });
  const append = () => {
    changeAt(pointer, [...rows, blank(rows.length + 1)]);
    focusRow(rows.length);
  };
  const moveRow = (index: number, by: number) => {
    if (index + by < 0 || index + by >= rows.length) return;
    changeAt(pointer, move(rows, index, by));
    focusRow(index + by);
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (isReadOnly || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    moveRow(index, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <Sheet label={title}>
      <Box ref={box} data-at={pointer}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 4, py: 2 }}>
          <Typography variant="h2">{title}</Typography>
          <Typography color="text.secondary">{rows.length}</Typography>
          <Box sx={{ flex: 1 }} />
          {!isReadOnly && (
            <Button variant="outlined" startIcon={<Add />} onClick={append}>
              {add}
            </Button>
          )}
        </Box>
        {rows.length === 0 && (
          <Typography color="text.secondary" sx={{ px: 4, pb: 3 }}>
            {none}
          </Typography>
        )}
        {rows.map((row, index) => (
          <Box key={index} data-row data-at={`${pointer}/${index}`} role="group" aria-label={`${title} ${index + 1}`} onKeyDown={(event) => onKeyDown(event, index)} sx={{ display: 'flex', gap: 2, px: 4, py: 3, borderTop: 1, borderColor: 'divider' }}>
            <Typography color="text.secondary" sx={{ pt: 1.5, minWidth: 16, textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
              {index + 1}
            </Typography>
            <Box sx={{ flex: 1, minWidth: 0, display: 'grid', columnGap: 2, rowGap: 3, gridTemplateColumns: 'repeat(12, minmax(0, 1fr))' }}>
              {columns
                .filter(({ isShown }) => !isShown || isShown(row))
                .map((column) => (
                  <Cell key={column.field} column={column} value={row[column.field]} isReadOnly={isReadOnly} at={`${pointer}/${index}/${column.field}`} onChange={(value) => changeAt(`${pointer}/${index}/${column.field}`, value)} />
                ))}
            </Box>
            {!isReadOnly && (
              <Box sx={{ display: 'flex', alignSelf: 'flex-start', pt: 0.5 }}>
                <IconButton aria-label={`${t('ra.action.move_up')} ${title} ${index + 1}`} disabled={index === 0} onClick={() => moveRow(index, -1)}>
                  <ArrowUpward sx={{ fontSize: 16 }} />
                </IconButton>
                <IconButton aria-label={`${t('ra.action.move_down')} ${title} ${index + 1}`} disabled={index === rows.length - 1} onClick={() => moveRow(index, 1)}>
                  <ArrowDownward sx={{ fontSize: 16 }} />
                </IconButton>
                <IconButton aria-label={`${t('shared.delete')} ${title} ${index + 1}`} onClick={() => changeAt(pointer, rows.toSpliced(index, 1))}>
                  <Delete sx={{ fontSize: 17 }} />
                </IconButton>
              </Box>
            )}
          </Box>
        ))}
      </Box>
    </Sheet>
  );
};

interface CellProps {
  column: Column;
  value: unknown;
  at: string;
  isReadOnly: boolean;
  onChange: (value: unknown) => void;
}

const Cell: FC<CellProps> = ({ column: { label, span, kind = 'text', choices, isNeeded, isOptional }, value, at, isReadOnly, onChange }) => {
  const isWrong = Boolean(isNeeded) && value === '';
  const common = { fullWidth: true, margin: 'none' as const, label, disabled: isReadOnly, error: isWrong };
  const sx = { gridColumn: { xs: '1 / -1', sm: `span ${span}` }, minWidth: 0 };
  if (choices) {
    return (
      <TextField {...common} select data-at={at} value={value ?? ''} onChange={(event) => onChange(event.target.value)} sx={sx}>
        {choices.map((choice) => (
          <MenuItem key={choice.value} value={choice.value}>
            {choice.label}
          </MenuItem>
        ))}
      </TextField>
    );
  }
  if (kind === 'yuan') return <YuanField label={label} fen={Number(value ?? 0)} at={at} isReadOnly={isReadOnly} onChange={onChange} sx={sx} />;
  if (kind === 'count') {
    return <TextField {...common} type="number" data-at={at} value={value ?? 0} onChange={(event) => onChange(Math.max(0, Math.min(99, Math.trunc(Number(event.target.value) || 0))))} slotProps={{ htmlInput: { min: 0, max: 99 } }} sx={sx} />;
  }
  return <TextField {...common} data-at={at} multiline={kind === 'long'} value={value ?? ''} onChange={(event) => onChange(event.target.value === '' && isOptional ? undefined : event.target.value)} sx={sx} />;
};

/** An amount typed in 元, kept in integer 分. */
const YuanField: FC<{ label: string; fen: number; at: string; isReadOnly: boolean; onChange: (fen: number) => void; sx: object }> = ({ label, fen, at, isReadOnly, onChange, sx }) => {
  const [text, setText] = useState(yuanOf(fen));
  const typed = fenOf(text);
  const isWrong = typeof typed === 'string' || (typeof typed === 'number' && typed < 0);
  const shown = isWrong || typed === fen || (typed === undefined && fen === 0) ? text : yuanOf(fen);
  return (
    <TextField
      fullWidth
      margin="none"
      label={label}
      data-at={at}
      value={shown}
      disabled={isReadOnly}
      error={isWrong}
      helperText={fen >= 1_000_00 ? formatYuan(fen) : undefined}
      onChange={(event) => {
        setText(event.target.value);
        const next = fenOf(event.target.value) ?? 0;
        onChange(typeof next === 'number' && next >= 0 ? next : fen);
      }}
      slotProps={{ htmlInput: { inputMode: 'decimal' } }}
      sx={sx}
    />
  );
};
