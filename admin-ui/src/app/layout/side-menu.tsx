import KeyboardDoubleArrowLeft from '@mui/icons-material/KeyboardDoubleArrowLeftOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Drawer from '@mui/material/Drawer';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import { useCan } from '../../providers/use-me.js';
import { hasPage } from '../areas.js';
import { menu, type MenuItem } from '../menu.js';
import { activePath } from './active-path.js';

/** The menu by job, with only what the person may open. It folds to its icons. */
export const SideMenu: FC<{ isOpen: boolean; onToggle: () => void }> = ({ isOpen, onToggle }) => {
  const t = useTranslate();
  return (
    <Box component="nav" aria-label={t('app.menu.label')} sx={{ width: isOpen ? 192 : 56, display: 'flex', flexDirection: 'column', borderRight: 1, borderColor: 'divider', bgcolor: 'background.paper', overflow: 'hidden' }}>
      <Entries isOpen={isOpen} />
      <ButtonBase onClick={onToggle} aria-label={t(isOpen ? 'app.menu.collapse' : 'app.menu.expand')} aria-expanded={isOpen} sx={{ height: 40, borderTop: 1, borderColor: 'divider', color: 'text.secondary' }}>
        <KeyboardDoubleArrowLeft fontSize="small" sx={{ transform: isOpen ? 'none' : 'rotate(180deg)' }} />
      </ButtonBase>
    </Box>
  );
};

/** The same on a phone: out of the way until it is asked for, and gone when something is chosen. */
export const MenuDrawer: FC<{ isOpen: boolean; onClose: () => void }> = ({ isOpen, onClose }) => {
  const t = useTranslate();
  return (
    <Drawer open={isOpen} onClose={onClose} slotProps={{ paper: { 'aria-label': t('app.menu.label'), sx: { width: 240, border: 0, borderRight: 1, borderColor: 'divider' } } }}>
      <Box component="nav" aria-label={t('app.menu.label')} sx={{ minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <Entries isOpen onChoose={onClose} />
      </Box>
    </Drawer>
  );
};

const Entries: FC<{ isOpen: boolean; onChoose?: () => void }> = ({ isOpen, onChoose }) => {
  const t = useTranslate();
  const { can } = useCan();
  const groups = menu.map((group) => ({ ...group, items: group.items.filter(({ path, permission }) => hasPage(path) && can(permission)) })).filter(({ items }) => items.length > 0);
  const active = activePath(groups.flatMap(({ items }) => items.map(({ path }) => path)), useLocation());
  return (
    <Box sx={{ flex: 1, overflowY: 'auto', overflowX: 'hidden', px: 2, py: 2 }} onClick={onChoose}>
      {groups.map(({ label, items }, index) => (
        <Box key={label ?? index} role="group" {...(label && { 'aria-label': t(label) })} sx={{ mb: 2 }}>
          {label &&
            (isOpen ? (
              <Typography sx={{ fontSize: 12, color: 'text.secondary', px: 2, pt: 1, pb: 0.5 }}>{t(label)}</Typography>
            ) : (
              <Box sx={{ borderTop: 1, borderColor: 'divider', mx: 1, my: 2 }} />
            ))}
          {items.map((item) => (
            <Entry key={item.path} item={item} isOpen={isOpen} isActive={item.path === active} />
          ))}
        </Box>
      ))}
    </Box>
  );
};

const Entry: FC<{ item: MenuItem; isOpen: boolean; isActive: boolean }> = ({ item: { path, label, icon: Icon }, isOpen, isActive }) => {
  const t = useTranslate();
  return (
    <Tooltip title={isOpen ? '' : t(label)} placement="right">
      <ButtonBase
        component={Link}
        to={path}
        aria-label={t(label)}
        {...(isActive && { 'aria-current': 'page' as const })}
        sx={{
          display: 'flex',
          justifyContent: isOpen ? 'flex-start' : 'center',
          width: '100%',
          height: 34,
          px: 2,
          gap: 2.5,
          borderRadius: 0.75,
          fontSize: 14,
          whiteSpace: 'nowrap',
          color: isActive ? 'primary.main' : 'text.primary',
          fontWeight: isActive ? 600 : 400,
          bgcolor: isActive ? 'primary.light' : 'transparent',
          '&:hover': { bgcolor: isActive ? 'primary.light' : 'action.hover' },
          '& svg': { color: isActive ? 'primary.main' : 'text.secondary' },
        }}
      >
        <Icon fontSize="small" />
        {isOpen && t(label)}
      </ButtonBase>
    </Tooltip>
  );
};
