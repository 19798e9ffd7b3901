import ContentCopy from '@mui/icons-material/ContentCopyOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';

/** A secret that is shown this once. It does not close by a click beside it, so that it is not lost by accident. */
export const OneTimeSecret: FC<{ title: string; hint: string; secret: string; onClose: () => void }> = ({ title, hint, secret, onClose }) => {
  const t = useTranslate();
  const [isCopied, setIsCopied] = useState(false);
  // Without HTTPS there is no clipboard; the text can still be selected by hand.
  const copy = () => void navigator.clipboard?.writeText(secret).then(() => setIsCopied(true));
  return (
    <Dialog open maxWidth="xs" fullWidth aria-labelledby="secret-title">
      <DialogTitle id="secret-title">{title}</DialogTitle>
      <DialogContent>
        <Typography>{hint}</Typography>
        <Box sx={{ mt: 3, p: 3, borderRadius: 1, bgcolor: 'action.hover', display: 'flex', alignItems: 'center', gap: 2 }}>
          <Box component="code" sx={{ flex: 1, fontSize: 15, overflowWrap: 'anywhere', userSelect: 'all' }}>
            {secret}
          </Box>
          <Button variant="outlined" startIcon={<ContentCopy fontSize="small" />} onClick={copy}>
            {t(isCopied ? 'shared.copied' : 'shared.copy')}
          </Button>
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {t('shared.done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
