import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { valueAt } from '@banshi/bundle';
import type { FC } from 'react';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import { Sheet } from '../../shared/page.js';
import type { ServiceBody } from '../service.js';

/** A longer text of the guide in a sheet of its own. */
export const GuideText: FC<{ edited: EditedItem<ServiceBody>; pointer: string; title: string; hint: string }> = ({ edited, pointer, title, hint }) => (
  <Sheet label={title} sx={{ px: 4, py: 3 }}>
    <Typography variant="h2" sx={{ mb: 2 }}>
      {title}
    </Typography>
    <TextField
      fullWidth
      multiline
      minRows={4}
      margin="none"
      data-at={pointer}
      placeholder={hint}
      value={valueAt(edited.body, pointer) ?? ''}
      disabled={edited.isReadOnly}
      onChange={(event) => edited.changeAt(pointer, event.target.value)}
      slotProps={{ htmlInput: { 'aria-label': title } }}
    />
  </Sheet>
);
