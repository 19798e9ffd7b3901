import Redo from '@mui/icons-material/RedoOutlined';
import Undo from '@mui/icons-material/UndoOutlined';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { type FC, useEffect } from 'react';
import { useTranslate } from 'react-admin';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';

/** Undo and redo, by button and by Ctrl-Z / Ctrl-Shift-Z; inside a text field the browser's own undo stays. */
export const UndoButtons: FC<{ edited: EditedItem<unknown> }> = ({ edited }) => {
  const t = useTranslate();
  const { undo, redo } = edited;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.defaultPrevented || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [undo, redo]);
  if (edited.isReadOnly) return null;
  return (
    <>
      <Tooltip title={t('shared.undo')}>
        <span>
          <IconButton aria-label={t('shared.undo')} disabled={!edited.canUndo} onClick={undo}>
            <Undo fontSize="small" />
          </IconButton>
        </span>
      </Tooltip>
      <Tooltip title={t('shared.redo')}>
        <span>
          <IconButton aria-label={t('shared.redo')} disabled={!edited.canRedo} onClick={redo}>
            <Redo fontSize="small" />
          </IconButton>
        </span>
      </Tooltip>
    </>
  );
};

const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable);
