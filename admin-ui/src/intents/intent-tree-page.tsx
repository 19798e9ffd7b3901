import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useQuery } from '@tanstack/react-query';
import { type FC, type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { PageLoading } from '../app/page-loading.js';
import { matches } from '../app/layout/match-command.js';
import { RowState } from '../shared/config/row-state.js';
import { EmptyState } from '../shared/empty-state.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { Page, Sheet } from '../shared/page.js';
import { PageHead } from '../shared/page-head.js';
import { placeOf } from '../shared/place.js';
import { SearchField } from '../shared/search-field.js';
import { ExampleCount, Score } from './health-cells.js';
import { allIntents } from './intent.js';
import { treeOf } from './intent-tree.js';

/** The intents as a tree, each with its health. Searching flattens it to what fits. */
export const IntentTreePage: FC<{ actions: ReactNode; empty: ReactNode }> = ({ actions, empty }) => {
  const t = useTranslate();
  const [q, setQ] = useState('');
  const { data: rows, error, isPending, refetch } = useQuery({ queryKey: ['graphql', 'allIntents'], queryFn: ({ signal }) => allIntents(signal) });
  const wanted = q.trim();
  const nodes = treeOf(rows ?? []).filter(({ row }) => !wanted || row.key.includes(wanted.toLowerCase()) || matches(row.title, wanted));
  return (
    <Page width="full">
      <PageHead title={t('intents.title')} subtitle={t('intents.subtitle')} actions={actions} />
      <Sheet label={t('intents.title')}>
        {error ? (
          <ErrorPanel error={error} onRetry={() => void refetch()} />
        ) : isPending ? (
          <PageLoading />
        ) : rows.length === 0 ? (
          empty
        ) : (
          <>
            <Box sx={{ px: 4, py: 3 }}>
              <SearchField label={t('intents.search')} value={q} onChange={setQ} width={280} />
            </Box>
            {nodes.length === 0 && <EmptyState dense title={t('shared.list.noResults')} hint={t('shared.list.noResultsHint')} />}
            <Box sx={{ overflow: 'auto', maxHeight: 'calc(100vh - 250px)' }} tabIndex={0} role="region" aria-label={t('intents.view.tree')}>
              <Table size="small" stickyHeader>
                <TableHead>
                  <TableRow>
                    <TableCell>{t('shared.item.title')}</TableCell>
                    <TableCell>{t('intents.role.label')}</TableCell>
                    <TableCell>{t('intents.service')}</TableCell>
                    <TableCell align="right">{t('intents.examples.title')}</TableCell>
                    <TableCell align="right">F1</TableCell>
                    <TableCell>{t('intents.state')}</TableCell>
                  </TableRow>
                </TableHead>
                <TableBody>
                  {nodes.map(({ row, depth }) => (
                    <TableRow key={row.key} hover>
                      <TableCell sx={{ pl: `${12 + (wanted ? 0 : depth) * 24}px !important` }}>
                        {depth > 0 && !wanted && (
                          <Box component="span" aria-hidden sx={{ color: 'text.secondary', mr: 1.5 }}>
                            └
                          </Box>
                        )}
                        <MuiLink component={Link} to={placeOf('intent', row.key)}>
                          {row.title}
                        </MuiLink>
                      </TableCell>
                      <TableCell>{t(`intents.role.${row.role}`)}</TableCell>
                      <TableCell>{row.serviceTitle ?? row.service ?? '—'}</TableCell>
                      <TableCell align="right">
                        <ExampleCount count={row.utterances} />
                      </TableCell>
                      <TableCell align="right">
                        <Score f1={row.f1} support={row.tested} />
                      </TableCell>
                      <TableCell>
                        <RowState row={row} />
                      </TableCell>
                    </TableRow>
                  ))}
                </TableBody>
              </Table>
            </Box>
          </>
        )}
      </Sheet>
    </Page>
  );
};
