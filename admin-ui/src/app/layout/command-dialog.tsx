import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import InputBase from '@mui/material/InputBase';
import Typography from '@mui/material/Typography';
import { type FC, type KeyboardEvent, useDeferredValue, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { gql } from '../../providers/graphql.js';
import { useGraphql } from '../../providers/use-graphql.js';
import { useCan } from '../../providers/use-me.js';
import { placeOf } from '../../shared/place.js';
import { commands, hasPage } from '../areas.js';
import { kindIcons, menu, otherIcon } from '../menu.js';
import { CommandRow, type CommandHit } from './command-row.js';
import { matches } from './match-command.js';

const searchDocument = gql`query SearchEverything($q: String!, $take: Int) { searchEverything(q: $q, take: $take) { kind key title } }`;
interface Answer {
  searchEverything: { kind: string; key: string; title: string }[];
}

/** One field that finds any item, page or action. */
const CommandDialog: FC<{ onClose: () => void }> = ({ onClose }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const hits = useHits(query);
  const index = Math.min(chosen, hits.length - 1);

  const open = (hit: CommandHit | undefined) => {
    if (!hit) return;
    onClose();
    void navigate(hit.path);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') open(hits[index]);
    else if (event.key === 'ArrowDown') setChosen((index + 1) % Math.max(1, hits.length));
    else if (event.key === 'ArrowUp') setChosen((index - 1 + hits.length) % Math.max(1, hits.length));
    else return;
    event.preventDefault();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-label={t('app.search.open')} sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}>
      <InputBase
        autoFocus
        value={query}
        placeholder={t('app.search.placeholder')}
        onChange={(event) => {
          setQuery(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
        inputProps={{ 'aria-label': t('app.search.open'), role: 'combobox', 'aria-expanded': true, 'aria-controls': 'command-hits', 'aria-activedescendant': `command-${index}` }}
        sx={{ px: 5, height: 52, fontSize: 16, borderBottom: 1, borderColor: 'divider', '& input:focus-visible': { outline: 'none' } }}
      />
      <Box id="command-hits" role="listbox" aria-label={t('app.search.open')} sx={{ maxHeight: 420, overflow: 'auto', p: 2 }}>
        {hits.length === 0 && <Typography sx={{ color: 'text.secondary', p: 4, textAlign: 'center' }}>{t('app.search.none')}</Typography>}
        {hits.map((hit, position) => (
          <CommandRow
            key={hit.path + hit.label}
            id={`command-${position}`}
            hit={hit}
            isChosen={position === index}
            title={hit.group !== hits[position - 1]?.group ? t(`app.search.${hit.group}`) : null}
            onChoose={() => open(hit)}
          />
        ))}
      </Box>
      <Typography variant="caption" sx={{ color: 'text.secondary', borderTop: 1, borderColor: 'divider', px: 5, py: 1.5, whiteSpace: 'pre' }}>
        {t('app.search.hint')}
      </Typography>
    </Dialog>
  );
};

function useHits(query: string): CommandHit[] {
  const t = useTranslate();
  const { can } = useCan();
  const q = useDeferredValue(query.trim());
  const isAllowed = can('config.read');
  const found = useGraphql<Answer>(searchDocument, { q, take: 12 }, { enabled: isAllowed && q.length > 0 }).data?.searchEverything ?? [];

  const pageHits: CommandHit[] = menu
    .flatMap(({ items }) => items)
    .filter(({ path, permission }) => hasPage(path) && can(permission))
    .map(({ path, label, icon }) => ({ group: 'pages', path, label: t(label), hint: '', icon }));
  const actionHits: CommandHit[] = commands.filter(({ permission }) => can(permission)).map(({ path, label }) => ({ group: 'pages', path, label: t(label), hint: '', icon: otherIcon }));
  const itemHits: CommandHit[] = q
    ? found.map(({ kind, key, title }) => ({ group: 'items', path: placeOf(kind, key), label: title, hint: `${t(`shared.kind.${kind}`)} · ${key}`, icon: kindIcons[kind] ?? otherIcon }))
    : [];
  return [...[...pageHits, ...actionHits].filter(({ label }) => !q || matches(label, q)), ...itemHits];
}

export default CommandDialog;
