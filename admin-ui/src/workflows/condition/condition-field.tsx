import CheckCircle from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Popper from '@mui/material/Popper';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { monospace } from '../../app/theme.js';
import type { Variable } from '../scope/workflow-scope.js';
import { checkCondition, conditionProblemText } from './check-condition.js';
import { describeCondition } from './describe-condition.js';
import { suggest, type Suggestion } from './suggestions.js';

interface ConditionFieldProps {
  value: string;
  variables: Variable[];
  /** The forms are not known, so unknown names are no mistake. */
  isOpen: boolean;
  isReadOnly: boolean;
  onChange: (value: string) => void;
}

/** A FEEL condition: what may stand at the caret is offered while typing; below, what it says in words or what is wrong. */
export const ConditionField: FC<ConditionFieldProps> = ({ value, variables, isOpen, isReadOnly, onChange }) => {
  const t = useTranslate();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const input = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  const [isDismissed, setIsDismissed] = useState(false);
  const listId = useId();
  // A leading space after `=` is typed on purpose while writing, so the text is kept as it is here.
  const offered = useMemo(() => (caret === null || isDismissed || isReadOnly ? [] : suggest(value, caret, variables)), [caret, isDismissed, isReadOnly, value, variables]);
  const at = Math.min(chosen, offered.length - 1);

  const accept = ({ insert, from, to }: Suggestion) => {
    const next = value.slice(0, from) + insert + (insert.endsWith(' ') || insert.endsWith('(') ? '' : ' ') + value.slice(to).trimStart();
    const position = from + insert.length + (insert.endsWith(' ') || insert.endsWith('(') ? 0 : 1);
    onChange(next);
    setChosen(0);
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(position, position);
      setCaret(position);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || offered.length === 0) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setChosen((at + (event.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') accept(offered[at]!);
    else if (event.key === 'Escape') setIsDismissed(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Box>
      <TextField
        fullWidth
        multiline
        minRows={2}
        margin="dense"
        label={t('workflows.condition.label')}
        value={value}
        disabled={isReadOnly}
        inputRef={input}
        onChange={(event) => {
          setIsDismissed(false);
          setChosen(0);
          setCaret(event.target.selectionStart);
          onChange(event.target.value);
        }}
        onSelect={(event) => setCaret((event.target as HTMLTextAreaElement).selectionStart)}
        onFocus={() => setIsDismissed(false)}
        onBlur={() => setCaret(null)}
        onKeyDown={onKeyDown}
        slotProps={{ htmlInput: { role: 'combobox', 'aria-expanded': offered.length > 0, 'aria-controls': listId, 'aria-autocomplete': 'list', 'aria-activedescendant': offered.length > 0 ? `${listId}-${at}` : undefined, spellCheck: false, style: { fontFamily: monospace, fontSize: 13 } } }}
      />
      <Popper open={offered.length > 0} anchorEl={input.current} placement="bottom-start" sx={{ zIndex: 'modal', width: 300 }}>
        <Paper id={listId} role="listbox" aria-label={t('workflows.condition.suggestions')} elevation={8} sx={{ maxHeight: 260, overflow: 'auto', py: 1 }}>
          {offered.map((suggestion, index) => (
            <Box
              key={suggestion.kind + suggestion.insert}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              // Taking the focus would close the list before the click arrives.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => accept(suggestion)}
              sx={{ display: 'flex', gap: 2, alignItems: 'baseline', px: 3, py: 1, cursor: 'pointer', bgcolor: index === at ? 'action.selected' : 'transparent', '&:hover': { bgcolor: 'action.hover' } }}
            >
              <Typography noWrap sx={{ flex: 1 }}>
                {suggestion.title || suggestion.insert}
              </Typography>
              {suggestion.title && (
                <Typography component="code" variant="caption" color="text.secondary" noWrap sx={{ maxWidth: 140 }}>
                  {suggestion.insert}
                </Typography>
              )}
            </Box>
          ))}
        </Paper>
      </Popper>
      <Verdict value={value} variables={variables} isOpen={isOpen} language={language} />
    </Box>
  );
};

const Verdict: FC<Pick<ConditionFieldProps, 'value' | 'variables' | 'isOpen'> & { language: 'zh' | 'en' }> = ({ value, variables, isOpen, language }) => {
  const t = useTranslate();
  if (!value.trim()) {
    return (
      <Typography variant="caption" color="text.secondary" component="p">
        {t('workflows.condition.example')}
      </Typography>
    );
  }
  const problem = checkCondition(value, variables, isOpen)[0];
  const words = problem ? null : describeCondition(value, variables, language);
  const Icon = problem ? ErrorOutline : CheckCircle;
  return (
    <Box role="status" sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-start', mt: 1 }}>
      <Icon sx={{ fontSize: 17, mt: 0.5, color: problem ? 'error.main' : 'success.main' }} />
      <Typography variant="body2" color={problem ? 'error.main' : 'text.primary'}>
        {problem ? conditionProblemText(problem, language) : t('workflows.condition.means', { words: words ?? value })}
      </Typography>
    </Box>
  );
};
