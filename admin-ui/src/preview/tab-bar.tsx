import FolderOpen from '@mui/icons-material/FolderOpenOutlined';
import Chat from '@mui/icons-material/ForumOutlined';
import Notices from '@mui/icons-material/NotificationsNoneOutlined';
import Home from '@mui/icons-material/ListAltOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useHall } from './hall-context.js';
import type { Screen } from './hall.js';

const tabs = [
  { name: 'chat', icon: Chat },
  { name: 'home', icon: Home },
  { name: 'cases', icon: FolderOpen },
  { name: 'notices', icon: Notices },
] as const;

/** The places of the hall that are always one tap away. */
export const TabBar: FC<{ screen: Screen }> = ({ screen }) => {
  const t = useTranslate();
  const { go } = useHall();
  const active = screen.name === 'chat' || screen.name === 'notices' ? screen.name : ['cases', 'case', 'submitted'].includes(screen.name) ? 'cases' : 'home';
  return (
    <Box component="nav" aria-label={t('preview.tabs.label')} sx={{ display: 'flex', borderTop: 1, borderColor: 'divider', bgcolor: 'background.paper', pb: { sm: 2 } }}>
      {tabs.map(({ name, icon: Icon }) => (
        <ButtonBase key={name} aria-current={active === name ? 'page' : undefined} onClick={() => go({ name })} sx={{ flex: 1, flexDirection: 'column', py: 1.5, minHeight: 48, fontSize: 12, color: active === name ? 'primary.main' : 'text.secondary' }}>
          <Icon sx={{ fontSize: 22 }} />
          {t(`preview.tabs.${name}`)}
        </ButtonBase>
      ))}
    </Box>
  );
};
