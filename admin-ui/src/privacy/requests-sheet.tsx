import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { type FC } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { downloadFile } from '../providers/download-file.js';
import { useGraphql } from '../providers/use-graphql.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { useErrorText } from '../shared/error-text.js';
import { Sheet } from '../shared/page.js';
import { RelativeTime } from '../shared/relative-time.js';
import { StatusChip } from '../shared/status-chip.js';
import { requestsDocument, total, totalKept, type PrivacyRequest } from './privacy.js';

const refreshMs = 2_000;

/** What was handed over and erased, with counts and without names: proof for who asks later. */
export const RequestsSheet: FC = () => {
  const t = useTranslate();
  const query = useGraphql<{ privacyRequests: { items: PrivacyRequest[] } }>(requestsDocument);
  const items = query.data?.privacyRequests.items ?? [];
  const isBusy = items.some(({ state }) => state === 'WAITING');
  useGraphql(requestsDocument, {}, { enabled: isBusy, refetchInterval: refreshMs });
  if (query.error) return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (items.length === 0) return null;
  return (
    <Sheet sx={{ p: 6, mt: 4, overflowX: 'auto' }} label={t('privacy.requests.title')}>
      <Typography variant="h2">{t('privacy.requests.title')}</Typography>
      <Typography color="text.secondary">{t('privacy.requests.hint')}</Typography>
      <Table size="small" sx={{ mt: 2 }}>
        <TableHead>
          <TableRow>
            {(['kind', 'person', 'result', 'by', 'at'] as const).map((column) => (
              <TableCell key={column}>{t(`privacy.requests.${column}`)}</TableCell>
            ))}
            <TableCell />
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map((request) => (
            <RequestRow key={request.id} request={request} />
          ))}
        </TableBody>
      </Table>
    </Sheet>
  );
};

const RequestRow: FC<{ request: PrivacyRequest }> = ({ request: { id, kind, state, subjectDigest, report, isDownloadable, byName, at } }) => {
  const t = useTranslate();
  const notify = useNotify();
  const errorText = useErrorText();
  const download = () => downloadFile(`/api/privacy/exports/${id}`, `personal-data-${id.slice(0, 8)}.zip`).catch((error: unknown) => notify(errorText(error as never), { type: 'error' }));
  const result = kind === 'EXPORT' ? t('privacy.requests.exported', { count: total(report.exported) }) : t('privacy.requests.erased', { count: total(report.erased), kept: totalKept(report.kept), remaining: total(report.remaining) });
  return (
    <TableRow>
      <TableCell>{t(`privacy.requests.kinds.${kind}`)}</TableCell>
      <TableCell>
        <code>{subjectDigest.slice(0, 8)}</code>
      </TableCell>
      <TableCell>{state === 'WAITING' ? <StatusChip tone="info" label={t('privacy.requests.waiting')} /> : result}</TableCell>
      <TableCell>{byName}</TableCell>
      <TableCell>
        <RelativeTime at={at} />
      </TableCell>
      <TableCell>{isDownloadable && <Button size="small" onClick={() => void download()}>{t('privacy.requests.download')}</Button>}</TableCell>
    </TableRow>
  );
};
