import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';

const tabs = [
  { path: '/utterances', label: 'corpus.tab.list' },
  { path: '/utterances/health', label: 'corpus.tab.health' },
  { path: '/training-sets', label: 'corpus.tab.sets' },
];

/** The three views of the corpus. */
export const CorpusTabs: FC = () => {
  const t = useTranslate();
  const { pathname } = useLocation();
  return (
    <Tabs value={pathname} component="nav" aria-label={t('corpus.title')} role={undefined} sx={{ mt: 2, mb: -2 }}>
      {tabs.map(({ path, label }) => (
        <Tab key={path} value={path} component={Link} to={path} role={undefined} aria-selected={undefined} aria-current={pathname === path ? 'page' : undefined} tabIndex={0} label={t(label)} />
      ))}
    </Tabs>
  );
};
