import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTheme } from '@mui/material/styles';
import { type FC, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useLocaleState, useSidebarState, useTranslate } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { SessionDialog } from '../../login/session-dialog.js';
import { PageLoading } from '../page-loading.js';
import { ErrorBoundary } from './error-boundary.js';
import { MenuDrawer, SideMenu } from './side-menu.js';
import { TopBar } from './top-bar.js';

export const topBarHeight = 52;

/** Top bar, left menu, page. Below 1024 px the menu keeps to its icons unless someone opens it; on a phone it is a drawer. */
export const Layout: FC<{ children: ReactNode }> = ({ children }) => {
  const t = useTranslate();
  const { pathname } = useLocation();
  const { breakpoints } = useTheme();
  const isNarrow = useMediaQuery(breakpoints.down('md'));
  const isPhone = useMediaQuery(breakpoints.down('sm'), { noSsr: true });
  const [isDrawn, setIsDrawn] = useState(false);
  const [isOpen, setIsOpen] = useSidebarState();
  // Changing the language renders every page anew.
  useLocaleState();
  useEffect(() => setIsOpen(!isNarrow), [isNarrow, setIsOpen]);

  return (
    <Box sx={{ display: 'grid', gridTemplateRows: `${topBarHeight}px 1fr`, gridTemplateColumns: isPhone ? 'minmax(0, 1fr)' : 'auto minmax(0, 1fr)', height: '100dvh' }}>
      <MuiLink href="#main" sx={{ position: 'absolute', zIndex: 1500, left: 8, top: -60, p: 2, bgcolor: 'background.paper', border: 1, borderRadius: 1, '&:focus': { top: 8 } }}>
        {t('app.skip')}
      </MuiLink>
      <TopBar {...(isPhone && { onMenu: () => setIsDrawn(true) })} />
      {isPhone ? <MenuDrawer isOpen={isDrawn} onClose={() => setIsDrawn(false)} /> : <SideMenu isOpen={isOpen} onToggle={() => setIsOpen(!isOpen)} />}
      <Box component="main" id="main" tabIndex={-1} sx={{ overflow: 'auto', outline: 'none', bgcolor: 'background.default' }}>
        <ErrorBoundary key={pathname}>
          <Suspense fallback={<PageLoading />}>{children}</Suspense>
        </ErrorBoundary>
      </Box>
      <SessionDialog />
    </Box>
  );
};
