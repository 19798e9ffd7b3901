import ExpandMore from '@mui/icons-material/ExpandMoreOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Collapse from '@mui/material/Collapse';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { ErrorPanel } from '../shared/error-panel.js';
import { KeyText } from '../shared/small-texts.js';
import { changeKindOf, type EntryChange } from './bundle-diff.js';
import { ChangeMark } from './change-mark.js';
import { ItemDiff } from './item-diff.js';
import { useContents } from './use-contents.js';
import { useBundleDiff } from './use-bundle-diff.js';

/** Items that differ between two bundles; each opens to its difference. */
export const BundleChanges: FC<{ from: string | null; to: string }> = ({ from, to }) => {
  const t = useTranslate();
  const { changes, error, refetch } = useBundleDiff(from, to);
  if (error) return <ErrorPanel error={error} onRetry={refetch} />;
  if (!changes) return <Skeleton variant="rounded" height={120} />;
  if (changes.length === 0) return <Typography color="text.secondary">{t('release.history.same')}</Typography>;
  return (
    <Box>
      <Typography variant="subtitle2" component="p">
        {t('release.history.differing', { smart_count: changes.length })}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: 420, overflow: 'auto', border: 1, borderColor: 'divider', borderRadius: 1 }}>
        {changes.map((change) => (
          <EntryRow key={`${change.kind}/${change.key}`} change={change} />
        ))}
      </Box>
    </Box>
  );
};

const EntryRow: FC<{ change: EntryChange }> = ({ change }) => {
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  const { kind, key, before, after } = change;
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
      <ButtonBase aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)} sx={{ display: 'flex', width: '100%', gap: 2, px: 3, py: 1.5, textAlign: 'left', justifyContent: 'flex-start', '&:hover': { bgcolor: 'action.hover' } }}>
        <ChangeMark change={changeKindOf(change)} />
        <Typography component="span" variant="body2" color="text.secondary" sx={{ width: 40, flexShrink: 0 }}>
          {t(`shared.kind.${kind}`)}
        </Typography>
        <EntryTitle before={before} after={after} fallback={key} />
        <KeyText value={key} />
        <ExpandMore fontSize="small" sx={{ ml: 'auto', color: 'text.secondary', transform: isOpen ? 'rotate(180deg)' : 'none' }} />
      </ButtonBase>
      <Collapse in={isOpen} unmountOnExit>
        <Box sx={{ px: 4, pb: 3 }}>
          <ItemDiff kind={kind} itemKey={key} before={before} after={after} />
        </Box>
      </Collapse>
    </Box>
  );
};

/** The item's title as the newer content says it. */
const EntryTitle: FC<{ before: string | null; after: string | null; fallback: string }> = ({ before, after, fallback }) => {
  const { data } = useContents(before, after);
  const title = ((data?.after ?? data?.before) as { title?: string } | null)?.title;
  return (
    <Typography component="span" noWrap sx={{ fontWeight: 600 }}>
      {title ?? fallback}
    </Typography>
  );
};
