import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { FindingList } from '../shared/finding-list.js';
import { ConflictList } from './conflict-list.js';
import type { PublishResult } from './release.js';
import { RollBackDialog } from './roll-back-dialog.js';

/** What became of publishing: live, refused with reasons, somebody else's change, or waiting for a second person. */
export const PublishOutcome: FC<{ result: PublishResult; onRefresh: () => void; onClose: () => void }> = ({ result, onRefresh, onClose }) => {
  const t = useTranslate();
  switch (result.__typename) {
    case 'Published':
      return <Live result={result} onClose={onClose} />;
    case 'SecondPersonNeeded':
      return (
        <Alert severity="info" sx={{ mb: 4 }} onClose={onClose}>
          <AlertTitle>{t('release.outcome.asked')}</AlertTitle>
          {t('release.outcome.askedHint')}
        </Alert>
      );
    case 'PublishBlocked':
      return (
        <Alert severity="error" sx={{ mb: 4, alignItems: 'flex-start' }} onClose={onClose}>
          <AlertTitle>{t('release.outcome.blocked')}</AlertTitle>
          <FindingList findings={result.findings.filter(({ severity }) => severity === 'ERROR')} showItem />
        </Alert>
      );
    case 'PublishConflict':
      return <ConflictList items={result.items} onRefresh={onRefresh} />;
  }
};

const Live: FC<{ result: Extract<PublishResult, { __typename: 'Published' }>; onClose: () => void }> = ({ result: { channel, bundle }, onClose }) => {
  const t = useTranslate();
  const [isUndoing, setIsUndoing] = useState(false);
  const name = t(`release.channels.${channel.name}`);
  return (
    <Alert severity="success" sx={{ mb: 4 }} onClose={onClose}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
        <span>
          <b>{t('release.outcome.live', { channel: name, n: bundle.n })}</b> {t('release.outcome.liveHint')}
        </span>
        <Button component={Link} to={channel.name === 'hall' ? '/preview' : `/preview?channel=${channel.name}`} variant="outlined">
          {t('release.outcome.preview')}
        </Button>
        {bundle.parent && (
          <Button variant="text" onClick={() => setIsUndoing(true)}>
            {t('release.outcome.undo')}
          </Button>
        )}
      </Box>
      {isUndoing && bundle.parent && <RollBackDialog channel={channel.name} to={bundle.parent} onClose={() => setIsUndoing(false)} onDone={onClose} />}
    </Alert>
  );
};
