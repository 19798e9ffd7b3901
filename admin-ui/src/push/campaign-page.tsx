import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { PageLoading } from '../app/page-loading.js';
import { useGraphql, useGraphqlMutation } from '../providers/use-graphql.js';
import { useCan } from '../providers/use-me.js';
import { BackLink } from '../shared/back-link.js';
import { ConfirmDialog } from '../shared/confirm-dialog.js';
import { ErrorPanel } from '../shared/error-panel.js';
import { Page } from '../shared/page.js';
import { PageHead } from '../shared/page-head.js';
import { placeOf } from '../shared/place.js';
import { RelativeTime } from '../shared/relative-time.js';
import { StatusChip } from '../shared/status-chip.js';
import { CampaignNumbers } from './campaign-numbers.js';
import { CampaignWork } from './campaign-work.js';
import { assessCampaignDocument, type Campaign, campaignDocument, dismissCampaignDocument, stateTones } from './push.js';
import { ReasonTable } from './reason-table.js';
import { RecipientList } from './recipient-list.js';
import { SendBox } from './send-box.js';

const CampaignPage: FC = () => {
  const { id = '' } = useParams();
  const queries = useQueryClient();
  const query = useGraphql<{ pushCampaign: Campaign }>(campaignDocument, { id });
  if (query.error) return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <PageLoading />;
  return <Loaded key={id} campaign={query.data.pushCampaign} refresh={() => void queries.invalidateQueries()} />;
};

/** One campaign from its preview to its result. */
const Loaded: FC<{ campaign: Campaign; refresh: () => void }> = ({ campaign, refresh }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const canSend = useCan().can('push.send');
  const [isDismissing, setIsDismissing] = useState(false);
  const assess = useGraphqlMutation<unknown>(assessCampaignDocument);
  const dismiss = useGraphqlMutation<unknown>(dismissCampaignDocument, { success: 'push.dismissed', onSuccess: () => void navigate('/push') });
  const { id, state, policyTitle, policy, counts, isPreview, sentAt, assessedAt } = campaign;
  const isBusy = state === 'ASSESSING' || state === 'SENDING';
  const canAssess = canSend && !isBusy && !sentAt && state !== 'DISMISSED';
  return (
    <Page width="wide">
      <BackLink to="/push" label={t('push.title')} />
      <PageHead
        title={isPreview ? t('push.previewOf', { title: policyTitle }) : policyTitle}
        subtitle={
          <Box component="span" sx={{ display: 'inline-flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
            <StatusChip tone={stateTones[state]} label={t(`push.state.${state}`)} />
            <MuiLink component={Link} to={placeOf('policy', policy, '/eligibility')}>
              {t('push.openPolicy')}
            </MuiLink>
            {assessedAt && (
              <span>
                {t('push.assessedAt')} <RelativeTime at={assessedAt} />
              </span>
            )}
            {sentAt && (
              <span>
                {t('push.sentAt')} <RelativeTime at={sentAt} />
              </span>
            )}
          </Box>
        }
        actions={
          canAssess && (
            <Box sx={{ display: 'flex', gap: 2 }}>
              <Button variant="outlined" onClick={() => setIsDismissing(true)}>
                {t('push.dismiss')}
              </Button>
              <Button variant={state === 'READY' ? 'outlined' : 'contained'} disabled={assess.isPending} onClick={() => assess.mutate({ id })}>
                {t(assessedAt ? 'push.workOutAgain' : 'push.workOut')}
              </Button>
            </Box>
          )
        }
      />
      {state === 'SUGGESTED' && <Typography sx={{ mb: 4 }}>{t('push.suggestedHint')}</Typography>}
      {isPreview && <Typography sx={{ mb: 4 }}>{t('push.previewHint')}</Typography>}
      {campaign.operationId && (isBusy || state === 'FAILED') && <CampaignWork id={campaign.operationId} onFinished={refresh} />}
      {counts.people > 0 && <CampaignNumbers campaign={campaign} />}
      {canSend && !isBusy && assessedAt && state !== 'DISMISSED' && counts.people > 0 && <SendBox campaign={campaign} />}
      {assessedAt && counts.people === 0 && !isBusy && <Typography color="text.secondary">{t('push.nobodyKnown')}</Typography>}
      {counts.people > 0 && <ReasonTable campaign={campaign} />}
      {counts.people > 0 && <RecipientList campaign={campaign} />}
      {isDismissing && (
        <ConfirmDialog open title={t('push.dismiss')} action={t('push.dismiss')} danger busy={dismiss.isPending} onClose={() => setIsDismissing(false)} onConfirm={() => dismiss.mutate({ id })}>
          {t('push.dismissHint')}
        </ConfirmDialog>
      )}
    </Page>
  );
};

export default CampaignPage;
