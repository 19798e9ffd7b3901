import ContentCopy from '@mui/icons-material/ContentCopyOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { asCurl, type Exchange } from '../../providers/hall-client.js';
import { JsonView } from '../../shared/json-view.js';
import { Sheet } from '../../shared/page.js';

/** What the preview asked of the hall API and what came back, newest first. */
export const ExchangeList: FC<{ exchanges: readonly Exchange[] }> = ({ exchanges }) => {
  const t = useTranslate();
  return (
    <Sheet label={t('preview.wire.title')}>
      <Typography variant="h2" sx={{ px: 4, pt: 3 }}>
        {t('preview.wire.title')}
      </Typography>
      <Typography variant="caption" color="text.secondary" component="p" sx={{ px: 4, pb: 2 }}>
        {t('preview.wire.hint')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: 420, overflow: 'auto' }}>
        {exchanges.map((exchange) => (
          <ExchangeRow key={exchange.id} exchange={exchange} />
        ))}
      </Box>
    </Sheet>
  );
};

const ExchangeRow: FC<{ exchange: Exchange }> = ({ exchange }) => {
  const t = useTranslate();
  const notify = useNotify();
  const [isOpen, setIsOpen] = useState(false);
  const { method, path, status, took, body, answer } = exchange;
  const copy = async () => {
    await navigator.clipboard.writeText(asCurl(exchange, location.origin));
    notify('shared.copied', { type: 'success' });
  };
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', px: 4, py: 1 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
        <Button variant="text" color="inherit" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)} sx={{ flex: 1, justifyContent: 'flex-start', minWidth: 0, gap: 2, px: 1 }}>
          <code>{method}</code>
          <Box component="code" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
            {decodeURIComponent(path)}
          </Box>
        </Button>
        <Typography variant="caption" sx={{ color: status < 400 ? 'success.main' : 'error.main' }}>
          {status}
        </Typography>
        <Typography variant="caption" color="text.secondary" sx={{ width: 56, textAlign: 'right' }}>
          {took} ms
        </Typography>
      </Box>
      {isOpen && (
        <Box sx={{ display: 'grid', gap: 2, py: 2 }}>
          <Box>
            <Button variant="outlined" startIcon={<ContentCopy fontSize="small" />} onClick={() => void copy()}>
              {t('preview.wire.curl')}
            </Button>
          </Box>
          {body !== undefined && <JsonView value={body} label={t('preview.wire.request')} />}
          <JsonView value={answer} label={t('preview.wire.response')} />
        </Box>
      )}
    </Box>
  );
};
