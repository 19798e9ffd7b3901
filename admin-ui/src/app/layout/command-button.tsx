import Search from '@mui/icons-material/SearchOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { type FC, lazy, Suspense, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';

const CommandDialog = lazy(() => import('./command-dialog.js'));

/** Opens search and commands, by click or Ctrl-K. */
export const CommandButton: FC = () => {
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setIsOpen(true);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <ButtonBase
        onClick={() => setIsOpen(true)}
        aria-label={t('app.search.open')}
        aria-keyshortcuts="Control+K"
        sx={{ height: 32, minWidth: { xs: 36, md: 220 }, px: 2.5, gap: 2, justifyContent: 'flex-start', borderRadius: 0.75, border: 1, borderColor: 'divider', bgcolor: 'background.default', color: 'text.secondary', fontSize: 13, '&:hover': { borderColor: 'text.secondary' } }}
      >
        <Search fontSize="small" />
        <Box component="span" sx={{ flex: 1, textAlign: 'left', display: { xs: 'none', md: 'block' } }}>
          {t('app.search.open')}
        </Box>
        <Box component="kbd" sx={{ display: { xs: 'none', md: 'block' }, fontSize: 11, border: 1, borderColor: 'divider', borderRadius: 0.5, px: 1 }}>
          Ctrl K
        </Box>
      </ButtonBase>
      {isOpen && (
        <Suspense fallback={null}>
          <CommandDialog onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
