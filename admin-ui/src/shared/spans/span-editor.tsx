import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { sliceCodePoints } from '@banshi/values';
import { type FC, type KeyboardEvent, useId, useMemo, useRef } from 'react';
import { useTranslate } from 'react-admin';
import type { Span } from './span.js';
import { graphemesOf, spanAt, withMark } from './mark.js';
import { SpanCharacters } from './span-characters.js';
import { useSpanSelection } from './use-span-selection.js';

interface SpanEditorProps {
  text: string;
  spans: readonly Span[];
  /** What a piece can be marked as; the first nine by their digits. */
  slots: readonly { key: string; title: string }[];
  titleOf: (slot: string) => string;
  onChange: (spans: Span[]) => void;
  isReadOnly?: boolean;
  error?: string | null;
}

/** Marks pieces of a sentence as slots: choose with mouse or keyboard, then press the slot or its digit. */
export const SpanEditor: FC<SpanEditorProps> = ({ text, spans, slots, titleOf, onChange, isReadOnly = false, error }) => {
  const t = useTranslate();
  const graphemes = useMemo(() => graphemesOf(text), [text]);
  const selection = useSpanSelection(graphemes);
  const ids = { label: useId(), hint: useId() };
  const area = useRef<HTMLDivElement>(null);
  const firstSlot = useRef<HTMLButtonElement>(null);
  const { range, head, from } = selection;
  const under = spanAt(spans, range ? range.start : (graphemes[Math.min(head, graphemes.length - 1)]?.start ?? 0));

  const mark = (slot: string | undefined) => {
    const target = range ?? under;
    const next = slot && target ? withMark(text, spans, { start: target.start, end: target.end, slot }) : null;
    if (!next) return;
    onChange(next);
    selection.clear();
    area.current?.focus();
  };
  const unmark = (span: Span) => {
    onChange(spans.filter((other) => other !== span));
    area.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (selection.move(event) || isReadOnly || event.ctrlKey || event.metaKey) return;
    if (/^[1-9]$/.test(event.key)) mark(slots[Number(event.key) - 1]?.key);
    else if (event.key === 'Enter' && (range || under)) firstSlot.current?.focus();
    else if ((event.key === 'Delete' || event.key === 'Backspace') && under) unmark(under);
    else if (event.key === 'Escape' && range) selection.clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const said = range ? t('shared.spans.selected', { text: sliceCodePoints(text, range.start, range.end) }) : graphemes[from] ? t('shared.spans.cursor', { at: from + 1, char: graphemes[from].part }) : '';
  return (
    <Box component="section" aria-labelledby={ids.label}>
      <Typography id={ids.label} variant="h3">
        {t('shared.spans.label')}
      </Typography>
      {!isReadOnly && (
        <Typography id={ids.hint} variant="caption" component="p" color="text.secondary" sx={{ m: 0 }}>
          {t('shared.spans.hint')}
        </Typography>
      )}
      <SpanCharacters
        ref={area}
        graphemes={graphemes}
        spans={spans}
        titleOf={titleOf}
        selection={selection}
        aria-labelledby={ids.label}
        aria-describedby={isReadOnly ? undefined : ids.hint}
        onKeyDown={onKeyDown}
        isBad={Boolean(error)}
      />
      <Box role="status" sx={{ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }}>
        {said}
      </Box>
      {error && (
        <Typography variant="caption" color="error" component="p" sx={{ m: 0, mt: 1 }}>
          {error}
        </Typography>
      )}
      {!isReadOnly && (
        <Box role="group" aria-label={t('shared.spans.choose')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 2, alignItems: 'center' }}>
          {slots.length === 0 && <Typography color="text.secondary">{t('shared.spans.none')}</Typography>}
          {slots.map(({ key, title }, index) => (
            <Button
              key={key}
              ref={index === 0 ? firstSlot : null}
              variant="outlined"
              disabled={!range && !under}
              aria-pressed={under?.slot === key}
              aria-keyshortcuts={index < 9 ? String(index + 1) : undefined}
              onClick={() => mark(key)}
              sx={{ minHeight: 28, px: 2, py: 0, fontSize: 13 }}
            >
              {title}
              {index < 9 && (
                <Box component="kbd" sx={{ ml: 1.5, color: 'text.secondary' }}>
                  {index + 1}
                </Box>
              )}
            </Button>
          ))}
        </Box>
      )}
      {spans.length > 0 && (
        <Box role="group" aria-label={t('shared.spans.listLabel')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 3 }}>
          {spans.map((span) => (
            <Chip
              key={span.start}
              size="small"
              variant="outlined"
              label={`${titleOf(span.slot)} · ${sliceCodePoints(text, span.start, span.end)}`}
              {...(!isReadOnly && { onDelete: () => unmark(span) })}
              slotProps={{ deleteIcon: { 'aria-label': t('shared.spans.remove'), 'aria-hidden': false } } as object}
            />
          ))}
        </Box>
      )}
    </Box>
  );
};
