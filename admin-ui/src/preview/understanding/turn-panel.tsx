import type { ChatAnswer } from '@banshi/assistant';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { FC, ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { EmptyState } from '../../shared/empty-state.js';
import { formatShare } from '../../shared/format.js';
import { Sheet } from '../../shared/page.js';
import { placeOf } from '../../shared/place.js';
import { KeyText } from '../../shared/small-texts.js';
import { SpanText } from '../../shared/spans/span-text.js';
import { Bars } from './intent-bars.js';
import { ValueTable } from './value-table.js';

export interface Turn {
  answer: Pick<ChatAnswer, 'turn' | 'bundle' | 'reply' | 'trace'>;
  said: string;
}

/** How the last turn went, with fields by their titles: what acted, what was weighed, what was taken and why, what is asked next, what the answer rests on. */
export const TurnPanel: FC<{ turn: Turn | null; titles: Readonly<Record<string, string>>; action?: ReactNode }> = ({ turn, titles, action }) => {
  const t = useTranslate();
  return (
    <Sheet label={t('preview.understood.title')} sx={{ p: 4 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: 3, mb: 3 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {t('preview.understood.title')}
        </Typography>
        {turn && (
          <Typography variant="caption" color="text.secondary" component="div">
            {t('preview.turn.number', { n: turn.answer.turn })} · <KeyText value={turn.answer.bundle} short={10} />
          </Typography>
        )}
        {turn && action}
      </Box>
      {turn ? <TurnShown turn={turn} titles={titles} /> : <EmptyState dense title={t('preview.understood.empty')} hint={t('preview.understood.emptyHint')} />}
    </Sheet>
  );
};

/** The field by the name that the citizen sees. */
function titleOfNext({ blocks }: ChatAnswer['reply']): string | undefined {
  return blocks.flatMap((block) => (block.type === 'field' ? [block.widget.title] : [])).at(-1);
}

/** The parts of the panel, for any page that shows a turn. */
export const TurnShown: FC<{ turn: Turn; titles: Readonly<Record<string, string>> }> = ({ turn: { answer, said }, titles }) => {
  const t = useTranslate();
  const { trace, reply } = answer;
  if (!trace) return <EmptyState dense title={t('preview.turn.noTrace')} />;
  const { acts, intents, values, next } = trace;
  const spans = values.filter(({ start, end }) => end > start && end <= [...said].length).map(({ slot, field, kind, start, end, text }) => ({ slot: (field && titles[field]) ?? field ?? slot ?? kind, start, end, text }));
  const answers = reply.blocks.flatMap((block) => (block.type === 'answer' ? [block.answer] : []));
  return (
    <Box aria-live="polite" sx={{ display: 'grid', gap: 4, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Box>
        <Box sx={{ fontSize: 18, lineHeight: 2.1 }}>
          <SpanText text={said} spans={spans} titleOf={(slot) => slot} />
        </Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 2, alignItems: 'center' }}>
          <Typography variant="caption" color="text.secondary">
            {t('preview.turn.acts')}
          </Typography>
          {acts.length > 0 ? acts.map((act) => <Chip key={act} size="small" variant="outlined" label={t(`preview.turn.act.${act}`, { _: act })} />) : '—'}
        </Box>
        {next && (
          <Typography sx={{ mt: 2 }}>
            {t('preview.turn.next', { field: titles[next.field] ?? titleOfNext(reply) ?? next.field, why: t(`preview.turn.why.${next.why}`, { _: next.why }) })}
          </Typography>
        )}
      </Box>
      {intents.length > 0 && <Bars intents={intents} chosen={intents[0]!.key} />}
      <ValueTable values={values} titles={titles} />
      {answers.map((one, index) => (
        <Box key={index} component="section" aria-label={t('preview.turn.clauses')}>
          <Typography variant="h3" sx={{ mb: 1 }}>
            {t('preview.turn.clauses')}
          </Typography>
          <Typography color="text.secondary">{t('preview.turn.source', { source: t(`preview.turn.from.${one.source}`), share: formatShare(one.confidence) })}</Typography>
          <Box component="ul" sx={{ m: 0, pl: 5 }}>
            {one.citations.map(({ policy, clause, title, label, state }) => (
              <li key={`${policy} ${clause}`}>
                <MuiLink component={Link} to={placeOf('policy', policy)}>
                  {title}
                </MuiLink>{' '}
                {label} · {t(`policies.state.${state}`)}
              </li>
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  );
};
