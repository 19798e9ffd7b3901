import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type FC, type FormEvent, type PropsWithChildren } from 'react';
import { useTranslate } from 'react-admin';

interface ConfirmDialogProps {
  open: boolean;
  title: string;
  /** The word on the button that does it. */
  action: string;
  onConfirm: () => void;
  onClose: () => void;
  danger?: boolean;
  busy?: boolean;
  disabled?: boolean;
  wide?: boolean;
}

/** Asks before something that touches others, or takes the few words that it needs. Enter does it, Escape leaves. */
export const ConfirmDialog: FC<PropsWithChildren<ConfirmDialogProps>> = ({ open, title, action, onConfirm, onClose, danger, busy, disabled, wide, children }) => {
  const t = useTranslate();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!busy && !disabled) onConfirm();
  };
  return (
    <Dialog open={open} onClose={onClose} maxWidth={wide ? 'md' : 'xs'} fullWidth slotProps={{ paper: { component: 'form', onSubmit: submit, noValidate: true } as object }}>
      <DialogTitle>{title}</DialogTitle>
      {children && <DialogContent>{children}</DialogContent>}
      <DialogActions>
        <Button onClick={onClose} variant="outlined">
          {t('shared.cancel')}
        </Button>
        <Button type="submit" variant="contained" color={danger ? 'error' : 'primary'} disabled={busy || disabled} autoFocus={!children}>
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
