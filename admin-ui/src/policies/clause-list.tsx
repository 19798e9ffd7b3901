import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type Clause, type ParsedPolicy, periodOf, stateOn } from '@banshi/policies';
import { type FC, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { EditedItem } from '../providers/config-item/use-config-item.js';
import { EmptyState } from '../shared/empty-state.js';
import { Sheet } from '../shared/page.js';
import { SearchField } from '../shared/search-field.js';
import { StatusChip } from '../shared/status-chip.js';
import { type PolicyBody, stateTones, today } from './policy.js';

/** The clauses as the hall will quote them, each with the days on which it holds, as of a day. */
export const ClauseList: FC<{ edited: EditedItem<PolicyBody>; parsed: ParsedPolicy; element: string | null }> = ({ edited, parsed, element }) => {
  const t = useTranslate();
  const [q, setQ] = useState('');
  const [on, setOn] = useState(today());
  useEffect(() => {
    if (element) document.getElementById(`clause-${element}`)?.scrollIntoView({ block: 'center' });
  }, [element]);
  const shown = parsed.clauses.filter(({ label, text }) => !q || label.includes(q) || text.includes(q));
  if (parsed.clauses.length === 0) return <EmptyState title={t('policies.noClauses')} hint={t('policies.noClausesHint')} />;
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, mb: 3, alignItems: 'center' }}>
        <SearchField label={t('policies.searchClauses')} value={q} onChange={setQ} />
        <TextField type="date" size="small" label={t('policies.asOf')} value={on} onChange={(event) => setOn(event.target.value || today())} slotProps={{ inputLabel: { shrink: true } }} />
      </Box>
      <Sheet>
        {shown.map((clause) => (
          <ClauseRow key={clause.id} clause={clause} edited={edited} on={on} isNamed={clause.id === element} />
        ))}
      </Sheet>
    </>
  );
};

const ClauseRow: FC<{ clause: Clause; edited: EditedItem<PolicyBody>; on: string; isNamed: boolean }> = ({ clause, edited, on, isNamed }) => {
  const t = useTranslate();
  const { body, change, isReadOnly } = edited;
  const own = body.clauseValidity.find(({ clause: id }) => id === clause.article) ?? null;
  const state = stateOn(periodOf({ from: body.effectiveFrom, to: body.effectiveTo }, body.clauseValidity, clause.article), on);
  const set = (side: 'from' | 'to', day: string | null) =>
    change((current) => {
      const rest = current.clauseValidity.filter(({ clause: id }) => id !== clause.article);
      const next = { clause: clause.article, from: own?.from ?? null, to: own?.to ?? null, note: own?.note ?? '', [side]: day };
      return { ...current, clauseValidity: next.from === null && next.to === null ? rest : [...rest, next] };
    }, `validity-${clause.article}`);
  return (
    <Box id={`clause-${clause.id}`} sx={{ px: 4, py: 3, borderBottom: 1, borderColor: 'divider', bgcolor: isNamed ? 'primary.light' : 'transparent' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 1 }}>
        <Typography component="h3" sx={{ fontWeight: 600 }}>
          {clause.label}
        </Typography>
        <Typography variant="caption" color="text.secondary" sx={{ flex: 1 }}>
          {clause.path.join(' › ')}
        </Typography>
        <StatusChip tone={stateTones[state]} label={t(`policies.state.${state}`)} />
      </Box>
      {clause.leadIn && <Typography color="text.secondary">{clause.leadIn}</Typography>}
      <Typography sx={{ whiteSpace: 'pre-line' }}>{clause.text.replace(/\n\s*\n/g, '\n')}</Typography>
      {/* The days belong to the article; of its pieces the first shows them. */}
      {(clause.id === clause.article || /\.1(?:\.1)?$/.test(clause.id)) && (!isReadOnly || own) && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 2 }}>
          {(['from', 'to'] as const).map((side) => (
            <TextField key={side} type="date" size="small" label={t(`policies.own.${side}`)} value={own?.[side] ?? ''} disabled={isReadOnly} onChange={(event) => set(side, event.target.value || null)} slotProps={{ inputLabel: { shrink: true }, htmlInput: { 'aria-label': `${clause.label} ${t(`policies.own.${side}`)}` } }} />
          ))}
        </Box>
      )}
    </Box>
  );
};
