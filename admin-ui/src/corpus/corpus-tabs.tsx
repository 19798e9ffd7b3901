import Box from '@mui/material/Box';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';

const tabs = [
  { path: '/utterances', label: 'corpus.tab.list' },
  { path: '/utterances/health', label: 'corpus.tab.health' },
  { path: '/training-sets', label: 'corpus.tab.sets' },
];

/** The three views of the corpus: links, for each is a page of its own. */
export const CorpusTabs: FC = () => {
  const t = useTranslate();
  const { pathname } = useLocation();
  return (
    <Box component="nav" aria-label={t('corpus.title')} sx={{ display: 'flex', gap: 1, mt: 2, mb: -2 }}>
      {tabs.map(({ path, label }) => {
        const isHere = pathname === path;
        return (
          <Box
            key={path}
            component={Link}
            to={path}
            aria-current={isHere ? 'page' : undefined}
            sx={{ px: 3, py: 2, textDecoration: 'none', borderBottom: 2, borderColor: isHere ? 'primary.main' : 'transparent', color: isHere ? 'primary.main' : 'text.secondary', fontWeight: isHere ? 600 : 400, '&:hover': { color: 'primary.main' } }}
          >
            {t(label)}
          </Box>
        );
      })}
    </Box>
  );
};
