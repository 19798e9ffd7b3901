import Add from '@mui/icons-material/AddOutlined';
import Delete from '@mui/icons-material/DeleteOutlineOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { policyRelations } from '@banshi/bundle';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import type { EditedItem } from '../providers/config-item/use-config-item.js';
import { useGraphql } from '../providers/use-graphql.js';
import { ItemPicker } from '../shared/config/item-picker.js';
import { Sheet } from '../shared/page.js';
import { type PolicyBody, policyChoicesDocument, type PolicyRelation } from './policy.js';

/** Which documents this one repeals, amends or has been replaced by. */
export const RelationFields: FC<{ edited: EditedItem<PolicyBody> }> = ({ edited }) => {
  const t = useTranslate();
  const { body, changeAt, isReadOnly } = edited;
  const policies = useGraphql<{ policies: { items: { key: string; title: string }[] } }>(policyChoicesDocument);
  const choices = (policies.data?.policies.items ?? []).filter(({ key }) => key !== edited.key);
  const set = (index: number, change: Partial<PolicyRelation>) => changeAt('/relations', body.relations.map((relation, at) => (at === index ? { ...relation, ...change } : relation)));
  return (
    <Sheet sx={{ p: 4 }} label={t('policies.relations')}>
      <Typography variant="h2" sx={{ mb: 2 }}>
        {t('policies.relations')}
      </Typography>
      {body.relations.length === 0 && <Typography color="text.secondary">{t('policies.noRelations')}</Typography>}
      {body.relations.map((relation, index) => (
        <Box key={index} data-at={`/relations/${index}`} sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: '1fr', md: '140px 1fr 1fr 170px 40px' } }}>
          <TextField select size="small" margin="dense" label={t('policies.related.type')} value={relation.type} disabled={isReadOnly} onChange={(event) => set(index, { type: event.target.value as PolicyRelation['type'] })}>
            {policyRelations.map((type) => (
              <MenuItem key={type} value={type}>
                {t(`policies.relation.${type}`)}
              </MenuItem>
            ))}
          </TextField>
          <ItemPicker at={`/relations/${index}/policy`} kind="policy" label={t('policies.related.policy')} choices={choices} isLoading={policies.isPending} value={relation.policy} isDisabled={isReadOnly} onChange={(key) => set(index, { policy: key, ...(key !== null && { title: choices.find((choice) => choice.key === key)?.title ?? relation.title }) })} />
          <TextField size="small" margin="dense" data-at={`/relations/${index}/title`} label={t('policies.related.title')} value={relation.title} disabled={isReadOnly} onChange={(event) => set(index, { title: event.target.value })} />
          <TextField size="small" margin="dense" type="date" label={t('policies.related.date')} value={relation.date ?? ''} disabled={isReadOnly} slotProps={{ inputLabel: { shrink: true } }} onChange={(event) => set(index, { date: event.target.value || null })} />
          {!isReadOnly && (
            <IconButton aria-label={`${t('policies.removeRelation')} ${relation.title}`} onClick={() => changeAt('/relations', body.relations.toSpliced(index, 1))} sx={{ mt: 1 }}>
              <Delete fontSize="small" />
            </IconButton>
          )}
        </Box>
      ))}
      {!isReadOnly && (
        <Button startIcon={<Add />} sx={{ mt: 1 }} onClick={() => changeAt('/relations', [...body.relations, { type: 'repeals', title: t('policies.related.title'), policy: null, date: null }])}>
          {t('policies.addRelation')}
        </Button>
      )}
    </Sheet>
  );
};
