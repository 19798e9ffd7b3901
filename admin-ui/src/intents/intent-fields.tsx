import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import type { EditedItem } from '../providers/config-item/use-config-item.js';
import { gql } from '../providers/graphql.js';
import { useGraphql } from '../providers/use-graphql.js';
import { ItemPicker } from '../shared/config/item-picker.js';
import { Sheet } from '../shared/page.js';
import { allIntents, type IntentBody, intentRoles } from './intent.js';
import { withDescendants } from './intent-tree.js';

const servicesDocument = gql`query ServiceChoices { services(skip: 0, take: 200, sort: { field: "title", order: ASC }) { items { key title } totalItems } }`;

/** What an intent is: name, role, where it leads, how to tell it from others. */
export const IntentFields: FC<{ edited: EditedItem<IntentBody> }> = ({ edited }) => {
  const t = useTranslate();
  const { body, changeAt, isReadOnly } = edited;
  const services = useGraphql<{ services: { items: { key: string; title: string }[] } }>(servicesDocument);
  const intents = useQuery({ queryKey: ['graphql', 'allIntents'], queryFn: ({ signal }) => allIntents(signal) });
  const rows = intents.data ?? [];
  const impossible = withDescendants(rows, edited.key);
  return (
    <Sheet sx={{ p: 4, mb: 4 }}>
      <Box sx={{ display: 'grid', columnGap: 4, rowGap: 1, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
        <TextField data-at="/title" fullWidth margin="dense" label={t('shared.item.title')} value={body.title} disabled={isReadOnly} onChange={(event) => changeAt('/title', event.target.value)} />
        <TextField data-at="/role" select fullWidth margin="dense" label={t('intents.role.label')} helperText={t(`intents.roleHint.${body.role}`)} value={body.role} disabled={isReadOnly} onChange={(event) => changeAt('/role', event.target.value)}>
          {intentRoles.map((role) => (
            <MenuItem key={role} value={role}>
              {t(`intents.role.${role}`)}
            </MenuItem>
          ))}
        </TextField>
        <ItemPicker at="/service" kind="service" label={t('intents.service')} choices={services.data?.services.items ?? []} isLoading={services.isPending} value={body.service} isDisabled={isReadOnly || (body.role !== 'service' && body.service === null)} onChange={(service) => changeAt('/service', service)} />
        <ItemPicker at="/parent" kind="intent" label={t('intents.parent')} choices={rows.filter(({ key }) => !impossible.has(key))} isLoading={intents.isPending} value={body.parent} isDisabled={isReadOnly} onChange={(parent) => changeAt('/parent', parent)} />
        <TextField data-at="/description" fullWidth multiline minRows={2} margin="dense" label={t('intents.description')} value={body.description} disabled={isReadOnly} onChange={(event) => changeAt('/description', event.target.value)} />
        <TextField data-at="/guideline" fullWidth multiline minRows={2} margin="dense" label={t('intents.guideline')} placeholder={t('intents.guidelineHint')} value={body.guideline} disabled={isReadOnly} onChange={(event) => changeAt('/guideline', event.target.value)} />
      </Box>
    </Sheet>
  );
};
