import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { UserTaskElement } from '@banshi/process';
import { type FC, useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import type { Variable } from '../scope/workflow-scope.js';
import { ValueFields } from './value-fields.js';

interface TaskStepProps {
  task: UserTaskElement;
  fields: { name: string; title: string }[];
  known: Record<string, unknown>;
  variables: Variable[];
  onComplete: (done: { variables: Record<string, unknown>; outcome?: string; comment?: string }) => void;
}

/** One open task of a simulation, with the buttons that its clerk would have. */
export const TaskStep: FC<TaskStepProps> = ({ task, fields, known, variables, onComplete }) => {
  const t = useTranslate();
  const language = useLocale();
  const [values, setValues] = useState<Record<string, unknown>>({});
  const [comment, setComment] = useState('');
  const complete = (outcome?: string) => onComplete({ variables: values, ...(outcome && { outcome }), ...(comment && { comment }) });
  const needsComment = task.outcomes?.values.some(({ requireComment }) => requireComment) ?? false;
  return (
    <Box component="section" aria-label={task.name} sx={{ border: 1, borderColor: 'primary.main', borderRadius: 1, p: 3, my: 2 }}>
      <Typography variant="h3" component="h3">{task.name || task.id}</Typography>
      <ValueFields fields={fields} variables={variables} values={{ ...known, ...values }} onChange={(next) => setValues(Object.fromEntries(fields.map(({ name }) => [name, next[name] ?? null])))} />
      {needsComment && <TextField fullWidth multiline margin="dense" label={t('workflows.simulate.comment')} value={comment} onChange={(event) => setComment(event.target.value)} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 2 }}>
        {task.outcomes ? (
          task.outcomes.values.map(({ value, title, titleEn }) => (
            <Button key={value} variant="outlined" onClick={() => complete(value)}>
              {language === 'en' ? titleEn : title}
            </Button>
          ))
        ) : (
          <Button variant="outlined" onClick={() => complete()}>
            {t('workflows.simulate.complete')}
          </Button>
        )}
      </Box>
    </Box>
  );
};
