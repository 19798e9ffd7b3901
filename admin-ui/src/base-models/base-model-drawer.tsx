import Box from '@mui/material/Box';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { PageLoading } from '../app/page-loading.js';
import { CardView } from '../models/version/card-view.js';
import { useGraphql } from '../providers/use-graphql.js';
import { DetailDrawer, DetailTable } from '../shared/detail-drawer.js';
import { EmptyState } from '../shared/empty-state.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { formatBytes, formatCount } from '../shared/format.js';
import { KeyText } from '../shared/small-texts.js';
import { type BaseModelDetail, baseModelDocument } from './base-model.js';

/** What a base model is, where it came from, its files and its card. */
export const BaseModelDrawer: FC<{ id: string; onClose: () => void }> = ({ id, onClose }) => {
  const t = useTranslate();
  const { data, error, isPending, refetch } = useGraphql<{ baseModel: BaseModelDetail | null }>(baseModelDocument, { id });
  const base = data?.baseModel;
  return (
    <DetailDrawer title={base?.title ?? t('baseModels.title')} onClose={onClose}>
      {error ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <PageLoading />
      ) : !base ? (
        <EmptyState title={t('baseModels.gone')} />
      ) : (
        <Box sx={{ display: 'grid', gap: 4 }}>
          <DetailTable
            rows={[
              [t('baseModels.name'), base.name],
              [t('baseModels.source'), `${t(`baseModels.sourceOf.${base.source}`)} · ${base.location}`],
              [t('baseModels.license'), base.license ?? t('baseModels.licenseUnknown')],
              [t('baseModels.shape'), `${base.architecture} · ${base.layers} × ${base.hiddenSize}`],
              [t('baseModels.vocabulary'), formatCount(base.vocabularySize)],
              [t('baseModels.maxLength'), t('baseModels.tokens', { smart_count: base.maxLength })],
              [t('baseModels.hash'), <KeyText key="hash" value={base.sha256} short={24} />],
              [t('baseModels.files'), Object.entries(base.files).map(([name, { bytes }]) => <div key={name}>{`${name} · ${formatBytes(bytes)}`}</div>)],
            ]}
          />
          {base.card && <CardView markdown={base.card} />}
        </Box>
      )}
    </DetailDrawer>
  );
};
