import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import type { EditedItem } from '../providers/config-item/use-config-item.js';
import { gql } from '../providers/graphql.js';
import { useGraphql } from '../providers/use-graphql.js';
import { ConfigEditPage } from '../shared/config/config-edit-page.js';
import { ItemPicker } from '../shared/config/item-picker.js';
import { Sheet } from '../shared/page.js';
import { BoundFields } from './bound-fields.js';
import { personalTypes, type SlotBody, slotTypes } from './slot.js';

const dictionariesDocument = gql`query DictionaryChoices { dictionaries(skip: 0, take: 200, sort: { field: "title", order: ASC }) { items { key title } totalItems } }`;

const SlotEdit: FC = () => {
  const t = useTranslate();
  const { key = '' } = useParams();
  return (
    <ConfigEditPage<SlotBody> key={key} kind="slot" itemKey={key} list={{ path: '/slots', title: t('slots.title') }}>
      {(edited) => (
        <>
          <SlotFields edited={edited} />
          <BoundFields users={edited.item.usedBy} slot={key} />
        </>
      )}
    </ConfigEditPage>
  );
};

const SlotFields: FC<{ edited: EditedItem<SlotBody> }> = ({ edited }) => {
  const t = useTranslate();
  const { body, change, changeAt, isReadOnly } = edited;
  const dictionaries = useGraphql<{ dictionaries: { items: { key: string; title: string }[] } }>(dictionariesDocument);
  const setType = (type: SlotBody['type']) =>
    change((current) => ({ ...current, type, dictionary: type === 'enum' ? current.dictionary : null, sensitive: current.sensitive || personalTypes.includes(type) }));
  return (
    <Sheet sx={{ p: 4, mb: 4 }}>
      <Box sx={{ display: 'grid', columnGap: 4, rowGap: 1, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
        <TextField data-at="/title" fullWidth margin="dense" label={t('shared.item.title')} value={body.title} disabled={isReadOnly} onChange={(event) => changeAt('/title', event.target.value)} />
        <TextField data-at="/type" select fullWidth margin="dense" label={t('slots.type.label')} helperText={t(`slots.typeHint.${body.type}`)} value={body.type} disabled={isReadOnly} onChange={(event) => setType(event.target.value as SlotBody['type'])}>
          {slotTypes.map((type) => (
            <MenuItem key={type} value={type}>
              {t(`slots.type.${type}`)}
            </MenuItem>
          ))}
        </TextField>
        {(body.type === 'enum' || body.dictionary !== null) && (
          <ItemPicker
            at="/dictionary"
            kind="dictionary"
            label={t('slots.dictionary')}
            choices={dictionaries.data?.dictionaries.items ?? []}
            isLoading={dictionaries.isPending}
            value={body.dictionary}
            isDisabled={isReadOnly}
            onChange={(dictionary) => changeAt('/dictionary', dictionary)}
            error={body.dictionary === null}
            helperText={t('slots.dictionaryHint')}
          />
        )}
        <Box data-at="/sensitive" sx={{ py: 1 }}>
          <FormControlLabel control={<Switch checked={body.sensitive} disabled={isReadOnly} onChange={(_, sensitive) => changeAt('/sensitive', sensitive)} />} label={t('slots.sensitiveLabel')} />
          <Typography variant="caption" color="text.secondary" component="p">
            {t('slots.sensitiveHint')}
          </Typography>
        </Box>
        <TextField data-at="/description" sx={{ gridColumn: 1 }} fullWidth multiline minRows={2} margin="dense" label={t('slots.description')} value={body.description} disabled={isReadOnly} onChange={(event) => changeAt('/description', event.target.value)} />
        <TextField data-at="/guideline" fullWidth multiline minRows={2} margin="dense" label={t('slots.guideline')} placeholder={t('slots.guidelineHint')} value={body.guideline} disabled={isReadOnly} onChange={(event) => changeAt('/guideline', event.target.value)} />
      </Box>
    </Sheet>
  );
};

export default SlotEdit;
