import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { type ClipboardEvent, type FC, type FormEvent, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { SimilarList } from '../../corpus/edit/similar-list.js';
import { createUtteranceDocument } from '../../corpus/utterance.js';
import type { ApiError } from '../../providers/graphql.js';
import { useGraphqlMutation } from '../../providers/use-graphql.js';
import { useErrorText } from '../../shared/error-text.js';

interface AddExampleProps {
  intent: string;
  onOpen: (id: string) => void;
}

/** One example after the other: type, Enter, type. What is much like it, or says the same under another intent, is shown while typing. */
export const AddExample: FC<AddExampleProps> = ({ intent, onOpen }) => {
  const t = useTranslate();
  const errorText = useErrorText();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const create = useGraphqlMutation<unknown>(createUtteranceDocument, { onError: (failed) => (setError(failed), true) });
  const add = (event: FormEvent) => {
    event.preventDefault();
    const added = text.trim();
    if (!added || create.isPending) return;
    setError(null);
    create.mutate({ input: { text: added, intent, entities: [] } }, { onSuccess: () => setText((current) => (current.trim() === added ? '' : current)), onSettled: () => input.current?.focus() });
  };
  const onPaste = (event: ClipboardEvent) => {
    // A list pasted into the one-line field would become one long sentence; take its first line and leave the rest to the dialog.
    const lines = event.clipboardData.getData('text').split(/\r\n|\r|\n/u).filter((line) => line.trim());
    if (lines.length > 1) {
      event.preventDefault();
      setError(null);
      setIsList(true);
    }
  };
  const [isList, setIsList] = useState(false);
  return (
    <Box component="form" onSubmit={add} sx={{ px: 4, pb: 3, display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
        <TextField
          fullWidth
          margin="none"
          inputRef={input}
          label={t('intents.examples.add')}
          placeholder={t('intents.examples.addHint')}
          value={text}
          error={error !== null}
          helperText={error ? errorText(error) : isList ? t('intents.examples.pasteList') : null}
          onPaste={onPaste}
          onChange={(event) => {
            setText(event.target.value);
            setError(null);
            setIsList(false);
          }}
        />
        <Button type="submit" variant="outlined" disabled={!text.trim() || create.isPending} sx={{ minHeight: 37 }}>
          {t('intents.examples.addAction')}
        </Button>
      </Box>
      <SimilarList text={text} intent={intent} onOpen={onOpen} />
    </Box>
  );
};
