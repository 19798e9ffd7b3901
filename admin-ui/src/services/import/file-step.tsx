import UploadFile from '@mui/icons-material/UploadFileOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { type DragEvent, type FC, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { graphql } from '../../providers/graphql.js';
import { uploadFile } from '../../providers/upload-file.js';
import { ErrorPanel } from '../../shared/error-panel.js';
import { Sheet } from '../../shared/page.js';
import { type ImportMapping, inspectUploadDocument, type Inspection } from './service-import.js';

/** Takes a file by drag or by choice, sends it, and asks the server how it reads it. */
export const FileStep: FC<{ onRead: (inspection: Inspection, suggested: ImportMapping) => void }> = ({ onRead }) => {
  const t = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [busy, setBusy] = useState<{ name: string; share: number } | null>(null);
  const [error, setError] = useState<unknown>(null);

  const take = async (file: File | undefined) => {
    if (!file) return;
    setError(null);
    setBusy({ name: file.name, share: 0 });
    try {
      const { id } = await uploadFile(file, (share) => setBusy({ name: file.name, share }));
      const read = await graphql<{ inspectUpload: Inspection; suggestImportMapping: ImportMapping }>(inspectUploadDocument, { id });
      onRead(read.inspectUpload, read.suggestImportMapping);
    } catch (cause) {
      setError(cause);
      setBusy(null);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
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
        {busy ? (
          <Box sx={{ maxWidth: 360, mx: 'auto' }} role="status">
            <Typography sx={{ mb: 2 }}>{busy.share < 1 ? t('services.import.sending', { name: busy.name }) : t('services.import.reading', { name: busy.name })}</Typography>
            <LinearProgress variant={busy.share < 1 ? 'determinate' : 'indeterminate'} value={busy.share * 100} aria-label={busy.name} />
          </Box>
        ) : (
          <>
            <Typography variant="h2">{t('services.import.drop')}</Typography>
            <Typography color="text.secondary" sx={{ mt: 1, mb: 4 }}>
              {t('services.import.formats')}
            </Typography>
            <Button variant="contained" onClick={() => input.current?.click()}>
              {t('services.import.choose')}
            </Button>
          </>
        )}
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.xlsx,.json,.jsonl,.ndjson,.txt"
          aria-label={t('services.import.choose')}
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </Box>
      {error !== null && <ErrorPanel error={error} />}
    </Sheet>
  );
};
