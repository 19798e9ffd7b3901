import Add from '@mui/icons-material/AddOutlined';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { DataTable, useRefresh, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useGraphqlMutation, useSubscription } from '../providers/use-graphql.js';
import { useCan } from '../providers/use-me.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { EmptyState } from '../shared/empty-state.js';
import { formatBytes, formatCount } from '../shared/format.js';
import { EmptyResults } from '../shared/list/empty-results.js';
import { ListPage } from '../shared/list/list-page.js';
import { type Operation, operationChangedDocument } from '../shared/operation.js';
import { RelativeTime } from '../shared/relative-time.js';
import { StatusChip } from '../shared/status-chip.js';
import { type BaseModel, deleteBaseModelDocument } from './base-model.js';
import { BaseModelDrawer } from './base-model-drawer.js';
import { RegisterDialog } from './register-dialog.js';

const sources = ['shipped', 'folder', 'hub'];

/** Pretrained encoders that trainings start from: the one that ships, and those that were registered. */
const BaseModelList: FC = () => {
  const t = useTranslate();
  const refresh = useRefresh();
  const { can } = useCan();
  const mayRegister = can('models.manage') || can('training.run');
  const [search, setSearch] = useSearchParams();
  const opened = search.get('open');
  const [isRegistering, setIsRegistering] = useState(false);
  const [deleting, setDeleting] = useState<BaseModel | null>(null);
  const remove = useGraphqlMutation<unknown>(deleteBaseModelDocument, { success: 'baseModels.deleted', onSuccess: () => (setDeleting(null), refresh()) });
  useSubscription<{ operationChanged: Operation }>(operationChangedDocument, {}, ({ operationChanged }) => {
    if (operationChanged.kind.includes('base-model') && operationChanged.finishedAt) refresh();
  });
  const register = mayRegister && (
    <Button variant="contained" startIcon={<Add />} onClick={() => setIsRegistering(true)}>
      {t('baseModels.register')}
    </Button>
  );
  const open = (id: string | null) => setSearch(id ? { open: id } : {}, { replace: true });
  return (
    <>
      <ListPage
        resource="baseModels"
        title={t('baseModels.title')}
        subtitle={t('baseModels.subtitle')}
        sort={{ field: 'createdAt', order: 'DESC' }}
        actions={register}
        filters={[
          { type: 'text', source: 'q', label: t('baseModels.search') },
          { type: 'choice', source: 'source', label: t('baseModels.source'), choices: sources.map((id) => ({ id, name: t(`baseModels.sourceOf.${id}`) })) },
        ]}
        empty={<EmptyState title={t('baseModels.empty')} hint={t('baseModels.emptyHint')} action={register} />}
      >
        <DataTable<BaseModel> hiddenColumns={['vocabularySize', 'methods']} bulkActionButtons={false} empty={<EmptyResults />} rowClick={(id) => (open(String(id)), false)}>
          <DataTable.Col<BaseModel> source="title" label="baseModels.name" render={({ title, name }) => (title === name ? <strong>{title}</strong> : <><strong>{title}</strong> <Typography component="span" variant="caption" color="text.secondary">{name}</Typography></>)} />
          <DataTable.Col<BaseModel> source="source" label="baseModels.source" disableSort render={({ source }) => <StatusChip tone={source === 'shipped' ? 'good' : 'quiet'} label={t(`baseModels.sourceOf.${source}`)} />} />
          <DataTable.Col<BaseModel> source="shape" label="baseModels.shape" disableSort render={({ layers, hiddenSize }) => `${layers} × ${hiddenSize}`} />
          <DataTable.Col<BaseModel> source="vocabularySize" label="baseModels.vocabulary" align="right" disableSort render={({ vocabularySize }) => formatCount(vocabularySize)} />
          <DataTable.Col<BaseModel> source="size" label="baseModels.size" align="right" disableSort render={({ size }) => formatBytes(size)} />
          <DataTable.Col<BaseModel> source="license" label="baseModels.license" disableSort render={({ license }) => license ?? <StatusChip tone="notice" label={t('baseModels.noLicense')} />} />
          <DataTable.Col<BaseModel> source="methods" label="baseModels.methods" disableSort render={({ methods }) => methods.map((method) => t(`models.method.${method}`, { _: method })).join(t('shared.separator'))} />
          <DataTable.Col<BaseModel> source="createdAt" label="baseModels.createdAt" render={({ createdAt }) => <RelativeTime at={createdAt} />} />
          <DataTable.Col<BaseModel>
            source="actions"
            label=""
            disableSort
            render={(base) =>
              mayRegister &&
              base.source !== 'shipped' && (
                <Button
                  variant="text"
                  color="error"
                  onClick={(event) => {
                    event.stopPropagation();
                    setDeleting(base);
                  }}
                >
                  {t('shared.delete')}
                </Button>
              )
            }
          />
        </DataTable>
      </ListPage>
      {opened && <BaseModelDrawer id={opened} onClose={() => open(null)} />}
      {isRegistering && <RegisterDialog onClose={() => setIsRegistering(false)} />}
      <ConfirmDialog open={deleting !== null} danger title={t('baseModels.deleteTitle', { name: deleting?.title ?? '' })} action={t('shared.delete')} busy={remove.isPending} onClose={() => setDeleting(null)} onConfirm={() => deleting && remove.mutate({ id: deleting.id })}>
        <Typography>{t('baseModels.deleteHint')}</Typography>
      </ConfirmDialog>
    </>
  );
};

export default BaseModelList;
