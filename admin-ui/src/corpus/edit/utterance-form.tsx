import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { codePointLength } from '@banshi/values';
import { type FC, type KeyboardEvent, type PropsWithChildren, useEffect, useState } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import type { ApiError } from '../../providers/graphql.js';
import { useGraphqlMutation } from '../../providers/use-graphql.js';
import { useCan } from '../../providers/use-me.js';
import { DetailTable } from '../../shared/detail-drawer.js';
import { useErrorText } from '../../shared/error-text.js';
import { RelativeTime } from '../../shared/relative-time.js';
import { PersonName } from '../../shared/small-texts.js';
import { SpanEditor } from '../../shared/spans/span-editor.js';
import { IntentPicker } from '../labels/intent-picker.js';
import { useSlotLabels } from '../labels/use-labels.js';
import { createUtteranceDocument, maxTextLength, updateUtteranceDocument, type Utterance } from '../utterance.js';
import { SimilarList } from './similar-list.js';
import { useUtteranceDraft, type UtteranceDraft } from './use-utterance-draft.js';

interface UtteranceFormProps {
  utterance: Utterance | null;
  onChanged: (isChanged: boolean) => void;
  onOpen: (id: string) => void;
  onDone: () => void;
}

/** Text, intent and marked pieces. Ctrl-Enter saves; a new one can be followed by the next at once. */
export const UtteranceForm: FC<PropsWithChildren<UtteranceFormProps>> = ({ utterance, onChanged, onOpen, onDone, children }) => {
  const t = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const errorText = useErrorText();
  const isReadOnly = !useCan().can('corpus.write');
  const { draft, isChanged, set, setText, setIntent, setEntities, forget } = useUtteranceDraft(utterance);
  const [error, setError] = useState<ApiError | null>(null);
  useEffect(() => onChanged(isChanged), [isChanged, onChanged]);

  const options = { onError: (failed: ApiError) => (setError(failed), true) };
  const create = useGraphqlMutation<unknown>(createUtteranceDocument, options);
  const update = useGraphqlMutation<unknown>(updateUtteranceDocument, options);
  const isBusy = create.isPending || update.isPending;
  const length = codePointLength(draft.text.trim());
  const canSave = !isReadOnly && isChanged && length > 0 && length <= maxTextLength && !isBusy;

  const done = (goOn: boolean) => () => {
    forget();
    notify('corpus.edit.saved', { type: 'success' });
    if (goOn) set({ text: '', intent: draft.intent, entities: [] });
    else onDone();
  };
  const save = (goOn = false, rev = utterance?.rev) => {
    setError(null);
    if (utterance) update.mutate({ id: utterance.id, input: { rev, ...draft } }, { onSuccess: done(false) });
    else create.mutate({ input: { ...draft } }, { onSuccess: done(goOn) });
  };
  const takeTheirs = () => {
    forget();
    refresh();
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !canSave) return;
    event.preventDefault();
    save(!utterance);
  };
  const { slots, titleOf } = useSlotLabels();
  const at = (field: string) => (error && (error.field ?? '').startsWith(`input.${field}`) ? errorText(error) : null);
  const theirs = error?.code === 'CONFLICT' ? (error.details as (UtteranceDraft & { rev: number; deleted: boolean }) | null) : null;
  return (
    <Box onKeyDown={onKeyDown} sx={{ display: 'grid', gap: 4 }}>
      {theirs && (
        <Alert severity="warning" sx={{ alignItems: 'flex-start' }}>
          {error!.message}
          {!theirs.deleted && (
            <Box sx={{ mt: 1 }}>
              <Box sx={{ mb: 2 }}>{theirs.text}</Box>
              <Button variant="outlined" onClick={takeTheirs}>
                {t('corpus.edit.takeTheirs')}
              </Button>
              <Button variant="text" onClick={() => save(false, theirs.rev)} sx={{ ml: 2 }}>
                {t('corpus.edit.takeMine')}
              </Button>
            </Box>
          )}
        </Alert>
      )}
      {error && !theirs && !at('text') && !at('intent') && !at('entities') && <Alert severity="error">{errorText(error)}</Alert>}
      <TextField
        multiline
        minRows={2}
        maxRows={8}
        margin="none"
        autoFocus={!utterance}
        label={t('corpus.text')}
        value={draft.text}
        onChange={(event) => setText(event.target.value)}
        error={at('text') !== null || length > maxTextLength}
        helperText={at('text') ?? (length > maxTextLength ? t('corpus.edit.tooLong', { limit: maxTextLength, length }) : utterance ? undefined : t('corpus.edit.textHint'))}
        slotProps={{ htmlInput: { readOnly: isReadOnly } }}
      />
      <IntentPicker label={t('corpus.intent.name')} value={draft.intent} onChange={setIntent} error={at('intent')} helperText={t('corpus.intent.hint')} disabled={isReadOnly} />
      <SimilarList text={draft.text} intent={draft.intent} except={utterance?.id} onOpen={onOpen} />
      {draft.text.trim() !== '' && <SpanEditor text={draft.text} spans={draft.entities} slots={slots} titleOf={titleOf} onChange={setEntities} isReadOnly={isReadOnly} error={at('entities')} />}
      {utterance && (
        <DetailTable
          rows={[
            [t('corpus.source.name'), t(`corpus.source.${utterance.source}`)],
            [t('corpus.by'), <PersonName key="by" person={utterance.byName} />],
            [t('corpus.at'), <RelativeTime key="at" at={utterance.at} />],
            [t('corpus.updatedAt'), <RelativeTime key="updated" at={utterance.updatedAt} />],
          ]}
        />
      )}
      {!isReadOnly && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', position: 'sticky', bottom: -24, py: 3, bgcolor: 'background.paper', borderTop: 1, borderColor: 'divider' }}>
          {children}
          {!utterance && (
            <Button variant="outlined" disabled={!canSave} onClick={() => save(true)}>
              {t('corpus.edit.saveAndNext')}
            </Button>
          )}
          <Button variant="contained" disabled={!canSave} onClick={() => save()}>
            {t('shared.save.action')}
          </Button>
        </Box>
      )}
    </Box>
  );
};
