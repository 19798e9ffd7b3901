import Delete from '@mui/icons-material/DeleteOutlineOutlined';
import Edit from '@mui/icons-material/EditOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { SpanText } from '../../shared/spans/span-text.js';
import type { Utterance } from '../../corpus/utterance.js';
import { RelativeTime } from '../../shared/relative-time.js';
import { PersonName } from '../../shared/small-texts.js';

interface ExampleRowProps {
  utterance: Utterance;
  titleOf: (slot: string) => string;
  canWrite: boolean;
  onOpen: () => void;
  onRemove: () => void;
}

/** One example. A click opens it for its text, intent and slots. */
export const ExampleRow: FC<ExampleRowProps> = ({ utterance: { text, entities, byName, at }, titleOf, canWrite, onOpen, onRemove }) => {
  const t = useTranslate();
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 3, minHeight: 40, px: 4, py: 0.5, borderTop: 1, borderColor: 'divider', '&:hover': { bgcolor: 'action.hover' } }}>
      <Box sx={{ flex: 1, minWidth: 0, cursor: 'pointer' }} onClick={onOpen}>
        <SpanText text={text} spans={entities} titleOf={titleOf} />
      </Box>
      <Typography variant="caption" color="text.secondary" sx={{ whiteSpace: 'nowrap', display: { xs: 'none', sm: 'block' } }}>
        <PersonName person={byName} /> · <RelativeTime at={at} />
      </Typography>
      <Tooltip title={t(canWrite ? 'intents.examples.edit' : 'intents.examples.open')}>
        <IconButton aria-label={`${t(canWrite ? 'intents.examples.edit' : 'intents.examples.open')} ${text}`} onClick={onOpen}>
          <Edit sx={{ fontSize: 17 }} />
        </IconButton>
      </Tooltip>
      {canWrite && (
        <Tooltip title={t('shared.delete')}>
          <IconButton aria-label={`${t('shared.delete')} ${text}`} onClick={onRemove}>
            <Delete sx={{ fontSize: 17 }} />
          </IconButton>
        </Tooltip>
      )}
    </Box>
  );
};
