import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import type { FC } from 'react';
import { pieces } from './pieces.js';
import type { Span } from './span.js';

/** A sentence with its marked pieces under-washed; the slot is said on hover and to screen readers. */
export const SpanText: FC<{ text: string; spans: readonly Span[]; titleOf: (slot: string) => string }> = ({ text, spans, titleOf }) => (
  <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
    {pieces(text, spans).map(({ start, part, slot }) =>
      slot === null ? (
        <span key={start}>{part}</span>
      ) : (
        <Tooltip key={start} title={titleOf(slot)}>
          <Box component="mark" aria-label={`${titleOf(slot)}: ${part}`} role="mark" sx={{ bgcolor: 'primary.light', color: 'inherit', borderBottom: 2, borderColor: 'primary.main', borderRadius: '3px 3px 0 0', px: 0.5 }}>
            {part}
          </Box>
        </Tooltip>
      ),
    )}
  </Box>
);
