import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { type FC, useCallback } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { channelNames, type ChannelName } from './release.js';

/** The channel that the address names; the hall by default. */
export function useChannelName(): [ChannelName, (next: ChannelName) => void] {
  const [query, setQuery] = useSearchParams();
  const asked = query.get('channel');
  const change = useCallback((next: ChannelName) => setQuery((before) => {
    const changed = new URLSearchParams(before);
    if (next === 'hall') changed.delete('channel');
    else changed.set('channel', next);
    return changed;
  }), [setQuery]);
  return [channelNames.find((name) => name === asked) ?? 'hall', change];
}

export const ChannelSwitch: FC<{ value: ChannelName; onChange: (next: ChannelName) => void }> = ({ value, onChange }) => {
  const t = useTranslate();
  return (
    <ToggleButtonGroup exclusive size="small" value={value} aria-label={t('release.channel')} onChange={(_, next: ChannelName | null) => next && onChange(next)}>
      {channelNames.map((name) => (
        <ToggleButton key={name} value={name} sx={{ px: 4 }}>
          {t(`release.channels.${name}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
};
