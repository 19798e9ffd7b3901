import UploadFile from '@mui/icons-material/UploadFileOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import LinearProgress from '@mui/material/LinearProgress';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { type DragEvent, type FC, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { uploadFile } from '../../providers/upload-file.js';
import { useGraphqlMutation } from '../../providers/use-graphql.js';
import { useErrorText } from '../../shared/error-text.js';
import type { Operation } from '../../shared/operation.js';
import { Sheet } from '../../shared/page.js';
import { formatOf, importUtterancesDocument } from './import.js';

/** Takes the file and starts the trial at once; nothing is added by it. */
export const ChooseFile: FC<{ onTrying: (started: { upload: string; name: string; format: string; trial: string; standIns: string }) => void }> = ({ onTrying }) => {
  const t = useTranslate();
  const errorText = useErrorText();
  const input = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isOver, setIsOver] = useState(false);
  const [standIns, setStandIns] = useState(true);
  const start = useGraphqlMutation<{ importUtterances: Operation }>(importUtterancesDocument, { onError: (error) => (setTrouble(errorText(error)), true) });

  const take = async (file: File | undefined) => {
    if (!file) return;
    setTrouble(null);
    setShare(0);
    try {
      const { id } = await uploadFile(file, setShare);
      const format = formatOf(file.name);
      const { importUtterances } = await start.mutateAsync({ input: { upload: id, format, dryRun: true, standIns } });
      onTrying({ upload: id, name: file.name, format, trial: importUtterances.id, standIns: standIns ? '1' : '0' });
    } catch (error) {
      setTrouble(errorText(error));
    } finally {
      setShare(null);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <Sheet sx={{ p: 6 }}>
      <Box
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
        sx={{ border: '1px dashed', borderColor: isOver ? 'primary.main' : 'divider', bgcolor: isOver ? 'primary.light' : 'transparent', borderRadius: 1, p: 8, textAlign: 'center' }}
      >
        <UploadFile sx={{ fontSize: 36, color: 'text.secondary' }} />
        <Typography sx={{ mt: 2, mb: 3 }}>{t('corpus.import.drop')}</Typography>
        {share === null ? (
          <Button variant="contained" onClick={() => input.current?.click()}>
            {t('corpus.import.choose')}
          </Button>
        ) : (
          <Box sx={{ maxWidth: 320, mx: 'auto' }}>
            <LinearProgress variant="determinate" value={share * 100} aria-label={t('corpus.import.sending')} />
            <Typography variant="caption" color="text.secondary">
              {t('corpus.import.sending')} {Math.round(share * 100)}%
            </Typography>
          </Box>
        )}
        <input ref={input} type="file" hidden accept=".csv,.jsonl,.ndjson,.json,.txt" aria-label={t('corpus.import.choose')} onChange={(event) => void take(event.target.files?.[0])} />
      </Box>
      <FormControlLabel sx={{ mt: 3 }} label={t('corpus.import.standIns')} control={<Switch checked={standIns} onChange={(_, isOn) => setStandIns(isOn)} />} />
      <Typography color="text.secondary">{t('corpus.import.standInsHint')}</Typography>
      {trouble && (
        <Alert severity="error" sx={{ mt: 4 }}>
          {trouble}
        </Alert>
      )}
      <Box sx={{ mt: 5, display: 'grid', gap: 4, gridTemplateColumns: { xs: 'minmax(0,1fr)', md: 'repeat(2, minmax(0,1fr))' }, '& pre': { m: 0, mt: 1, p: 3, borderRadius: 1, bgcolor: 'action.hover', overflow: 'auto' } }}>
        <div>
          <Typography variant="h3" component="h2">{t('corpus.import.csv')}</Typography>
          <Typography color="text.secondary">{t('corpus.import.csvHint')}</Typography>
          <pre tabIndex={0}>{t('corpus.import.csvExample')}</pre>
        </div>
        <div>
          <Typography variant="h3" component="h2">{t('corpus.import.jsonl')}</Typography>
          <Typography color="text.secondary">{t('corpus.import.jsonlHint')}</Typography>
          <pre tabIndex={0}>{t('corpus.import.jsonlExample')}</pre>
        </div>
      </Box>
    </Sheet>
  );
};
