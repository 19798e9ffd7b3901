import ArrowDownward from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpward from '@mui/icons-material/ArrowUpwardOutlined';
import Delete from '@mui/icons-material/DeleteOutlineOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { moveSection, removeSection, updateSection } from '@banshi/forms';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useDesigner } from '../design/designer.js';

export const SectionProperties: FC<{ section: string }> = ({ section: key }) => {
  const t = useTranslate();
  const { form, run, select, isReadOnly } = useDesigner();
  const index = form.layout.sections.findIndex((one) => one.key === key);
  const section = form.layout.sections[index];
  if (!section) return null;
  const remove = () => {
    const { problems } = run((body) => removeSection(body, key));
    if (problems.length === 0) select(null);
  };
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', mb: 2 }}>
        <Typography variant="h3" component="h2" sx={{ flex: 1 }}>
          {t('forms.properties.section')}
        </Typography>
        {!isReadOnly && (
          <>
            <IconButton aria-label={t('ra.action.move_up')} disabled={index === 0} onClick={() => run((body) => moveSection(body, key, index - 1))}>
              <ArrowUpward sx={{ fontSize: 17 }} />
            </IconButton>
            <IconButton aria-label={t('ra.action.move_down')} disabled={index === form.layout.sections.length - 1} onClick={() => run((body) => moveSection(body, key, index + 1))}>
              <ArrowDownward sx={{ fontSize: 17 }} />
            </IconButton>
          </>
        )}
      </Box>
      <Box data-first-property>
        <TextField fullWidth margin="dense" label={t('forms.properties.sectionTitle')} value={section.title} disabled={isReadOnly} onChange={(event) => run((body) => updateSection(body, key, { title: event.target.value }), `${key}/title`)} />
      </Box>
      <TextField fullWidth multiline minRows={2} margin="dense" label={t('forms.properties.sectionDescription')} value={section.description ?? ''} disabled={isReadOnly} onChange={(event) => run((body) => updateSection(body, key, { description: event.target.value || null }), `${key}/description`)} />
      {!isReadOnly && (
        <Button variant="outlined" color="error" startIcon={<Delete fontSize="small" />} onClick={remove} sx={{ mt: 3 }}>
          {t('forms.properties.removeSection')}
        </Button>
      )}
    </>
  );
};
