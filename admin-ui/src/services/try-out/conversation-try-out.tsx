import type { FormBody } from '@banshi/forms';
import Box from '@mui/material/Box';
import { type FC, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { titlesOf } from '../../preview/assistant/use-chat-form.js';
import { TurnPanel, type Turn } from '../../preview/understanding/turn-panel.js';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import { AssistantElement } from '../../shared/assistant/assistant-element.js';
import { Sheet } from '../../shared/page.js';
import type { ServiceBody } from '../service.js';
import { useBound } from '../tabs/bound-item.js';
import { tryOutHall } from './try-turn.js';

/** The assistant over the drafts of this service, beside how it understood each turn. */
export const ConversationTryOut: FC<{ edited: EditedItem<ServiceBody> }> = ({ edited }) => {
  const t = useTranslate();
  const [turn, setTurn] = useState<Turn | null>(null);
  const form = useBound<FormBody>('form', edited.body.form).data?.draft.body ?? null;
  const { key } = edited.item;
  // What is being typed elsewhere on the page is part of the draft once it is saved.
  const { flush } = edited;
  const fetcher = useMemo(() => tryOutHall(key, flush), [key]);
  return (
    <Box sx={{ display: 'grid', gap: 4, alignItems: 'start', gridTemplateColumns: 'minmax(0, 1fr)', '@media (min-width: 1100px)': { gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 6fr)' } }}>
      <Sheet label={t('services.try.conversation')} sx={{ height: 'min(720px, calc(100vh - 270px))', minHeight: 440 }}>
        <AssistantElement fetcher={fetcher} name={null} heading={t('services.try.conversation')} onTurn={setTurn} />
      </Sheet>
      <TurnPanel turn={turn} titles={titlesOf(form)} />
    </Box>
  );
};
