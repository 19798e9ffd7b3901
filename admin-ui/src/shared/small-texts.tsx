import Box from '@mui/material/Box';
import type { FC } from 'react';
import { formatYuan } from './format.js';
import { usePersonText } from './person.js';

/** A key, an id or a hash, in type that tells 0 from O. */
export const KeyText: FC<{ value: string | null | undefined; short?: number }> = ({ value, short }) =>
  value ? (
    <Box component="code" title={value} sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
      {short ? value.slice(0, short) : value}
    </Box>
  ) : (
    <>—</>
  );

/** A person by record or name; the program itself where nobody acted. */
export const PersonName: FC<{ person: { name: string } | string | null | undefined }> = ({ person }) => {
  const text = usePersonText();
  return <>{text(typeof person === 'string' ? person : person?.name)}</>;
};

/** An amount of money given in integer 分 (CNY 0.01). */
export const MoneyText: FC<{ fen: number | null | undefined }> = ({ fen }) => (fen === null || fen === undefined ? <>—</> : <span>{formatYuan(fen)}</span>);
