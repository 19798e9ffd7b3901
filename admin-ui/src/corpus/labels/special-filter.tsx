import Chip from '@mui/material/Chip';
import type { FC } from 'react';
import { useListContext, useTranslate } from 'react-admin';

const specials = ['duplicate', 'clash', 'trainingSet'] as const;

/** Filters that other pages lead here with; shown so that they can be taken off. */
export const SpecialFilter: FC = () => {
  const t = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const values = filterValues as Record<string, unknown>;
  return (
    <>
      {specials
        .filter((special) => values[special])
        .map((special) => (
          <Chip
            key={special}
            label={t(`corpus.special.${special}`)}
            onDelete={() => {
              const { [special]: _, ...rest } = values;
              setFilters(rest);
            }}
          />
        ))}
    </>
  );
};
