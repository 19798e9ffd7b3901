import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FC, type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useGraphql } from '../../providers/use-graphql.js';
import { gql } from '../../providers/graphql.js';
import { useErrorText } from '../../shared/error-text.js';
import { Sheet } from '../../shared/page.js';
import type { ModelVersion } from '../model-version.js';
import { type Interpretation, InterpretationView } from './interpretation-view.js';

const tryInterpretDocument = gql`query TryModel($text: String!, $modelVersion: ID!) {
  tryInterpret(text: $text, modelVersion: $modelVersion) {
    intents { key title confidence } outOfScope truncated slots { slot title start end text value valid reason field }
  }
}`;

/** Type what a person would, and see what this version makes of it. */
export const TryOut: FC<{ version: Pick<ModelVersion, 'id' | 'n'> }> = ({ version: { id, n } }) => {
  const t = useTranslate();
  const errorText = useErrorText();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const { data, error, isFetching } = useGraphql<{ tryInterpret: Interpretation }>(tryInterpretDocument, { text: asked, modelVersion: id }, { enabled: asked !== '' });
  const ask = (text: string) => {
    setTyped(text);
    setAsked(text.trim());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask(typed);
  };
  const examples = [t('models.try.example1'), t('models.try.example2'), t('models.try.example3')];
  return (
    <Sheet label={t('models.tab.try')} sx={{ p: 4, display: 'grid', gap: 4 }}>
      <Box component="form" onSubmit={submit} sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <TextField autoFocus margin="none" label={t('models.try.label', { n })} value={typed} onChange={(event) => setTyped(event.target.value)} sx={{ flex: '1 1 320px' }} />
        <Button type="submit" variant="outlined" disabled={!typed.trim() || isFetching}>
          {t('models.try.action')}
        </Button>
      </Box>
      {error ? (
        <Alert severity="error">{errorText(error)}</Alert>
      ) : data && asked ? (
        <InterpretationView text={asked} interpretation={data.tryInterpret} />
      ) : (
        <Box>
          <Typography color="text.secondary" sx={{ mb: 2 }}>
            {t('models.try.hint')}
          </Typography>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
            {examples.map((example) => (
              <Button key={example} variant="outlined" onClick={() => ask(example)} sx={{ fontWeight: 400, whiteSpace: 'normal', textAlign: 'left' }}>
                {example}
              </Button>
            ))}
          </Box>
        </Box>
      )}
    </Sheet>
  );
};
