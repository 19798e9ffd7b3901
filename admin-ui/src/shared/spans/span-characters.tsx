import Box from '@mui/material/Box';
import { forwardRef, type KeyboardEventHandler } from 'react';
import type { Span } from './span.js';
import { type Grapheme, spanAt } from './mark.js';
import type { useSpanSelection } from './use-span-selection.js';

interface SpanCharactersProps {
  graphemes: readonly Grapheme[];
  spans: readonly Span[];
  titleOf: (slot: string) => string;
  selection: ReturnType<typeof useSpanSelection>;
  onKeyDown: KeyboardEventHandler;
  isBad: boolean;
  'aria-labelledby': string;
  'aria-describedby': string | undefined;
}

/** The sentence, character by character, with marks, selection and caret. */
export const SpanCharacters = forwardRef<HTMLDivElement, SpanCharactersProps>(({ graphemes, spans, titleOf, selection, onKeyDown, isBad, ...aria }, ref) => {
  const { from, to, head, range, pointer } = selection;
  return (
    <Box
      ref={ref}
      tabIndex={0}
      role="application"
      {...aria}
      {...pointer}
      onKeyDown={onKeyDown}
      sx={{
        mt: 2,
        px: 3,
        py: 2,
        border: 1,
        borderColor: isBad ? 'error.main' : 'divider',
        borderRadius: 1,
        fontSize: 18,
        lineHeight: 2,
        cursor: 'text',
        userSelect: 'none',
        touchAction: 'pan-y',
        overflowWrap: 'anywhere',
        whiteSpace: 'pre-wrap',
        '&:focus-visible .caret': { boxShadow: (theme) => `inset 2px 0 0 ${theme.palette.primary.main}` },
        '&:focus-visible .caret-end': { boxShadow: (theme) => `inset -2px 0 0 ${theme.palette.primary.main}` },
      }}
    >
      {graphemes.map(({ start, part }, index) => {
        const span = spanAt(spans, start);
        const isChosen = index >= from && index < to;
        const isCaret = !range && (index === head ? 'caret' : head === graphemes.length && index === head - 1 ? 'caret-end' : '');
        return (
          <Box
            component="span"
            key={start}
            data-grapheme={index}
            title={span ? titleOf(span.slot) : undefined}
            className={isCaret || undefined}
            sx={{
              py: 0.5,
              ...(span && { bgcolor: 'primary.light', borderBottom: 2, borderColor: 'primary.main' }),
              ...(isChosen && { bgcolor: 'primary.main', color: 'primary.contrastText' }),
            }}
          >
            {part}
          </Box>
        );
      })}
    </Box>
  );
});
SpanCharacters.displayName = 'SpanCharacters';
