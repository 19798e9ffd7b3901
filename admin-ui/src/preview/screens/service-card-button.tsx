import ChevronRight from '@mui/icons-material/ChevronRightOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useHall } from '../hall-context.js';
import type { ServiceCard } from '../hall.js';

/** A service to choose. */
export const ServiceCardButton: FC<{ card: ServiceCard }> = ({ card }) => {
  const t = useTranslate();
  const { go } = useHall();
  return (
    <ButtonBase onClick={() => go({ name: 'service', key: card.key })} sx={{ display: 'flex', width: '100%', textAlign: 'left', gap: 2, bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 2, p: 3, mb: 2 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600, fontSize: 16 }}>{card.title}</Typography>
        <Typography variant="caption" color="text.secondary" component="div">
          {card.department.title} · {t(card.online ? 'preview.online' : 'preview.counter')}
        </Typography>
        {card.summary && (
          <Typography variant="caption" component="div" sx={{ display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden' }}>
            {card.summary}
          </Typography>
        )}
      </Box>
      <ChevronRight sx={{ color: 'text.secondary' }} />
    </ButtonBase>
  );
};
