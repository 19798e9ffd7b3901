import ArrowDownward from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpward from '@mui/icons-material/ArrowUpwardOutlined';
import Delete from '@mui/icons-material/DeleteOutlineOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import { conditionVariables, type EligibilityCondition, type ProfileField } from '@banshi/policies';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { StatusChip } from '../../shared/status-chip.js';
import { ConditionField } from '../../workflows/condition/condition-field.js';
import type { Variable } from '../../workflows/scope/workflow-scope.js';

interface ConditionCardProps {
  index: number;
  condition: EligibilityCondition;
  variables: Variable[];
  fields: readonly ProfileField[];
  /** The vocabulary is not read yet. */
  isOpen: boolean;
  isReadOnly: boolean;
  onChange: (next: EligibilityCondition, part: string) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}

/** One condition: what the policy says, how it is judged, and what is asked where the answer is missing. */
export const ConditionCard: FC<ConditionCardProps> = ({ index, condition, variables, fields, isOpen, isReadOnly, onChange, onMove, onRemove }) => {
  const t = useTranslate();
  const at = `/eligibility/${index}`;
  const sensitive = conditionVariables(condition.condition).flatMap((name) => fields.filter((field) => field.name === name && field.sensitive));
  const setQuestion = (text: string) => {
    const { missingQuestion: _, ...rest } = condition;
    onChange(text ? { ...rest, missingQuestion: text } : rest, 'question');
  };
  return (
    <Box data-at={at} sx={{ borderTop: 1, borderColor: 'divider', mt: 3, pt: 3 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
        <TextField data-at={`${at}/title`} fullWidth margin="dense" label={t('policies.eligibility.conditionTitle', { n: index + 1 })} value={condition.title} disabled={isReadOnly} error={!condition.title.trim()} onChange={(event) => onChange({ ...condition, title: event.target.value }, 'title')} />
        {!isReadOnly && (
          <Box sx={{ whiteSpace: 'nowrap', pt: 1.5 }}>
            <IconButton aria-label={t('ra.action.move_up')} onClick={() => onMove(-1)}>
              <ArrowUpward sx={{ fontSize: 16 }} />
            </IconButton>
            <IconButton aria-label={t('ra.action.move_down')} onClick={() => onMove(1)}>
              <ArrowDownward sx={{ fontSize: 16 }} />
            </IconButton>
            <IconButton aria-label={t('shared.delete')} onClick={onRemove}>
              <Delete sx={{ fontSize: 17 }} />
            </IconButton>
          </Box>
        )}
      </Box>
      <Box data-at={`${at}/condition`}>
        <ConditionField value={condition.condition} variables={variables} isOpen={isOpen} isReadOnly={isReadOnly} onChange={(next) => onChange({ ...condition, condition: next }, 'condition')} />
      </Box>
      {sensitive.length > 0 && (
        <Box sx={{ mt: 1.5 }}>
          <StatusChip tone="notice" label={t('policies.eligibility.sensitive', { names: sensitive.map(({ title }) => title).join(t('policies.separator')) })} />
        </Box>
      )}
      <TextField data-at={`${at}/missingQuestion`} fullWidth margin="dense" size="small" label={t('policies.eligibility.question')} placeholder={t('policies.eligibility.questionHint')} value={condition.missingQuestion ?? ''} disabled={isReadOnly} onChange={(event) => setQuestion(event.target.value)} />
    </Box>
  );
};
