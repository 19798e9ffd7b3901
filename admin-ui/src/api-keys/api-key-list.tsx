import Add from '@mui/icons-material/AddOutlined';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { DataTable, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { EmptyState } from '../shared/empty-state.js';
import { ListPage } from '../shared/list/list-page.js';
import { RelativeTime } from '../shared/relative-time.js';
import { KeyText } from '../shared/small-texts.js';
import { StatusChip, type Tone } from '../shared/status-chip.js';
import { type ApiKey, type ApiKeyState, revokeApiKeyDocument, stateOf } from './api-key.js';
import { ApiKeyDialog } from './api-key-dialog.js';

const tones: Record<ApiKeyState, Tone> = { active: 'good', expired: 'notice', revoked: 'quiet' };

const ApiKeyList: FC = () => {
  const t = useTranslate();
  const [isCreating, setIsCreating] = useState(useSearchParams()[0].has('create'));
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const revoke = useGraphqlMutation<unknown>(revokeApiKeyDocument, { success: 'apiKeys.revoked', onSuccess: () => setRevoking(null) });
  const create = (
    <Button variant="contained" startIcon={<Add />} onClick={() => setIsCreating(true)}>
      {t('apiKeys.create')}
    </Button>
  );
  const scopeNames = (key: ApiKey) => key.scopes.map((scope) => t(`apiKeys.scope.${scope.replace('.', '_')}`)).join(t('shared.separator'));
  return (
    <>
      <ListPage resource="apiKeys" title={t('apiKeys.title')} subtitle={t('apiKeys.subtitle')} sort={{ field: 'createdAt', order: 'DESC' }} actions={create} empty={<EmptyState title={t('apiKeys.empty')} hint={t('apiKeys.emptyHint')} action={create} />}>
        <DataTable<ApiKey> bulkActionButtons={false} rowClick={false}>
          <DataTable.Col source="name" label="apiKeys.name" />
          <DataTable.Col<ApiKey> source="prefix" label="apiKeys.prefix" disableSort render={(key) => <KeyText value={`${key.prefix}…`} />} />
          <DataTable.Col<ApiKey> source="scopes" label="apiKeys.scopes" disableSort render={scopeNames} />
          <DataTable.Col<ApiKey> source="state" label="apiKeys.state" disableSort render={(key) => <StatusChip tone={tones[stateOf(key)]} label={t(`apiKeys.stateOf.${stateOf(key)}`)} />} />
          <DataTable.Col<ApiKey> source="createdAt" label="apiKeys.createdAt" render={(key) => <RelativeTime at={key.createdAt} />} />
          <DataTable.Col<ApiKey> source="lastUsedAt" label="apiKeys.lastUsedAt" render={(key) => <RelativeTime at={key.lastUsedAt} none={t('apiKeys.never')} />} />
          <DataTable.Col<ApiKey> source="expiresAt" label="apiKeys.expiresAt" disableSort render={(key) => <RelativeTime at={key.expiresAt} none={t('apiKeys.noExpiry')} />} />
          <DataTable.Col<ApiKey>
            source="actions"
            label=""
            disableSort
            render={(key) =>
              stateOf(key) === 'active' && (
                <Button variant="text" color="error" onClick={() => setRevoking(key)}>
                  {t('apiKeys.revoke')}
                </Button>
              )
            }
          />
        </DataTable>
      </ListPage>
      {isCreating && <ApiKeyDialog onClose={() => setIsCreating(false)} />}
      <ConfirmDialog open={revoking !== null} danger title={t('apiKeys.revokeTitle', { name: revoking?.name ?? '' })} action={t('apiKeys.revoke')} busy={revoke.isPending} onClose={() => setRevoking(null)} onConfirm={() => revoking && revoke.mutate({ id: revoking.id })}>
        <Typography>{t('apiKeys.revokeHint')}</Typography>
      </ConfirmDialog>
    </>
  );
};

export default ApiKeyList;
