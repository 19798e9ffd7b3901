import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { problemText } from '@banshi/forms';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useDesigner } from '../design/designer.js';

const keys = ['arrows', 'alt', 'enter', 'copy', 'delete', 'undo'] as const;

/** While nothing is selected: the form's own words, its problems, and how the keyboard works here. */
export const FormProperties: FC = () => {
  const t = useTranslate();
  const { form, run, isReadOnly, problems, language } = useDesigner();
  const general = problems.filter(({ field }) => field === undefined);
  return (
    <>
      <TextField data-at="/title" fullWidth margin="dense" label={t('shared.item.title')} value={form.title} disabled={isReadOnly} onChange={(event) => run((body) => ({ form: { ...body, title: event.target.value }, problems: [] }), 'form/title')} />
      <TextField data-at="/description" fullWidth multiline minRows={2} margin="dense" label={t('forms.properties.description')} value={form.description} disabled={isReadOnly} onChange={(event) => run((body) => ({ form: { ...body, description: event.target.value }, problems: [] }), 'form/description')} />
      {general.map((problem) => (
        <Typography key={problem.path + problem.code} variant="caption" component="div" sx={{ color: 'error.main', mt: 1 }}>
          {problemText(problem, language)}
        </Typography>
      ))}
      <Typography variant="subtitle2" component="h2" sx={{ mt: 4, mb: 1 }}>
        {t('forms.keys.title')}
      </Typography>
      <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '4px 12px', m: 0, fontSize: 13, '& dd': { m: 0, color: 'text.secondary' } }}>
        {keys.map((key) => (
          <Box key={key} sx={{ display: 'contents' }}>
            <dt>
              <kbd>{t(`forms.keys.${key}Key`)}</kbd>
            </dt>
            <dd>{t(`forms.keys.${key}`)}</dd>
          </Box>
        ))}
      </Box>
    </>
  );
};
