import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import type { EditedItem } from '../providers/config-item/use-config-item.js';
import { ConfigEditPage } from '../shared/config/config-edit-page.js';
import { Sheet } from '../shared/page.js';
import type { DictionaryBody } from './dictionary.js';
import { EntryTable } from './entry-table.js';

const DictionaryEdit: FC = () => {
  const t = useTranslate();
  const { key = '' } = useParams();
  return (
    <ConfigEditPage<DictionaryBody> key={key} kind="dictionary" itemKey={key} list={{ path: '/dictionaries', title: t('dictionaries.title') }}>
      {(edited) => <Editor edited={edited} />}
    </ConfigEditPage>
  );
};

const Editor: FC<{ edited: EditedItem<DictionaryBody> }> = ({ edited }) => {
  const t = useTranslate();
  const { body, changeAt, isReadOnly } = edited;
  return (
    <>
      <Sheet sx={{ p: 4, mb: 4 }}>
        <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: '1fr', md: '1fr 2fr' } }}>
          <TextField data-at="/title" margin="dense" fullWidth label={t('shared.item.title')} value={body.title} disabled={isReadOnly} onChange={(event) => changeAt('/title', event.target.value)} />
          <TextField data-at="/description" margin="dense" fullWidth label={t('dictionaries.description')} value={body.description} disabled={isReadOnly} onChange={(event) => changeAt('/description', event.target.value)} />
        </Box>
      </Sheet>
      <EntryTable edited={edited} />
    </>
  );
};

export default DictionaryEdit;
