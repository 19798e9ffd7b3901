import Add from '@mui/icons-material/AddOutlined';
import UploadFile from '@mui/icons-material/UploadFileOutlined';
import Button from '@mui/material/Button';
import { type FC, useState } from 'react';
import { DataTable, useRefresh, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useGraphql } from '../providers/use-graphql.js';
import { useCan } from '../providers/use-me.js';
import { CreateItemDialog } from '../shared/config/create-item-dialog.js';
import { RowMenu } from '../shared/config/row-menu.js';
import { RowState } from '../shared/config/row-state.js';
import { EmptyState } from '../shared/empty-state.js';
import { EmptyResults } from '../shared/list/empty-results.js';
import { ListPage } from '../shared/list/list-page.js';
import { placeOf } from '../shared/place.js';
import { RelativeTime } from '../shared/relative-time.js';
import { emptyFaq, type FaqRow, faqServicesDocument, type ServiceChoices } from './faq.js';
import { ImportDialog } from './import-dialog.js';

const FaqList: FC = () => {
  const t = useTranslate();
  const refresh = useRefresh();
  const canWrite = useCan().can('config.write');
  const [isCreating, setIsCreating] = useState(useSearchParams()[0].has('create'));
  const [isImporting, setIsImporting] = useState(false);
  const services = useGraphql<ServiceChoices>(faqServicesDocument).data?.services.items ?? [];
  const titleOf = (key: string) => services.find((service) => service.key === key)?.title ?? key;
  const actions = canWrite && (
    <>
      <Button variant="outlined" startIcon={<UploadFile fontSize="small" />} onClick={() => setIsImporting(true)}>
        {t('faqs.import.action')}
      </Button>
      <Button variant="contained" startIcon={<Add />} onClick={() => setIsCreating(true)}>
        {t('faqs.create')}
      </Button>
    </>
  );
  return (
    <>
      <ListPage
        resource="faqs"
        title={t('faqs.title')}
        subtitle={t('faqs.subtitle')}
        sort={{ field: 'updatedAt', order: 'DESC' }}
        actions={actions}
        filters={[{ type: 'choice', source: 'service', label: t('faqs.field.services'), choices: services.map(({ key, title }) => ({ id: key, name: title })) }]}
        searchLabel={t('faqs.search')}
        exportColumns={[
          { label: t('faqs.field.title'), value: ({ title }) => title },
          { label: t('shared.item.key'), value: ({ key }) => key },
          { label: t('faqs.field.services'), value: ({ services: own }) => (own as string[]).map(titleOf).join(t('faqs.separator')) },
          { label: t('faqs.field.validFrom'), value: ({ validFrom }) => validFrom },
          { label: t('faqs.field.validTo'), value: ({ validTo }) => validTo },
        ]}
        empty={<EmptyState title={t('faqs.empty')} hint={t('faqs.emptyHint')} action={actions} />}
      >
        <DataTable<FaqRow> rowClick={(_id, _resource, record) => placeOf('faq', (record as FaqRow).key)} bulkActionButtons={false} empty={<EmptyResults />} hiddenColumns={['validFrom', 'themes']}>
          <DataTable.Col source="title" label="faqs.field.title" />
          <DataTable.NumberCol source="wordingCount" label="faqs.wordings" />
          <DataTable.Col<FaqRow> source="services" label="faqs.field.services" disableSort render={({ services: own }) => own.map(titleOf).join(t('faqs.separator')) || '—'} />
          <DataTable.Col<FaqRow> source="themes" label="faqs.field.themes" disableSort render={({ themes }) => themes.join(t('faqs.separator')) || '—'} />
          <DataTable.Col<FaqRow> source="validFrom" label="faqs.field.validFrom" render={({ validFrom }) => validFrom ?? '—'} />
          <DataTable.Col<FaqRow> source="validTo" label="faqs.field.validTo" render={({ validTo }) => validTo ?? '—'} />
          <DataTable.Col<FaqRow> source="state" label="faqs.release" disableSort render={(row) => <RowState row={row} />} />
          <DataTable.Col<FaqRow> source="updatedAt" label="faqs.updatedAt" render={({ updatedAt }) => <RelativeTime at={updatedAt} />} />
          {canWrite && <DataTable.Col<FaqRow> source="actions" label="shared.item.more" disableSort render={(row) => <RowMenu kind="faq" row={row} />} />}
        </DataTable>
      </ListPage>
      {isCreating && <CreateItemDialog kind="faq" title={t('faqs.create')} body={emptyFaq} onClose={() => setIsCreating(false)} />}
      {isImporting && (
        <ImportDialog
          onClose={() => setIsImporting(false)}
          onDone={() => {
            setIsImporting(false);
            refresh();
          }}
        />
      )}
    </>
  );
};

export default FaqList;
