import Alert from '@mui/material/Alert';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type FC, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { PageLoading } from '../app/page-loading.js';
import type { ApiError } from '../providers/graphql.js';
import { useGraphql, useGraphqlMutation } from '../providers/use-graphql.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { useErrorText } from '../shared/error-text.js';
import { type BaseModelSources, baseModelSourcesDocument, registerBaseModelDocument } from './base-model.js';

/** Registers an encoder from a folder of the server or from the configured hub; it is copied and checked in the background. */
export const RegisterDialog: FC<{ onClose: () => void }> = ({ onClose }) => {
  const t = useTranslate();
  const notify = useNotify();
  const errorText = useErrorText();
  const { data } = useGraphql<{ baseModelSources: BaseModelSources }>(baseModelSourcesDocument);
  const [chosen, setChosen] = useState<'folder' | 'hub' | null>(null);
  const [location, setLocation] = useState('');
  const [title, setTitle] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const sources = data?.baseModelSources;
  const usable = sources ? ([...(sources.folder ? ['folder' as const] : []), ...(sources.hub ? ['hub' as const] : [])]) : [];
  const source = chosen ?? usable[0] ?? null;
  const register = useGraphqlMutation<unknown>(registerBaseModelDocument, {
    onSuccess: () => {
      notify('baseModels.registering', { type: 'info' });
      onClose();
    },
    onError: (failed) => (setError(failed), true),
  });
  const run = () => {
    setError(null);
    register.mutate({ input: { source, location: location.trim(), ...(title.trim() && { title: title.trim() }) } });
  };
  return (
    <ConfirmDialog open title={t('baseModels.register')} action={t('baseModels.registerAction')} wide busy={register.isPending} disabled={!source || location.trim() === ''} onClose={onClose} onConfirm={run}>
      {!sources ? (
        <PageLoading />
      ) : usable.length === 0 ? (
        <Alert severity="info">{t('baseModels.noSource')}</Alert>
      ) : (
        <>
          {usable.length > 1 && (
            <TextField select fullWidth label={t('baseModels.source')} value={source} onChange={(event) => (setChosen(event.target.value as 'folder' | 'hub'), setLocation(''))}>
              {usable.map((one) => (
                <MenuItem key={one} value={one}>
                  {t(`baseModels.sourceOf.${one}`)}
                </MenuItem>
              ))}
            </TextField>
          )}
          {source === 'folder' && sources.folders.length > 0 ? (
            <TextField select fullWidth label={t('baseModels.folder')} helperText={t('baseModels.folderHint', { folder: sources.folder ?? '' })} value={location} onChange={(event) => setLocation(event.target.value)}>
              {sources.folders.map((folder) => (
                <MenuItem key={folder} value={folder}>
                  {folder}
                </MenuItem>
              ))}
            </TextField>
          ) : (
            <TextField fullWidth autoFocus label={t(source === 'hub' ? 'baseModels.hubName' : 'baseModels.folder')} helperText={source === 'hub' ? t('baseModels.hubHint', { hub: sources.hub ?? '' }) : t('baseModels.folderHint', { folder: sources.folder ?? '' })} value={location} onChange={(event) => setLocation(event.target.value)} />
          )}
          <TextField fullWidth label={t('baseModels.titleField')} helperText={t('baseModels.titleHint')} value={title} onChange={(event) => setTitle(event.target.value)} />
          <Alert severity="info">{t('baseModels.checks')}</Alert>
        </>
      )}
      {error && (
        <Alert severity="error" sx={{ mt: 2 }}>
          {errorText(error)}
        </Alert>
      )}
    </ConfirmDialog>
  );
};
