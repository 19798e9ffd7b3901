import Box from '@mui/material/Box';
import { type FC, useMemo } from 'react';
import { diffText } from './diff-tokens.js';

/** Two texts in one: what went is struck through, what came is underlined. */
export const TextDiff: FC<{ before: string; after: string }> = ({ before, after }) => {
  const parts = useMemo(() => diffText(before, after), [before, after]);
  return (
    <Box component="span" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', '& del': { color: 'error.main' }, '& ins': { color: 'success.main', textUnderlineOffset: 3 } }}>
      {parts.map((part, index) => (part.kind === 'same' ? <span key={index}>{part.text}</span> : part.kind === 'removed' ? <del key={index}>{part.text}</del> : <ins key={index}>{part.text}</ins>))}
    </Box>
  );
};
