import Box from '@mui/material/Box';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { BackLink } from '../../shared/back-link.js';
import { Page } from '../../shared/page.js';
import { PageHead } from '../../shared/page-head.js';
import { ChooseFile } from './choose-file.js';
import type { ImportFormat } from './import.js';
import { ImportRun } from './import-run.js';

/** A file into the corpus: choose, try, read what is wrong line by line, run. Where one is stands in the address, so a reload goes on. */
const ImportPage: FC = () => {
  const t = useTranslate();
  const [query, setQuery] = useSearchParams();
  const [upload, name, trial, run] = ['upload', 'name', 'trial', 'run'].map((part) => query.get(part));
  const format = query.get('format') as ImportFormat | null;
  const put = (parts: Record<string, string>) => setQuery({ ...Object.fromEntries(query), ...parts });
  return (
    <Page>
      <PageHead back={<BackLink to="/utterances" label={t('corpus.title')} />} title={t('corpus.import.title')} subtitle={t('corpus.import.subtitle')} />
      <Box sx={{ display: 'grid', gap: 4 }}>
        {trial && upload && format ? (
          <>
            <ImportRun key={trial} operation={trial} name={name ?? ''} onAgain={() => setQuery({})} next={{ upload, format, standIns: query.get('standIns') === '1', onStarted: (id) => put({ run: id }), isStarted: run !== null }} />
            {run && <ImportRun key={run} operation={run} name={name ?? ''} onAgain={() => setQuery({})} />}
          </>
        ) : (
          <ChooseFile onTrying={(started) => setQuery(started)} />
        )}
      </Box>
    </Page>
  );
};

export default ImportPage;
