import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import { Sheet } from '../../shared/page.js';
import type { ServiceBody } from '../service.js';

const fields = [
  { name: 'location', isWide: true },
  { name: 'hours', isWide: true },
  { name: 'consultPhone', isWide: false },
  { name: 'complaintPhone', isWide: false },
] as const;

/** Where and when one can come, and whom one can call. */
export const PlaceFields: FC<{ edited: EditedItem<ServiceBody> }> = ({ edited }) => {
  const t = useTranslate();
  const { body, changeAt, isReadOnly } = edited;
  return (
    <Sheet label={t('services.guide.place')} sx={{ px: 4, py: 3 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {t('services.guide.place')}
      </Typography>
      <Box sx={{ display: 'grid', columnGap: 3, gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' }}>
        {fields.map(({ name, isWide }) => (
          <TextField
            key={name}
            data-at={`/guide/${name}`}
            margin="dense"
            multiline={isWide}
            label={t(`services.guide.${name}`)}
            value={body.guide[name]}
            disabled={isReadOnly}
            onChange={(event) => changeAt(`/guide/${name}`, event.target.value)}
            sx={isWide ? { gridColumn: '1 / -1' } : {}}
          />
        ))}
      </Box>
    </Sheet>
  );
};
