import Box from '@mui/material/Box';
import { alpha } from '@mui/material/styles';
import { type FC, useMemo } from 'react';
import { diffText } from './diff-tokens.js';

/** Two texts in one: what went is struck through, what came is underlined, each on a wash of its colour. */
export const TextDiff: FC<{ before: string; after: string }> = ({ before, after }) => {
  const parts = useMemo(() => diffText(before, after), [before, after]);
  return (
    <Box
      component="span"
      sx={({ palette }) => ({
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
        lineHeight: 1.8,
        '& del, & ins': { borderRadius: '3px', px: 0.5, mx: 0.25, boxDecorationBreak: 'clone', color: 'text.primary' },
        '& del': { bgcolor: alpha(palette.error.main, 0.14), textDecorationColor: palette.error.main },
        '& ins': { bgcolor: alpha(palette.success.main, 0.16), textDecorationColor: palette.success.main, textUnderlineOffset: 3 },
      })}
    >
      {parts.map((part, index) => (part.kind === 'same' ? <span key={index}>{part.text}</span> : part.kind === 'removed' ? <del key={index}>{part.text}</del> : <ins key={index}>{part.text}</ins>))}
    </Box>
  );
};
