import { BanshiAssistant, type ChatAnswer, type ChatState } from '@banshi/assistant';
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { type FC, useEffect, useRef } from 'react';
import { useLocale } from 'react-admin';

interface AssistantElementProps {
  /** Makes its calls. Another one is another conversation. */
  fetcher: typeof fetch;
  /** Under which name the tab remembers the conversation; null where nothing is to be remembered. */
  name: string | null;
  heading: string;
  isLarge?: boolean;
  onReady?: (element: BanshiAssistant) => void;
  onState?: (state: ChatState) => void;
  onTurn: (turn: { answer: ChatAnswer; said: string }) => void;
}

/** The very element that halls embed. */
export const AssistantElement: FC<AssistantElementProps> = ({ fetcher, name, heading, isLarge = false, ...handlers }) => {
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const theme = useTheme().palette.mode;
  const host = useRef<HTMLDivElement>(null);
  const element = useRef<BanshiAssistant>(null);
  const latest = useRef(handlers);
  latest.current = handlers;

  useEffect(() => {
    const made = new BanshiAssistant();
    made.fetcher = fetcher;
    made.remember = name === null ? 'none' : 'tab';
    made.name = name ?? '';
    made.addEventListener('banshi-state', (event) => latest.current.onState?.((event as CustomEvent<ChatState>).detail));
    made.addEventListener('banshi-turn', (event) => latest.current.onTurn((event as CustomEvent<{ answer: ChatAnswer; said: string }>).detail));
    element.current = made;
    latest.current.onReady?.(made);
    return () => made.remove();
  }, [fetcher, name]);
  useEffect(() => {
    const made = element.current!;
    Object.assign(made, { lang: language, heading, large: isLarge, theme });
    // In its box only once all is set, as it speaks to the hall at once.
    if (!made.isConnected) host.current?.replaceChildren(made);
  }, [language, heading, isLarge, theme, fetcher, name]);
  return <Box ref={host} sx={{ height: '100%' }} />;
};
