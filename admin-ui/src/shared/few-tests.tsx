import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';

/** With fewer held-out texts a share says next to nothing: of three, one mistake is 33 points. */
const enoughTests = 5;

export const hasEnoughTests = (support: number): boolean => support >= enoughTests;

/** In place of a share that would mislead: on how few texts it would rest. */
export const FewTests: FC<{ support: number }> = ({ support }) => {
  const t = useTranslate();
  return (
    <Tooltip title={t('shared.fewTests.hint', { least: enoughTests })}>
      <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
        {t('shared.fewTests.label', { n: support })}
      </Box>
    </Tooltip>
  );
};
