import Box from '@mui/material/Box';
import { sliceCodePoints } from '@banshi/values';
import type { FC } from 'react';
import type { TriedSlot } from '../service.js';

/** A sentence with the found data marked over it; offsets are code points. */
export const SlotText: FC<{ text: string; slots: readonly TriedSlot[] }> = ({ text, slots }) => {
  const sorted = [...slots].sort((a, b) => a.start - b.start);
  const parts: { text: string; slot: TriedSlot | null }[] = [];
  let at = 0;
  for (const slot of sorted) {
    if (slot.start < at) continue;
    parts.push({ text: sliceCodePoints(text, at, slot.start), slot: null }, { text: sliceCodePoints(text, slot.start, slot.end), slot });
    at = slot.end;
  }
  parts.push({ text: sliceCodePoints(text, at, [...text].length), slot: null });
  return (
    <Box sx={{ fontSize: 16, lineHeight: 2.2 }}>
      {parts.map(({ text: part, slot }, index) =>
        slot ? (
          <Box key={index} component="mark" title={slot.title} sx={{ bgcolor: 'primary.light', color: 'inherit', borderBottom: 2, borderColor: slot.valid ? 'success.main' : 'error.main', px: 0.5, borderRadius: '3px 3px 0 0' }}>
            {part}
          </Box>
        ) : (
          part
        ),
      )}
    </Box>
  );
};
