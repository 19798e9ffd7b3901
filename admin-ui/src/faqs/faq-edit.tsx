import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import type { EditedItem } from '../providers/config-item/use-config-item.js';
import { useGraphql } from '../providers/use-graphql.js';
import { ConfigEditPage } from '../shared/config/config-edit-page.js';
import { ItemsPicker } from '../shared/config/items-picker.js';
import { Sheet } from '../shared/page.js';
import { type FaqBody, faqServicesDocument, type ServiceChoices } from './faq.js';

const FaqEdit: FC = () => {
  const t = useTranslate();
  const { key = '' } = useParams();
  return (
    <ConfigEditPage<FaqBody> key={key} kind="faq" itemKey={key} list={{ path: '/faqs', title: t('faqs.title') }}>
      {(edited) => <Editor edited={edited} />}
    </ConfigEditPage>
  );
};

const Editor: FC<{ edited: EditedItem<FaqBody> }> = ({ edited }) => {
  const t = useTranslate();
  const { body, changeAt, isReadOnly } = edited;
  const services = useGraphql<ServiceChoices>(faqServicesDocument);
  const words = (name: 'similar' | 'themes') => (
    <Autocomplete
      data-at={`/${name}`}
      multiple
      freeSolo
      options={[]}
      value={body[name]}
      disabled={isReadOnly}
      onChange={(_, next) => changeAt(`/${name}`, [...new Set(next.map((word) => word.trim()).filter(Boolean))])}
      renderInput={(params) => <TextField {...params} margin="dense" label={t(`faqs.field.${name}`)} helperText={t(`faqs.hint.${name}`)} />}
    />
  );
  const day = (name: 'validFrom' | 'validTo') => (
    <TextField data-at={`/${name}`} type="date" margin="dense" fullWidth label={t(`faqs.field.${name}`)} helperText={t(`faqs.hint.${name}`)} value={body[name] ?? ''} disabled={isReadOnly} slotProps={{ inputLabel: { shrink: true } }} onChange={(event) => changeAt(`/${name}`, event.target.value || null)} />
  );
  return (
    <Sheet sx={{ p: 4 }}>
      <TextField data-at="/title" margin="dense" fullWidth label={t('faqs.field.title')} value={body.title} disabled={isReadOnly} onChange={(event) => changeAt('/title', event.target.value)} />
      {words('similar')}
      <TextField data-at="/answer" margin="dense" fullWidth multiline minRows={4} label={t('faqs.field.answer')} helperText={t('faqs.hint.answer')} value={body.answer} disabled={isReadOnly} onChange={(event) => changeAt('/answer', event.target.value)} />
      <Box sx={{ display: 'grid', columnGap: 4, rowGap: 1, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
        <ItemsPicker at="/services" label={t('faqs.field.services')} helperText={t('faqs.hint.services')} choices={services.data?.services.items ?? []} isLoading={services.isPending} value={body.services} isDisabled={isReadOnly} onChange={(keys) => changeAt('/services', keys)} />
        {words('themes')}
        {day('validFrom')}
        {day('validTo')}
      </Box>
      <TextField data-at="/source" margin="dense" fullWidth label={t('faqs.field.source')} helperText={t('faqs.hint.source')} value={body.source} disabled={isReadOnly} onChange={(event) => changeAt('/source', event.target.value)} />
    </Sheet>
  );
};

export default FaqEdit;
