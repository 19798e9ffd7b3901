import Bookmark from '@mui/icons-material/BookmarkBorderOutlined';
import Close from '@mui/icons-material/CloseOutlined';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type FC, useState } from 'react';
import { useListContext, useSavedQueries, useTranslate, type SavedQuery } from 'react-admin';
import { ConfirmDialog } from '../confirm-dialog.js';

/** Filters and sort under a name, kept for this person on this machine. */
export const SavedViews: FC<{ resource: string }> = ({ resource }) => {
  const t = useTranslate();
  const { filterValues, sort, perPage, setFilters, setSort } = useListContext();
  const [views, setViews] = useSavedQueries(resource);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isNaming, setIsNaming] = useState(false);
  const [name, setName] = useState('');

  const use = (view: SavedQuery) => {
    setAnchor(null);
    setFilters(view.value.filter ?? {});
    if (view.value.sort) setSort(view.value.sort);
  };
  const save = () => {
    setViews([...views.filter((view) => view.label !== name.trim()), { label: name.trim(), value: { filter: filterValues, sort, perPage, displayedFilters: [] } }]);
    setIsNaming(false);
    setName('');
  };
  return (
    <>
      <Button variant="text" color="inherit" startIcon={<Bookmark fontSize="small" />} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
        {t('shared.list.views')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {views.map((view) => (
          <MenuItem key={view.label} onClick={() => use(view)} sx={{ justifyContent: 'space-between', gap: 4 }}>
            {view.label}
            <IconButton
              aria-label={t('shared.list.removeView', { name: view.label })}
              onClick={(event) => {
                event.stopPropagation();
                setViews(views.filter((other) => other !== view));
              }}
            >
              <Close sx={{ fontSize: 15 }} />
            </IconButton>
          </MenuItem>
        ))}
        {views.length > 0 && <Divider />}
        <MenuItem
          onClick={() => {
            setAnchor(null);
            setIsNaming(true);
          }}
        >
          {t('shared.list.saveView')}
        </MenuItem>
      </Menu>
      <ConfirmDialog open={isNaming} title={t('shared.list.saveView')} action={t('shared.save.action')} disabled={!name.trim()} onClose={() => setIsNaming(false)} onConfirm={save}>
        <TextField autoFocus fullWidth margin="dense" label={t('shared.list.viewName')} value={name} onChange={(event) => setName(event.target.value)} />
      </ConfirmDialog>
    </>
  );
};
