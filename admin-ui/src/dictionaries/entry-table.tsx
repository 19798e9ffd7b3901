import Add from '@mui/icons-material/AddOutlined';
import ContentPaste from '@mui/icons-material/ContentPasteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { type FC, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { EditedItem } from '../providers/config-item/use-config-item.js';
import { EmptyState } from '../shared/empty-state.js';
import { SearchField } from '../shared/search-field.js';
import { Sheet } from '../shared/page.js';
import { type DictionaryBody, type DictionaryEntry, move } from './dictionary.js';
import { EntryRow } from './entry-row.js';
import { PasteDialog } from './paste-dialog.js';

/** So many rows are shown at first; a dictionary of divisions has thousands. */
const firstRows = 200;

/** The entries as a sheet: type over, reorder, nest, paste from a spreadsheet. */
export const EntryTable: FC<{ edited: EditedItem<DictionaryBody> }> = ({ edited }) => {
  const t = useTranslate();
  const { body, change, isReadOnly } = edited;
  const [q, setQ] = useState('');
  const [limit, setLimit] = useState(firstRows);
  const [isPasting, setIsPasting] = useState(false);
  const codes = useMemo(() => body.entries.map(({ code, title }) => ({ code, title })), [body.entries]);
  const duplicates = useMemo(() => new Set(codes.map(({ code }) => code).filter((code, index, all) => all.indexOf(code) !== index)), [codes]);
  const rows = body.entries.map((entry, index) => ({ entry, index })).filter(({ entry }) => !q || `${entry.code} ${entry.title} ${entry.titleEn ?? ''}`.toLowerCase().includes(q.toLowerCase()));

  const setEntries = (next: (entries: DictionaryEntry[]) => DictionaryEntry[], group?: string) => change((current) => ({ ...current, entries: next(current.entries) }), group);
  const add = () => {
    setQ('');
    setEntries((entries) => [...entries, { code: nextCode(entries), title: '' }]);
    setLimit((current) => Math.max(current, body.entries.length + 1));
  };
  return (
    <Sheet label={t('dictionaries.entries')}>
      <Box data-at="/entries" sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', px: 4, py: 2 }}>
        <Typography variant="h2">{t('dictionaries.entries')}</Typography>
        <Typography color="text.secondary">{body.entries.length}</Typography>
        <Box sx={{ flex: 1 }} />
        <SearchField label={t('dictionaries.searchEntries')} value={q} onChange={setQ} />
        {!isReadOnly && (
          <>
            <Button variant="outlined" startIcon={<ContentPaste fontSize="small" />} onClick={() => setIsPasting(true)}>
              {t('dictionaries.paste')}
            </Button>
            <Button variant="outlined" startIcon={<Add />} onClick={add}>
              {t('dictionaries.addEntry')}
            </Button>
          </>
        )}
      </Box>
      {body.entries.length === 0 ? (
        <EmptyState dense title={t('dictionaries.noEntries')} hint={t('dictionaries.noEntriesHint')} />
      ) : (
        <Box sx={{ overflow: 'auto', maxHeight: 'calc(100vh - 330px)', minHeight: 240 }}>
          <Table size="small" stickyHeader>
            <TableHead>
              <TableRow>
                {['code', 'entryTitle', 'titleEn', 'parent', 'disabled'].map((column) => (
                  <TableCell key={column}>{t(`dictionaries.${column}`)}</TableCell>
                ))}
                <TableCell />
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.slice(0, limit).map(({ entry, index }) => (
                <EntryRow
                  key={index}
                  index={index}
                  entry={entry}
                  codes={codes}
                  isReadOnly={isReadOnly}
                  isDuplicate={duplicates.has(entry.code)}
                  onChange={(next, field) => setEntries((entries) => entries.with(index, next), `entry${index}${field}`)}
                  onMove={(by) => setEntries((entries) => move(entries, index, by))}
                  onRemove={() => setEntries((entries) => entries.toSpliced(index, 1))}
                  onEnter={add}
                />
              ))}
            </TableBody>
          </Table>
          {rows.length > limit && (
            <Button onClick={() => setLimit(limit + firstRows)} sx={{ m: 2 }}>
              {t('shared.more')}
            </Button>
          )}
        </Box>
      )}
      {isPasting && <PasteDialog entries={body.entries} onClose={() => setIsPasting(false)} onPaste={(entries) => setEntries(() => entries)} />}
    </Sheet>
  );
};

/** One more than the largest number, keeping leading zeros; otherwise left to be typed. */
function nextCode(entries: DictionaryEntry[]): string {
  const last = entries.at(-1)?.code ?? '0';
  return /^\d{1,15}$/.test(last) ? String(Number(last) + 1).padStart(last.length, '0') : '';
}
