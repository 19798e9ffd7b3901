import Visibility from '@mui/icons-material/VisibilityOutlined';
import VisibilityOff from '@mui/icons-material/VisibilityOffOutlined';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { type FC, type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';

interface PasswordFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete: 'current-password' | 'new-password';
  error?: boolean;
  helperText?: ReactNode;
  autoFocus?: boolean;
}

/** A password that can be looked at, and that says when Caps Lock is on. */
export const PasswordField: FC<PasswordFieldProps> = ({ onChange, helperText, autoComplete, ...field }) => {
  const t = useTranslate();
  const [isShown, setIsShown] = useState(false);
  const [isCapsLock, setIsCapsLock] = useState(false);
  const watchCapsLock = (event: KeyboardEvent) => setIsCapsLock(event.getModifierState('CapsLock'));
  return (
    <TextField
      {...field}
      fullWidth
      margin="dense"
      type={isShown ? 'text' : 'password'}
      autoComplete={autoComplete}
      onChange={(event) => onChange(event.target.value)}
      onKeyUp={watchCapsLock}
      helperText={isCapsLock ? t('login.capsLock') : helperText}
      slotProps={{
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <IconButton aria-label={t(isShown ? 'ra.input.password.toggle_visible' : 'ra.input.password.toggle_hidden')} onClick={() => setIsShown(!isShown)} edge="end">
                {isShown ? <VisibilityOff fontSize="small" /> : <Visibility fontSize="small" />}
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
};
