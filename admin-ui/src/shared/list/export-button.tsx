import Download from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import { type FC, useState } from 'react';
import { useDataProvider, useListContext, useNotify, useTranslate, type RaRecord } from 'react-admin';
import { useErrorText } from '../error-text.js';
import { toCsv } from './csv.js';

export interface ExportColumn {
  /** Head of the column, as shown. */
  label: string;
  value: (record: RaRecord) => unknown;
}

/** The server gives at most this many rows a page. */
const pageSize = 200;

/** All rows of the list as it is filtered and sorted, as CSV that Excel opens in Chinese. */
export const ExportButton: FC<{ resource: string; columns: ExportColumn[] }> = ({ resource, columns }) => {
  const t = useTranslate();
  const notify = useNotify();
  const errorText = useErrorText();
  const dataProvider = useDataProvider();
  const { filterValues, filter, sort, total } = useListContext();
  const [share, setShare] = useState<number | null>(null);

  const run = async () => {
    const rows: RaRecord[] = [];
    setShare(0);
    try {
      for (let page = 1; ; page++) {
        const { data, total: all = 0 } = await dataProvider.getList(resource, { pagination: { page, perPage: pageSize }, sort, filter: { ...(filterValues as object), ...(filter as object) } });
        rows.push(...(data as RaRecord[]));
        setShare(all ? rows.length / all : 1);
        if (data.length < pageSize) break;
      }
      download(`${resource}.csv`, toCsv([columns.map(({ label }) => label), ...rows.map((row) => columns.map(({ value }) => value(row)))]));
    } catch (error) {
      notify(errorText(error), { type: 'error' });
    } finally {
      setShare(null);
    }
  };
  return (
    <Button variant="text" color="inherit" startIcon={<Download fontSize="small" />} disabled={share !== null || !total} onClick={() => void run()}>
      {share === null ? t('shared.list.export') : `${Math.round(share * 100)}%`}
    </Button>
  );
};

/** Hands a text to the person as a file. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
