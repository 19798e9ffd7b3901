import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { DataTable, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useGraphqlMutation } from '../providers/use-graphql.js';
import { useCan } from '../providers/use-me.js';
import { EmptyState } from '../shared/empty-state.js';
import { EmptyResults } from '../shared/list/empty-results.js';
import { ListPage } from '../shared/list/list-page.js';
import { placeOf } from '../shared/place.js';
import { RelativeTime } from '../shared/relative-time.js';
import { StatusChip } from '../shared/status-chip.js';
import { questionKinds, questionStates, reopenQuestionsDocument, settleQuestionDocument, type Question } from './question.js';
import { FaqDialog } from './faq-dialog.js';
import { BulkIgnore, useIgnore } from './use-ignore.js';
import { UtteranceDialog } from './utterance-dialog.js';

const tones = { OPEN: 'notice', DONE: 'good', IGNORED: 'quiet' } as const;

/** 未答问题. What the assistant could not do, the most frequent first, each one press from being mended. */
const QuestionList: FC = () => {
  const t = useTranslate();
  const canWrite = useCan().can('corpus.write');
  const [adding, setAdding] = useState<Question | null>(null);
  const [answering, setAnswering] = useState<Question | null>(null);
  const named = (values: readonly string[], root: string) => values.map((id) => ({ id, name: t(`${root}.${id}`) }));
  return (
    <>
      <ListPage
        resource="unanswered"
        title={t('unanswered.title')}
        subtitle={t('unanswered.subtitle')}
        sort={{ field: 'count', order: 'DESC' }}
        searchLabel={t('unanswered.search')}
        initialFilter={{ state: 'OPEN' }}
        filters={[
          { type: 'choice', source: 'state', label: t('unanswered.stateLabel'), choices: named(questionStates, 'unanswered.state') },
          { type: 'choice', source: 'kind', label: t('unanswered.kindLabel'), choices: named(questionKinds, 'unanswered.kind') },
        ]}
        exportColumns={[
          { label: t('unanswered.text'), value: ({ text }) => text },
          { label: t('unanswered.kindLabel'), value: ({ kind }) => t(`unanswered.kind.${String(kind)}`) },
          { label: t('unanswered.count'), value: ({ count }) => count },
          { label: t('unanswered.service'), value: (row) => (row as Question).service?.title ?? '' },
          { label: t('unanswered.lastAt'), value: ({ lastAt }) => lastAt },
        ]}
        empty={<EmptyState title={t('unanswered.empty')} hint={t('unanswered.emptyHint')} />}
      >
        <DataTable<Question> bulkActionButtons={canWrite ? <BulkIgnore /> : false} rowClick={false} empty={<EmptyResults />} sx={{ '& td.column-text': { whiteSpace: 'normal', maxWidth: 520, minWidth: 220, py: 1.5 } }}>
          <DataTable.NumberCol source="count" label="unanswered.count" />
          <DataTable.Col<Question> source="text" label="unanswered.text" disableSort render={(question) => <What question={question} />} />
          <DataTable.Col<Question> source="kind" label="unanswered.kindLabel" disableSort render={({ kind }) => t(`unanswered.kind.${kind}`)} />
          <DataTable.Col<Question> source="service" label="unanswered.service" disableSort render={({ service }) => service?.title ?? '—'} />
          <DataTable.Col<Question> source="lastAt" label="unanswered.lastAt" render={({ lastAt }) => <RelativeTime at={lastAt} />} />
          <DataTable.Col<Question> source="state" label="unanswered.stateLabel" disableSort render={({ state }) => <StatusChip tone={tones[state]} label={t(`unanswered.state.${state}`)} />} />
          <DataTable.Col<Question> source="actions" label="" disableSort render={(question) => <Actions question={question} onAdd={() => setAdding(question)} onAnswer={() => setAnswering(question)} />} />
        </DataTable>
      </ListPage>
      {answering && <FaqDialog question={answering} onClose={() => setAnswering(null)} />}
      {adding && <UtteranceDialog question={adding} onClose={() => setAdding(null)} />}
    </>
  );
};

const What: FC<{ question: Question }> = ({ question: { text, kind, field, fieldTitle } }) => {
  const t = useTranslate();
  if (kind === 'UNANSWERED') return text;
  return (
    <>
      {t('unanswered.corrected', { field: fieldTitle ?? field ?? '' })}
      {text && (
        <Typography variant="caption" color="text.secondary" component="div">
          {text}
        </Typography>
      )}
    </>
  );
};

const Actions: FC<{ question: Question; onAdd: () => void; onAnswer: () => void }> = ({ question: { id, kind, state, service }, onAdd, onAnswer }) => {
  const t = useTranslate();
  const { can } = useCan();
  const ignore = useIgnore();
  const reopen = useGraphqlMutation(reopenQuestionsDocument, { success: 'unanswered.reopened' });
  const settle = useGraphqlMutation(settleQuestionDocument, { success: 'unanswered.settled' });
  if (state !== 'OPEN') {
    return can('corpus.write') ? (
      <Button variant="text" disabled={reopen.isPending} onClick={() => reopen.mutate({ ids: [id] })}>
        {t('unanswered.reopen')}
      </Button>
    ) : null;
  }
  return (
    <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end' }}>
      {kind === 'UNANSWERED' && can('config.write') && (
        <Button variant="outlined" onClick={onAnswer}>
          {t('unanswered.toFaq')}
        </Button>
      )}
      {kind === 'UNANSWERED' && can('corpus.write') && (
        <Button variant="outlined" onClick={onAdd}>
          {t('unanswered.toUtterance')}
        </Button>
      )}
      {kind === 'UNANSWERED' && can('config.write') && (
        <Button variant="text" component={Link} to="/policies?create=1">
          {t('unanswered.toPolicy')}
        </Button>
      )}
      {service && (
        <Button variant="text" component={Link} to={placeOf('service', service.key)}>
          {t(kind === 'CORRECTED' ? 'unanswered.toForm' : 'unanswered.toGuide')}
        </Button>
      )}
      {can('corpus.write') && (
        <Button variant="text" disabled={settle.isPending} onClick={() => settle.mutate({ id, outcome: kind === 'CORRECTED' ? 'service' : 'policy' })}>
          {t('unanswered.settle')}
        </Button>
      )}
      {can('corpus.write') && (
        <Button variant="text" disabled={ignore.isPending} onClick={() => ignore.run([id])}>
          {t('unanswered.ignore')}
        </Button>
      )}
    </Box>
  );
};

export default QuestionList;
