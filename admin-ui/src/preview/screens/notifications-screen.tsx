import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FC, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { ApiError } from '../../providers/graphql.js';
import { EmptyState } from '../../shared/empty-state.js';
import { useErrorText } from '../../shared/error-text.js';
import { RelativeTime } from '../../shared/relative-time.js';
import { useHall, useHallGet } from '../hall-context.js';
import { type Recommendation, RecommendationCard } from './recommendation-card.js';
import { Card, Screen, Waiting } from './screen.js';

interface HallNotification {
  id: string;
  title: string;
  body: string;
  policy: string | null;
  createdAt: string;
  readAt: string | null;
}

/** What the applicant was told and why, what may concern him, and the switch that ends it. */
export const NotificationsScreen: FC = () => {
  const t = useTranslate();
  const told = useHallGet<{ items: HallNotification[] }>('/notifications', { refetchInterval: 10_000 });
  const recommended = useHallGet<{ items: Recommendation[] }>('/recommendations');
  return (
    <Screen title={t('preview.tabs.notices')} isRoot>
      {!told.data && <Waiting error={told.error} onRetry={() => void told.refetch()} />}
      {told.data?.items.length === 0 && <EmptyState dense title={t('preview.notices.none')} hint={t('preview.notices.noneHint')} />}
      {told.data?.items.map((one) => (
        <Notice key={one.id} notice={one} />
      ))}
      {(recommended.data?.items.length ?? 0) > 0 && (
        <Typography variant="h3" sx={{ mt: 5, mb: 2 }}>
          {t('preview.notices.recommended')}
        </Typography>
      )}
      {recommended.data?.items.slice(0, 5).map((one) => (
        <Card key={one.policy.key} title={one.policy.title}>
          <RecommendationCard found={one} />
        </Card>
      ))}
      <PushSwitch />
    </Screen>
  );
};

const Notice: FC<{ notice: HallNotification }> = ({ notice: { id, title, body, policy, createdAt, readAt } }) => {
  const t = useTranslate();
  const { client } = useHall();
  const queries = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const open = async () => {
    setIsOpen(!isOpen);
    if (readAt) return;
    await client.post(`/notifications/${id}/read`, {}).catch(() => undefined);
    void queries.invalidateQueries({ queryKey: ['hall'] });
  };
  return (
    <Card>
      <Typography sx={{ fontWeight: readAt ? 400 : 600 }}>{title}</Typography>
      <Typography sx={{ whiteSpace: 'pre-line', my: 1 }}>{body}</Typography>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Typography variant="caption" color="text.secondary" sx={{ flex: 1 }}>
          <RelativeTime at={createdAt} />
          {!readAt && ` · ${t('preview.notices.unread')}`}
        </Typography>
        {policy && (
          <Button aria-expanded={isOpen} onClick={() => void open()}>
            {t('preview.notices.why')}
          </Button>
        )}
      </Box>
      {isOpen && <Why id={id} />}
    </Card>
  );
};

const Why: FC<{ id: string }> = ({ id }) => {
  const query = useHallGet<Recommendation>(`/notifications/${id}/why`);
  return query.data ? <RecommendationCard found={query.data} /> : <Waiting error={query.error} onRetry={() => void query.refetch()} />;
};

/** One tap ends all pushes, and another takes them up again. */
const PushSwitch: FC = () => {
  const t = useTranslate();
  const notify = useNotify();
  const errorText = useErrorText();
  const { client } = useHall();
  const queries = useQueryClient();
  const query = useHallGet<{ active: boolean }>('/subscriptions');
  const change = useMutation<unknown, ApiError, boolean>({ mutationFn: (active) => client.put('/subscriptions', { active }), onSuccess: () => void queries.invalidateQueries({ queryKey: ['hall'] }), onError: (error) => notify(errorText(error), { type: 'error' }) });
  if (!query.data) return null;
  return <FormControlLabel sx={{ mt: 4 }} label={t('preview.notices.active')} control={<Switch checked={query.data.active} disabled={change.isPending} onChange={(_, active) => change.mutate(active)} />} />;
};
