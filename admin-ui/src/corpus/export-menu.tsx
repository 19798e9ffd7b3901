import Download from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { type FC, useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';

/** The corpus as it is filtered, as a file that the import reads again. */
export const ExportMenu: FC = () => {
  const t = useTranslate();
  const { filterValues, total } = useListContext();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const address = (format: string) => `/api/corpus/export?${new URLSearchParams({ format, ...Object.fromEntries(Object.entries(filterValues as Record<string, unknown>).map(([key, value]) => [key, String(value)])) })}`;
  return (
    <>
      <Button variant="outlined" startIcon={<Download fontSize="small" />} aria-haspopup="menu" disabled={!total} onClick={(event) => setAnchor(event.currentTarget)}>
        {t('corpus.export.action')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {(['csv', 'jsonl'] as const).map((format) => (
          <MenuItem key={format} component="a" href={address(format)} download onClick={() => setAnchor(null)}>
            {t(`corpus.export.${format}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
};
