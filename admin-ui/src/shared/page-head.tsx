import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type FC, type ReactNode, useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { KeyText } from './small-texts.js';

interface PageHeadProps {
  title: string;
  /** The item's key, beside the title. */
  itemKey?: string;
  /** One line under the title: what the page is for. */
  subtitle?: ReactNode;
  /** Draft, hall, findings. */
  chips?: ReactNode;
  /** How far saving is, in words. */
  saveState?: ReactNode;
  actions?: ReactNode;
  /** A link back, above the title. */
  back?: ReactNode;
}

/** The head that every page has. It also names the browser's tab. */
export const PageHead: FC<PageHeadProps> = ({ title, itemKey, subtitle, chips, saveState, actions, back }) => {
  usePageTitle(title);
  return (
    <Box component="header" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3, rowGap: 2, minHeight: 36, mb: 4 }}>
      <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
        {back}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
          <Typography variant="h1" noWrap sx={{ maxWidth: '100%' }}>
            {title}
          </Typography>
          {itemKey && <KeyText value={itemKey} />}
          {chips}
        </Box>
        {subtitle && <Typography component="div" color="text.secondary">{subtitle}</Typography>}
      </Box>
      {saveState}
      {actions && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>{actions}</Box>}
    </Box>
  );
};

/** Names the browser's tab after the page. */
export function usePageTitle(title: string): void {
  const t = useTranslate();
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title, t]);
}
