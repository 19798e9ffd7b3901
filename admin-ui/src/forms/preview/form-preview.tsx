import DesktopWindows from '@mui/icons-material/DesktopWindowsOutlined';
import Smartphone from '@mui/icons-material/SmartphoneOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import type { Attachment, FormBody, FormData, Language } from '@banshi/forms';
import { sha256Hex } from '@banshi/bundle';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { JsonView } from '../../shared/json-view.js';
import type { Dictionaries } from '../fill/fill-schema.js';
import { FormFill } from '../fill/form-fill.js';

/** In the preview a file is only named, never stored. */
async function describeFile(file: File): Promise<Attachment> {
  return { blob: sha256Hex(`${file.name} ${file.size}`), name: file.name, size: file.size, mediaType: file.type };
}

/** The draft of a form as people will fill it, at the width of a phone or of a page. */
export const FormPreview: FC<{ form: FormBody; dictionaries: Dictionaries; language: Language; initialWidth?: 'phone' | 'desktop' }> = ({ form, dictionaries, language, initialWidth = 'desktop' }) => {
  const t = useTranslate();
  const [width, setWidth] = useState(initialWidth);
  const [data, setData] = useState<FormData>(() => defaultsOf(form));
  const [accepted, setAccepted] = useState<FormData | null>(null);
  const [round, setRound] = useState(0);
  const restart = () => {
    setData(defaultsOf(form));
    setAccepted(null);
    setRound(round + 1);
  };
  return (
    <>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap', mb: 4 }}>
        <ToggleButtonGroup exclusive size="small" aria-label={t('forms.preview.width')} value={width} onChange={(_, next: 'phone' | 'desktop' | null) => next && setWidth(next)}>
          <ToggleButton value="desktop" sx={{ gap: 1, px: 3, py: 0.75 }}>
            <DesktopWindows sx={{ fontSize: 17 }} />
            {t('forms.preview.desktop')}
          </ToggleButton>
          <ToggleButton value="phone" sx={{ gap: 1, px: 3, py: 0.75 }}>
            <Smartphone sx={{ fontSize: 17 }} />
            {t('forms.preview.phone')}
          </ToggleButton>
        </ToggleButtonGroup>
        <Typography color="text.secondary" sx={{ flex: 1, minWidth: 200 }}>
          {t('forms.preview.hint')}
        </Typography>
        <Button variant="outlined" onClick={restart}>
          {t('forms.preview.restart')}
        </Button>
      </Box>
      <Box sx={{ mx: 'auto', maxWidth: width === 'phone' ? 391 : 920, border: width === 'phone' ? 8 : 1, borderColor: width === 'phone' ? 'text.primary' : 'divider', borderRadius: width === 'phone' ? 8 : 2, overflow: 'hidden', bgcolor: 'background.paper' }}>
        <Box sx={{ p: width === 'phone' ? 4 : 6, maxHeight: width === 'phone' ? 720 : 'none', overflow: 'auto' }} tabIndex={width === 'phone' ? 0 : undefined}>
          <Typography variant="h1" component="h2" sx={{ mb: 1 }}>
            {form.title}
          </Typography>
          {form.description && (
            <Typography color="text.secondary" sx={{ mb: 4 }}>
              {form.description}
            </Typography>
          )}
          <FormFill
            key={round}
            form={form}
            dictionaries={dictionaries}
            data={data}
            onChange={(next) => {
              setData(next);
              setAccepted(null);
            }}
            language={language}
            onUpload={describeFile}
            onSubmit={setAccepted}
            submitLabel={t('forms.preview.check')}
          />
          {accepted && (
            <Box sx={{ mt: 4 }}>
              <Alert severity="success" sx={{ mb: 2 }}>
                {t('forms.preview.accepted')}
              </Alert>
              <JsonView value={accepted} label={t('forms.preview.accepted')} />
            </Box>
          )}
        </Box>
      </Box>
    </>
  );
};

/** What an empty form starts with. */
export function defaultsOf(form: FormBody): FormData {
  const properties = (form.schema['properties'] as Record<string, { default?: unknown }> | undefined) ?? {};
  return Object.fromEntries(Object.entries(properties).flatMap(([field, schema]) => (schema.default === undefined ? [] : [[field, schema.default]])));
}
