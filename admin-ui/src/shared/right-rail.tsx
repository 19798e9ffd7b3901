import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { type FC, type ReactNode, useState } from 'react';
import { Sheet } from './page.js';

export interface RailTab {
  id: string;
  label: string;
  count?: number;
  /** Colours the count: something there blocks. */
  isBad?: boolean;
  content: ReactNode;
}

/** The narrow column beside an editor; below it where the window is narrow. */
export const RightRail: FC<{ tabs: RailTab[]; label: string }> = ({ tabs, label }) => {
  const [chosen, setChosen] = useState(tabs[0]?.id);
  const tab = tabs.find(({ id }) => id === chosen) ?? tabs[0];
  return (
    <Sheet label={label} sx={{ alignSelf: 'start', position: { lg: 'sticky' }, top: { lg: 16 }, maxHeight: { lg: 'calc(100vh - 92px)' }, display: 'flex', flexDirection: 'column' }}>
      <Tabs value={tab?.id ?? false} onChange={(_, id: string) => setChosen(id)} variant="scrollable" scrollButtons={false} sx={{ px: 2, borderBottom: 1, borderColor: 'divider', flexShrink: 0 }}>
        {tabs.map(({ id, label: tabLabel, count, isBad }) => (
          <Tab
            key={id}
            value={id}
            label={
              <Badge badgeContent={count ?? 0} color={isBad ? 'error' : 'secondary'} sx={{ '& .MuiBadge-badge': { position: 'static', transform: 'none', ml: count ? 1 : 0, height: 18, minWidth: 18, fontSize: 11 } }}>
                {tabLabel}
              </Badge>
            }
          />
        ))}
      </Tabs>
      <Box sx={{ px: 4, py: 3, overflow: 'auto' }}>{tab?.content}</Box>
    </Sheet>
  );
};
