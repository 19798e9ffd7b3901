import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { versionsDocument, type ConfigVersion } from '../../providers/config-item/config-item.js';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import { useGraphql } from '../../providers/use-graphql.js';
import { ConfirmDialog } from '../confirm-dialog.js';
import { ErrorPanel } from '../error-panel.js';
import { useErrorText } from '../error-text.js';
import { RelativeTime } from '../relative-time.js';
import { VersionDiff } from './version-diff.js';
import { PersonName } from '../small-texts.js';

const pageSize = 20;

/** All versions of an item, newest first: look at the difference, put one back into the draft. */
export const VersionList: FC<{ edited: EditedItem<unknown> }> = ({ edited }) => {
  const t = useTranslate();
  const notify = useNotify();
  const errorText = useErrorText();
  const [take, setTake] = useState(pageSize);
  const [shown, setShown] = useState<ConfigVersion | null>(null);
  const { kind, key, item, isReadOnly } = edited;
  const query = useGraphql<{ configItem: { versions: { items: ConfigVersion[]; totalItems: number } } }>(versionsDocument, { kind, key, skip: 0, take });
  const versions = query.data?.configItem.versions;

  const restore = async (version: ConfigVersion) => {
    setShown(null);
    await edited.restoreVersion(version.n).then(
      () => notify('shared.version.restored', { type: 'success', messageArgs: { n: version.n } }),
      (error: unknown) => notify(errorText(error), { type: 'error' }),
    );
  };

  if (query.error) return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (versions?.totalItems === 0) return <Typography color="text.secondary">{t('shared.version.none')}</Typography>;
  return (
    <>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {versions?.items.map((version) => (
          <Box component="li" key={version.n} sx={{ py: 2, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
            <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
              <Typography variant="subtitle2">
                v{version.n}
                {item.draft.baseVersion === version.n && (
                  <Typography component="span" variant="caption" color="text.secondary">
                    {' '}
                    · {t('shared.version.base')}
                  </Typography>
                )}
              </Typography>
              <Button variant="text" sx={{ minHeight: 0, py: 0 }} onClick={() => setShown(version)}>
                {t('shared.version.compare')}
              </Button>
            </Box>
            <Typography sx={{ overflowWrap: 'anywhere' }}>{version.note}</Typography>
            <Typography variant="caption" color="text.secondary">
              <PersonName person={version.byName} /> · <RelativeTime at={version.at} />
            </Typography>
          </Box>
        ))}
      </Box>
      {versions && versions.totalItems > versions.items.length && <Button onClick={() => setTake(take + pageSize)}>{t('shared.more')}</Button>}
      <ConfirmDialog
        open={shown !== null}
        wide
        title={t('shared.version.compareTitle', { n: shown?.n ?? 0 })}
        action={t('shared.version.restore')}
        disabled={isReadOnly}
        onClose={() => setShown(null)}
        onConfirm={() => shown && void restore(shown)}
      >
        {shown && <VersionDiff kind={kind} before={item.draft.sha256} after={shown.sha256} />}
      </ConfirmDialog>
    </>
  );
};
