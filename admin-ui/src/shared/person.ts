import { useTranslate } from 'react-admin';

/** Names under which the server keeps what it does itself, and what is done at its command line. */
const programs: Record<string, string> = { 系统: 'shared.system', 'command line': 'shared.commandLine' };

/** Gives a name to show: people as they are called, programs in the language of who reads; `null` is the server itself. */
export function usePersonText(): (name: string | null | undefined) => string {
  const t = useTranslate();
  return (name) => {
    if (!name) return t('shared.system');
    return programs[name] ? t(programs[name]) : name;
  };
}
