import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ParsedPolicy } from '@banshi/policies';
import { type FC, useRef } from 'react';
import { useTranslate } from 'react-admin';
import type { EditedItem } from '../providers/config-item/use-config-item.js';
import { Sheet } from '../shared/page.js';
import type { PolicyBody } from './policy.js';

const outlined = new Set(['part', 'chapter', 'section', 'heading', 'article', 'point', 'annex']);
const indents: Record<string, number> = { part: 0, chapter: 2, section: 4, heading: 2, annex: 0 };

/** The text to write in, with its outline beside it; a place in the outline is selected in the text. */
export const TextEditor: FC<{ edited: EditedItem<PolicyBody>; parsed: ParsedPolicy }> = ({ edited, parsed }) => {
  const t = useTranslate();
  const field = useRef<HTMLTextAreaElement>(null);
  const { body, changeAt, isReadOnly } = edited;
  const show = (start: number, end: number) => {
    const area = field.current;
    if (!area) return;
    area.focus();
    area.setSelectionRange(start, end);
    // A text area scrolls to its selection only when typed in; lines are near enough of one height.
    const share = body.text.slice(0, start).length / Math.max(body.text.length, 1);
    area.scrollTop = Math.max(0, area.scrollHeight * share - area.clientHeight / 3);
  };
  const units = parsed.units.filter(({ kind }) => outlined.has(kind));
  return (
    <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: '1fr', md: '200px 1fr' } }}>
      <Sheet label={t('policies.outline')} sx={{ p: 2, maxHeight: { xs: 200, md: '70vh' }, overflow: 'auto' }}>
        {units.length === 0 && (
          <Typography color="text.secondary" sx={{ p: 2 }}>
            {t('policies.noOutline')}
          </Typography>
        )}
        {units.map(({ id, kind, label, title, start, end }) => (
          <Button key={id} fullWidth size="small" onClick={() => show(start, end)} sx={{ justifyContent: 'flex-start', textAlign: 'left', pl: 2 + (indents[kind] ?? 5), fontWeight: kind in indents ? 600 : 400, color: 'text.primary' }}>
            {title && title !== label ? `${label} ${title}` : label}
          </Button>
        ))}
      </Sheet>
      <Sheet sx={{ p: 3 }}>
        <TextField
          data-at="/text"
          fullWidth
          multiline
          minRows={24}
          maxRows={32}
          label={t('policies.tab.text')}
          value={body.text}
          disabled={isReadOnly}
          inputRef={field}
          helperText={t('policies.textHint')}
          onChange={(event) => changeAt('/text', event.target.value)}
        />
      </Sheet>
    </Box>
  );
};
