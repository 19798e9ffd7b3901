import UploadFile from '@mui/icons-material/UploadFileOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { type DragEvent, type FC, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { uploadFile } from '../../providers/upload-file.js';
import { useGraphqlMutation } from '../../providers/use-graphql.js';
import { BackLink } from '../../shared/back-link.js';
import { ErrorPanel } from '../../shared/error-panel.js';
import type { Operation } from '../../shared/operation.js';
import { Page, Sheet } from '../../shared/page.js';
import { PageHead } from '../../shared/page-head.js';
import { importPoliciesDocument } from '../policy.js';
import { ImportResult } from './import-result.js';

/** Documents in bulk: choose files, see what each would become, import. */
const ImportPage: FC = () => {
  const t = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [sending, setSending] = useState<{ done: number; of: number } | null>(null);
  const [uploads, setUploads] = useState<string[]>([]);
  const [operation, setOperation] = useState<Operation | null>(null);
  const [error, setError] = useState<unknown>(null);
  const start = useGraphqlMutation<{ importPolicies: Operation }>(importPoliciesDocument, { onSuccess: ({ importPolicies }) => setOperation(importPolicies) });

  const take = async (files: File[]) => {
    if (files.length === 0) return;
    setError(null);
    try {
      const ids: string[] = [];
      for (const file of files) {
        setSending({ done: ids.length, of: files.length });
        ids.push((await uploadFile(file, () => undefined)).id);
      }
      setUploads(ids);
      start.mutate({ input: { uploads: ids, dryRun: true } });
    } catch (cause) {
      setError(cause);
    } finally {
      setSending(null);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void take([...event.dataTransfer.files]);
  };
  return (
    <Page>
      <PageHead back={<BackLink to="/policies" label={t('policies.title')} />} title={t('policies.import.title')} subtitle={t('policies.import.subtitle')} />
      {operation ? (
        <ImportResult key={operation.id} operation={operation} isBusy={start.isPending} onBack={() => setOperation(null)} onRun={() => start.mutate({ input: { uploads, dryRun: false } })} />
      ) : (
        <Sheet sx={{ p: 5 }}>
          <Box
            onDragOver={(event) => {
              event.preventDefault();
              setIsOver(true);
            }}
            onDragLeave={() => setIsOver(false)}
            onDrop={drop}
            sx={{ border: '2px dashed', borderColor: isOver ? 'primary.main' : 'divider', bgcolor: isOver ? 'primary.light' : 'transparent', borderRadius: 2, py: 12, px: 4, textAlign: 'center' }}
          >
            <UploadFile sx={{ fontSize: 40, color: 'text.secondary', mb: 2 }} />
            {sending ? (
              <Box sx={{ maxWidth: 360, mx: 'auto' }} role="status">
                <Typography sx={{ mb: 2 }}>{t('policies.import.sending', sending)}</Typography>
                <LinearProgress variant="determinate" value={(sending.done / sending.of) * 100} aria-label={t('policies.import.title')} />
              </Box>
            ) : (
              <>
                <Typography variant="h2">{t('policies.import.drop')}</Typography>
                <Typography color="text.secondary" sx={{ mt: 1, mb: 4 }}>
                  {t('policies.import.formats')}
                </Typography>
                <Button variant="contained" disabled={start.isPending} onClick={() => input.current?.click()}>
                  {t('policies.import.choose')}
                </Button>
              </>
            )}
            <input
              ref={input}
              type="file"
              hidden
              multiple
              accept=".docx,.pdf,.html,.htm,.md,.txt"
              aria-label={t('policies.import.choose')}
              onChange={(event) => {
                void take([...(event.target.files ?? [])]);
                event.target.value = '';
              }}
            />
          </Box>
          {error !== null && <ErrorPanel error={error} />}
        </Sheet>
      )}
    </Page>
  );
};

export default ImportPage;
