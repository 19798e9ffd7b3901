import Notifications from '@mui/icons-material/NotificationsNoneOutlined';
import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MuiLink from '@mui/material/Link';
import Popover from '@mui/material/Popover';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { gql } from '../../providers/graphql.js';
import { useGraphql, useGraphqlMutation } from '../../providers/use-graphql.js';
import { RelativeTime } from '../../shared/relative-time.js';

interface Notification {
  id: string;
  topic: string;
  facts: { title?: string };
  title: string;
  body: string;
  link: string | null;
  createdAt: string;
  readAt: string | null;
}
interface Told {
  myNotifications: { unread: number; items: Notification[] };
}
const document = gql`query MyNotifications { myNotifications(skip: 0, take: 10) { unread items { id topic facts title body link createdAt readAt } } }`;
const readDocument = gql`mutation MarkNotificationsRead($ids: [ID!]) { markNotificationsRead(ids: $ids) }`;

/** What the person was told, such as a policy that may be pushed. Opening one marks it as read. */
export const NotificationsMenu: FC = () => {
  const t = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { unread = 0, items = [] } = useGraphql<Told>(document, {}, { refetchInterval: 60_000 }).data?.myNotifications ?? {};
  const read = useGraphqlMutation<unknown>(readDocument);
  if (items.length === 0) return null;
  const label = unread > 0 ? t('app.notifications.unread', { smart_count: unread }) : t('app.notifications.title');
  return (
    <>
      <Tooltip title={label}>
        <IconButton aria-label={label} aria-haspopup="dialog" onClick={(event) => setAnchor(event.currentTarget)}>
          <Badge badgeContent={unread} color="primary">
            <Notifications fontSize="small" />
          </Badge>
        </IconButton>
      </Tooltip>
      <Popover anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)} anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }} transformOrigin={{ vertical: 'top', horizontal: 'right' }}>
        <Box role="dialog" aria-label={t('app.notifications.title')} sx={{ width: 340, p: 4 }}>
          <Box sx={{ display: 'flex', alignItems: 'center', mb: 2 }}>
            <Typography variant="h3" sx={{ flex: 1 }}>
              {t('app.notifications.title')}
            </Typography>
            {unread > 0 && (
              <Button size="small" disabled={read.isPending} onClick={() => read.mutate({ ids: null })}>
                {t('app.notifications.readAll')}
              </Button>
            )}
          </Box>
          {items.map((told) => (
            <NotificationRow
              key={told.id}
              told={told}
              onOpen={() => {
                setAnchor(null);
                if (!told.readAt) read.mutate({ ids: [told.id] });
              }}
            />
          ))}
        </Box>
      </Popover>
    </>
  );
};

/** One of them, in the reader's language where its topic has words of the page's own. */
const NotificationRow: FC<{ told: Notification; onOpen: () => void }> = ({ told: { topic, facts, link, createdAt, readAt, ...words }, onOpen }) => {
  const t = useTranslate();
  const isSuggestion = topic === 'push-suggestion';
  const title = isSuggestion ? t('app.notifications.pushSuggestion', { title: facts.title ?? '' }) : words.title;
  return (
    <Box sx={{ py: 2, borderTop: 1, borderColor: 'divider', fontWeight: readAt ? 400 : 600 }}>
      {link ? (
        <MuiLink component={Link} to={link} onClick={onOpen}>
          {title}
        </MuiLink>
      ) : (
        title
      )}
      <Typography variant="body2" color="text.secondary">
        {isSuggestion ? t('app.notifications.pushSuggestionHint') : words.body}
      </Typography>
      <Typography variant="caption" color="text.secondary">
        <RelativeTime at={createdAt} />
      </Typography>
    </Box>
  );
};
