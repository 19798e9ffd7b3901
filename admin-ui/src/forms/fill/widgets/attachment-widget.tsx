import AttachFile from '@mui/icons-material/AttachFileOutlined';
import Delete from '@mui/icons-material/DeleteOutlineOutlined';
import Description from '@mui/icons-material/DescriptionOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { Attachment } from '@banshi/forms';
import type { WidgetProps } from '@rjsf/utils';
import { type FC, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useErrorText } from '../../../shared/error-text.js';
import { formatBytes } from '../../../shared/format.js';
import type { FillContext } from '../form-fill.js';
import { isLocked } from './control.js';

/** Uploaded files. Type and size are looked at before anything is sent. */
export const AttachmentWidget: FC<WidgetProps> = (props) => {
  const t = useTranslate();
  const errorText = useErrorText();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { onUpload, downloadOf } = props.registry.formContext as FillContext;
  const files = Array.isArray(props.value) ? (props.value as Attachment[]) : [];
  const schema = props.schema as Record<string, unknown>;
  const types = (schema['x-mediaTypes'] as string[] | undefined) ?? [];
  const maxBytes = (schema['x-maxBytes'] as number | undefined) ?? Number.POSITIVE_INFINITY;
  const maxItems = (schema['maxItems'] as number | undefined) ?? Number.POSITIVE_INFINITY;
  const locked = isLocked(props);

  const add = async (chosen: File[]) => {
    setTrouble(null);
    let next = files;
    for (const file of chosen.slice(0, maxItems - files.length)) {
      if (types.length > 0 && !types.includes(file.type)) {
        setTrouble(t('forms.fill.wrongType', { name: file.name, types: typesText(types) }));
        continue;
      }
      if (file.size > maxBytes) {
        setTrouble(t('forms.fill.tooLarge', { name: file.name, max: formatBytes(maxBytes) }));
        continue;
      }
      setBusy(file.name);
      try {
        next = [...next, await onUpload!(file, props.name)];
        props.onChange(next);
      } catch (error) {
        setTrouble(errorText(error));
      }
    }
    setBusy(null);
  };
  const fetchFile = async (download: () => Promise<void>) => {
    setTrouble(null);
    await download().catch((error: unknown) => setTrouble(errorText(error)));
  };
  const remove = (index: number) => {
    const next = files.toSpliced(index, 1);
    props.onChange(next.length > 0 ? next : undefined);
  };
  return (
    <Box role="group" aria-labelledby={`${props.id}-label`} aria-describedby={`${props.id}-help ${props.id}-error`}>
      {files.map((file, index) => (
        <Box key={`${file.blob}${index}`} sx={{ display: 'flex', alignItems: 'center', gap: 2, border: 1, borderColor: 'divider', borderRadius: 1, px: 2, py: 1, mb: 1 }}>
          <Description fontSize="small" color="action" />
          <FileName name={file.name} download={downloadOf?.(file)} onDownload={(download) => void fetchFile(download)} />
          <Typography variant="caption" color="text.secondary">
            {formatBytes(file.size)}
          </Typography>
          {!locked && (
            <IconButton aria-label={t('forms.fill.removeFile', { name: file.name })} onClick={() => remove(index)}>
              <Delete sx={{ fontSize: 17 }} />
            </IconButton>
          )}
        </Box>
      ))}
      {locked && files.length === 0 && <Typography color="text.secondary">{t('forms.fill.notFilled')}</Typography>}
      {!locked && (
        <>
          <input
            ref={input}
            type="file"
            hidden
            multiple={maxItems > 1}
            accept={types.join(',')}
            aria-label={props.label}
            onChange={(event) => {
              void add([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
          <Button variant="outlined" startIcon={<AttachFile fontSize="small" />} disabled={busy !== null || !onUpload || files.length >= maxItems} onClick={() => input.current?.click()}>
            {busy ? t('forms.fill.uploading', { name: busy }) : t('forms.fill.upload')}
          </Button>
          <Typography variant="caption" color="text.secondary" component="div" sx={{ mt: 0.5 }}>
            {t('forms.fill.uploadLimits', { types: typesText(types), max: Number.isFinite(maxBytes) ? formatBytes(maxBytes) : '—', n: Number.isFinite(maxItems) ? maxItems : '—' })}
          </Typography>
        </>
      )}
      {trouble && (
        <Alert severity="error" sx={{ mt: 1 }}>
          {trouble}
        </Alert>
      )}
    </Box>
  );
};

const FileName: FC<{ name: string; download: (() => Promise<void>) | undefined; onDownload: (download: () => Promise<void>) => void }> = ({ name, download, onDownload }) => {
  const t = useTranslate();
  if (!download) {
    return (
      <Typography noWrap sx={{ flex: 1, minWidth: 0 }}>
        {name}
      </Typography>
    );
  }
  return (
    <Box sx={{ flex: 1, minWidth: 0 }}>
      <MuiLink component="button" type="button" noWrap aria-label={t('forms.fill.downloadFile', { name })} onClick={() => onDownload(download)} sx={{ display: 'block', maxWidth: '100%', textAlign: 'left', fontSize: 14 }}>
        {name}
      </MuiLink>
    </Box>
  );
};

const typesText = (types: string[]) => types.map((type) => type.split('/')[1]?.toUpperCase() ?? type).join(', ') || '—';
