import AccountCircle from '@mui/icons-material/AccountCircleOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useLogout, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { changePasswordPath } from '../../providers/auth-provider.js';
import { useMe } from '../../providers/use-me.js';

/** Who is signed in, as what; change of password; sign out. */
export const PersonMenu: FC = () => {
  const t = useTranslate();
  const me = useMe();
  const logout = useLogout();
  const navigate = useNavigate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <Button variant="text" color="inherit" startIcon={<AccountCircle />} aria-label={t('app.person.open')} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
        <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>
          {me?.name ?? ''}
        </Box>
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        <Box sx={{ px: 4, py: 2, minWidth: 200 }}>
          <Typography variant="subtitle1">{me?.name}</Typography>
          <Typography variant="caption" color="text.secondary" component="div">
            {me?.username}
            {me?.department && ` · ${me.department.title}`}
          </Typography>
          <Typography variant="caption" color="text.secondary" component="div">
            {me?.roles.map((role) => t(`app.role.${role}`)).join(' · ')}
          </Typography>
        </Box>
        <Divider />
        <MenuItem
          onClick={() => {
            close();
            void navigate(changePasswordPath);
          }}
        >
          {t('app.person.password')}
        </MenuItem>
        <MenuItem onClick={() => void logout()}>{t('app.person.signOut')}</MenuItem>
      </Menu>
    </>
  );
};
