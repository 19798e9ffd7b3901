import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { EditedItem } from '../providers/config-item/use-config-item.js';
import { useGraphql, useGraphqlMutation } from '../providers/use-graphql.js';
import { EmptyState } from '../shared/empty-state.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { Sheet } from '../shared/page.js';
import { placeOf } from '../shared/place.js';
import { StatusChip } from '../shared/status-chip.js';
import { acceptProposalDocument, type PolicyBody, type Proposal, proposalsDocument } from './policy.js';

/** What the text says about other documents, to be accepted one by one. */
export const ProposalList: FC<{ edited: EditedItem<PolicyBody> }> = ({ edited }) => {
  const t = useTranslate();
  const { item, body, isReadOnly, flush } = edited;
  const query = useGraphql<{ policyProposals: Proposal[] }>(proposalsDocument, { key: item.key });
  const accept = useGraphqlMutation<unknown>(acceptProposalDocument, { success: t('policies.proposal.done') });
  if (query.error) return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />;
  const proposals = query.data?.policyProposals ?? [];
  if (query.data && proposals.length === 0) return <EmptyState title={t('policies.proposal.none')} hint={t('policies.proposal.noneHint')} />;
  const take = async ({ type, title }: Proposal) => {
    await flush();
    accept.mutate({ input: { key: item.key, rev: item.draft.rev, type, title } });
  };
  return (
    <Sheet>
      {proposals.map((proposal) => (
        <Box key={`${proposal.type} ${proposal.title}`} sx={{ px: 4, py: 3, borderBottom: 1, borderColor: 'divider', display: 'flex', gap: 3, flexWrap: 'wrap', alignItems: 'center' }}>
          <Box sx={{ flex: '1 1 320px' }}>
            <Typography sx={{ fontWeight: 600 }}>
              {t(`policies.relation.${proposal.type}`)}
              {' · '}
              {proposal.policy ? <MuiLink component={Link} to={placeOf('policy', proposal.policy)}>{proposal.title}</MuiLink> : proposal.title}
            </Typography>
            <Typography color="text.secondary">{t(proposal.setsEnd ? 'policies.proposal.setsEnd' : proposal.policy ? 'policies.proposal.noted' : 'policies.proposal.unknown', { on: proposal.date ?? body.effectiveFrom ?? '' })}</Typography>
          </Box>
          {proposal.isAccepted ? (
            <StatusChip tone="good" label={t('policies.proposal.accepted')} />
          ) : (
            !isReadOnly && (
              <Button variant="outlined" disabled={accept.isPending} onClick={() => void take(proposal)}>
                {t('policies.proposal.accept')}
              </Button>
            )
          )}
        </Box>
      ))}
    </Sheet>
  );
};
