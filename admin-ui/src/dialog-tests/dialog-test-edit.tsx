import { findingText, parseDialogTests } from '@banshi/bundle';
import PlayArrow from '@mui/icons-material/PlayArrowOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, useDeferredValue, useMemo, useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import type { EditedItem } from '../providers/config-item/use-config-item.js';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { CodeEditor } from '../shared/code-editor.js';
import { ConfigEditPage } from '../shared/config/config-edit-page.js';
import { Sheet } from '../shared/page.js';
import { runDialogTestsDocument, type DialogTestBody, type TestResult } from './dialog-test.js';
import { ResultList } from './result-list.js';

const DialogTestEdit: FC = () => {
  const t = useTranslate();
  const { key = '' } = useParams();
  return (
    <ConfigEditPage<DialogTestBody> key={key} kind="dialog-test" itemKey={key} list={{ path: '/dialog-tests', title: t('dialogTests.title') }}>
      {(edited) => <Editor edited={edited} />}
    </ConfigEditPage>
  );
};

/** The test as YAML; what is wrong with it by line as one types, and what a run over the drafts came to. */
const Editor: FC<{ edited: EditedItem<DialogTestBody> }> = ({ edited }) => {
  const t = useTranslate();
  const { body, changeAt, isReadOnly, item, flush } = edited;
  const [place, setPlace] = useState<{ line: number } | null>(null);
  const run = useGraphqlMutation<{ runDialogTests: { items: TestResult[] } }>(runDialogTestsDocument);
  const [isSaving, setIsSaving] = useState(false);
  const start = async () => {
    setIsSaving(true);
    await flush().finally(() => setIsSaving(false));
    run.mutate({ keys: [item.key] });
  };
  const isBusy = run.isPending || isSaving;
  const result = run.data?.runDialogTests.items.find(({ key }) => key === item.key);
  return (
    <>
      <Sheet sx={{ p: 4, mb: 4 }}>
        <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: '1fr', md: '1fr 2fr' } }}>
          <TextField data-at="/title" margin="dense" fullWidth label={t('shared.item.title')} value={body.title} disabled={isReadOnly} onChange={(event) => changeAt('/title', event.target.value)} />
          <TextField data-at="/description" margin="dense" fullWidth label={t('dialogTests.description')} value={body.description} disabled={isReadOnly} onChange={(event) => changeAt('/description', event.target.value)} />
        </Box>
      </Sheet>
      <Sheet sx={{ mb: 4 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, px: 4, py: 2, borderBottom: 1, borderColor: 'divider' }}>
          <Typography variant="h2" sx={{ flex: 1 }}>
            {t('dialogTests.cases')}
          </Typography>
          <Button variant="contained" startIcon={<PlayArrow />} disabled={isBusy} onClick={() => void start()}>
            {t(isBusy ? 'dialogTests.running' : 'dialogTests.run')}
          </Button>
        </Box>
        <Box data-at="/text">
          <CodeEditor value={body.text} language="text" label={t('dialogTests.cases')} height={420} place={place} readOnly={isReadOnly} onChange={(text) => changeAt('/text', text)} />
        </Box>
        <Problems itemKey={item.key} text={body.text} onLine={(line) => setPlace({ line })} />
      </Sheet>
      {result && <ResultList result={result} onLine={(line) => setPlace({ line })} />}
      <Typography variant="caption" color="text.secondary" component="p">
        {t('dialogTests.syntax')}
      </Typography>
    </>
  );
};

const Problems: FC<{ itemKey: string; text: string; onLine: (line: number) => void }> = ({ itemKey, text, onLine }) => {
  const t = useTranslate();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const deferred = useDeferredValue(text);
  const { problems } = useMemo(() => parseDialogTests(deferred), [deferred]);
  if (problems.length === 0) return null;
  return (
    <Box component="ul" aria-label={t('dialogTests.problems')} sx={{ listStyle: 'none', m: 0, px: 2, py: 1, borderTop: 1, borderColor: 'divider' }}>
      {problems.map(({ line, code, what }) => (
        <li key={`${line} ${code} ${what}`}>
          <Button variant="text" color="error" onClick={() => onLine(line)} sx={{ whiteSpace: 'normal', textAlign: 'left' }}>
            {findingText({ rule: 'dialog-test-invalid', severity: 'error', kind: 'dialog-test', key: itemKey, path: '/text', params: { line, code, what } }, language).message}
          </Button>
        </li>
      ))}
    </Box>
  );
};

export default DialogTestEdit;
