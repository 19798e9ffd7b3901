import type { ChatTurn } from '@banshi/assistant';
import type { ReplyBlock } from '@banshi/dialog';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type FC, useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { RelativeTime } from '../shared/relative-time.js';

/** What was said, oldest first, scrolled to the latest. */
export const TurnList: FC<{ turns: readonly ChatTurn[] }> = ({ turns }) => {
  const t = useTranslate();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [turns.length]);
  return (
    <Box ref={box} role="log" aria-live="polite" aria-label={t('desk.history')} tabIndex={0} sx={{ overflow: 'auto', p: 4, display: 'flex', flexDirection: 'column', gap: 3 }}>
      {turns.map(({ turn, at, from, said, by, reply }) => (
        <Box key={turn} sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
          {said && (
            <Bubble isOwn={from === 'clerk'} who={from === 'citizen' ? t('desk.who.citizen') : from === 'clerk' ? (by ?? t('desk.who.clerk')) : t('desk.who.system')} at={at}>
              {said}
            </Bubble>
          )}
          {reply.blocks.length > 0 && (
            <Bubble isQuiet who={t('desk.who.assistant')} at={at}>
              {reply.blocks.map((block, index) => (
                <Typography key={index} component="div" sx={{ whiteSpace: 'pre-wrap' }}>
                  <BlockText block={block} />
                </Typography>
              ))}
            </Bubble>
          )}
        </Box>
      ))}
    </Box>
  );
};

const Bubble: FC<{ who: string; at: string; isOwn?: boolean; isQuiet?: boolean; children: React.ReactNode }> = ({ who, at, isOwn, isQuiet, children }) => (
  <Box sx={{ alignSelf: isOwn ? 'flex-end' : 'flex-start', maxWidth: '86%' }}>
    <Typography variant="caption" color="text.secondary" component="div" sx={{ textAlign: isOwn ? 'right' : 'left' }}>
      {who} · <RelativeTime at={at} />
    </Typography>
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 2, px: 3, py: 1.5, overflowWrap: 'anywhere', bgcolor: isOwn ? 'primary.light' : isQuiet ? 'background.default' : 'background.paper', color: isQuiet ? 'text.secondary' : 'text.primary' }}>{children}</Box>
  </Box>
);

/** A block in words: a clerk reads what the citizen saw, and need not press anything in it. */
const BlockText: FC<{ block: ReplyBlock }> = ({ block }) => {
  const t = useTranslate();
  switch (block.type) {
    case 'text':
      return block.text;
    case 'answer':
      return [block.answer.text, ...block.answer.citations.map(({ title, label }) => `${title} ${label}`)].filter(Boolean).join('\n');
    case 'service':
      return block.title;
    case 'materials':
      return block.items.map(({ name }) => name).join(t('shared.separator'));
    case 'field':
      return t('desk.asks', { title: block.widget.title });
    case 'summary':
      return t('desk.summary', { smart_count: block.rows.length });
    case 'case':
      return t('desk.submitted', { number: block.number });
  }
};
