import Add from '@mui/icons-material/AddOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { move } from '../dictionaries/dictionary.js';
import type { EditedItem } from '../providers/config-item/use-config-item.js';
import { useGraphql } from '../providers/use-graphql.js';
import { ConfigEditPage } from '../shared/config/config-edit-page.js';
import { EmptyState } from '../shared/empty-state.js';
import { Sheet } from '../shared/page.js';
import { FieldCard } from './field-card.js';
import { type Choices, choicesDocument, newField, type ProfileBody } from './profile.js';

const ProfileEdit: FC = () => {
  const t = useTranslate();
  const { key = '' } = useParams();
  return (
    <ConfigEditPage<ProfileBody> key={key} kind="profile" itemKey={key} list={{ path: '/profiles', title: t('profiles.title') }}>
      {(edited) => <Editor edited={edited} />}
    </ConfigEditPage>
  );
};

const Editor: FC<{ edited: EditedItem<ProfileBody> }> = ({ edited }) => {
  const t = useTranslate();
  const { body, change, changeAt, isReadOnly } = edited;
  const choices = useGraphql<Choices>(choicesDocument);
  const setFields = (next: ProfileBody['fields'], group?: string) => change((current) => ({ ...current, fields: next }), group);
  const add = (
    <Button variant="outlined" startIcon={<Add />} onClick={() => setFields([...body.fields, newField(body.fields, t('profiles.newField'))])}>
      {t('profiles.addField')}
    </Button>
  );
  return (
    <>
      <Sheet sx={{ p: 4, mb: 4 }}>
        <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: '1fr', md: '1fr 2fr' } }}>
          <TextField data-at="/title" margin="dense" fullWidth label={t('shared.item.title')} value={body.title} disabled={isReadOnly} onChange={(event) => changeAt('/title', event.target.value)} />
          <TextField data-at="/description" margin="dense" fullWidth label={t('profiles.description')} value={body.description} disabled={isReadOnly} onChange={(event) => changeAt('/description', event.target.value)} />
        </Box>
      </Sheet>
      <Box data-at="/fields" sx={{ display: 'grid', gap: 3 }}>
        {body.fields.length === 0 && (
          <Sheet>
            <EmptyState dense title={t('profiles.noFields')} hint={t('profiles.noFieldsHint')} />
          </Sheet>
        )}
        {body.fields.map((field, index) => (
          <FieldCard
            key={index}
            index={index}
            field={field}
            choices={choices.data ?? { dictionaries: { items: [] }, services: { items: [] } }}
            isLoading={choices.isPending}
            isReadOnly={isReadOnly}
            onChange={(next, part) => setFields(body.fields.with(index, next), `field${index}${part}`)}
            onMove={(by) => setFields(move(body.fields, index, by))}
            onRemove={() => setFields(body.fields.toSpliced(index, 1))}
          />
        ))}
        {!isReadOnly && <Box>{add}</Box>}
      </Box>
    </>
  );
};

export default ProfileEdit;
