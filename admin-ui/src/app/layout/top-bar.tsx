import DarkMode from '@mui/icons-material/DarkModeOutlined';
import LightMode from '@mui/icons-material/LightModeOutlined';
import MenuIcon from '@mui/icons-material/MenuOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useTheme as useMuiTheme } from '@mui/material/styles';
import type { FC } from 'react';
import { useTheme, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useHallName } from '../../providers/use-hall-name.js';
import { ChannelPill } from './channel-pill.js';
import { Brand } from './brand.js';
import { CommandButton } from './command-button.js';
import { LanguageMenu } from './language-menu.js';
import { NotificationsMenu } from './notifications-menu.js';
import { PersonMenu } from './person-menu.js';
import { RunningOperations } from './running-operations.js';

/** `onMenu` opens the menu where it does not stand beside the page. */
export const TopBar: FC<{ onMenu?: () => void }> = ({ onMenu }) => {
  const t = useTranslate();
  const hallName = useHallName();
  return (
    <Box
      component="header"
      sx={{ gridColumn: '1 / -1', display: 'flex', alignItems: 'center', gap: { xs: 2, sm: 3 }, px: { xs: 2, sm: 3 }, borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper', zIndex: 10, minWidth: 0 }}
    >
      {onMenu && (
        <IconButton aria-label={t('app.menu.open')} aria-haspopup="true" onClick={onMenu}>
          <MenuIcon fontSize="small" />
        </IconButton>
      )}
      <Box component={Link} to="/" sx={{ display: 'flex', alignItems: 'center', gap: 2, color: 'text.primary', textDecoration: 'none', minWidth: 0 }}>
        <Brand size={26} />
        <Typography component="span" noWrap sx={{ fontWeight: 600, fontSize: 15, maxWidth: { xs: 120, sm: 140, md: 240 } }}>
          {hallName}
        </Typography>
      </Box>
      <ChannelPill />
      <Box sx={{ flex: 1 }} />
      <CommandButton />
      <Box sx={{ display: 'flex', gap: { xs: 0, sm: 1 }, alignItems: 'center', flexShrink: 0 }}>
        <RunningOperations />
        <NotificationsMenu />
        <LanguageMenu />
        <ThemeButton />
        <PersonMenu />
      </Box>
    </Box>
  );
};

export const ThemeButton: FC = () => {
  const t = useTranslate();
  const [, setTheme] = useTheme();
  const isDark = useMuiTheme().palette.mode === 'dark';
  const label = t(isDark ? 'app.theme.light' : 'app.theme.dark');
  return (
    <Tooltip title={label}>
      <IconButton aria-label={label} onClick={() => setTheme(isDark ? 'light' : 'dark')}>
        {isDark ? <LightMode fontSize="small" /> : <DarkMode fontSize="small" />}
      </IconButton>
    </Tooltip>
  );
};
