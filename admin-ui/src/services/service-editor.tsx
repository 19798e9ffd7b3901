import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { type FC, type ReactNode, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { EditedItem } from '../providers/config-item/use-config-item.js';
import { ConfigRail } from '../shared/config/config-edit-page.js';
import { usePlace } from '../shared/place.js';
import { GuideEditor } from './guide/guide-editor.js';
import type { ServiceBody } from './service.js';
import { FormTab } from './tabs/form-tab.js';
import { IntentsTab } from './tabs/intents-tab.js';
import { TryTab } from './tabs/try-tab.js';
import { WorkflowTab } from './tabs/workflow-tab.js';

const tabs = ['guide', 'form', 'workflow', 'intents', 'try', 'versions'] as const;
type TabName = (typeof tabs)[number];

/** Everything of one service on one page. A tab that was opened stays as it was left. */
export const ServiceEditor: FC<{ edited: EditedItem<ServiceBody> }> = ({ edited }) => {
  const t = useTranslate();
  const [query, setQuery] = useSearchParams();
  const tab = useTab(query);
  const [opened, setOpened] = useState<ReadonlySet<TabName>>(new Set([tab]));
  useEffect(() => setOpened((before) => (before.has(tab) ? before : new Set([...before, tab]))), [tab]);

  const open = (next: TabName) => {
    const copy = new URLSearchParams(query);
    copy.delete('at');
    if (next === 'guide') copy.delete('tab');
    else copy.set('tab', next);
    setQuery(copy, { replace: true });
  };
  const panels: Record<TabName, ReactNode> = {
    guide: <GuideEditor edited={edited} />,
    form: <FormTab edited={edited} />,
    workflow: <WorkflowTab edited={edited} />,
    intents: <IntentsTab edited={edited} />,
    try: <TryTab edited={edited} />,
    versions: (
      <Box sx={{ maxWidth: 760 }}>
        <ConfigRail edited={edited as EditedItem<unknown>} />
      </Box>
    ),
  };
  return (
    <>
      <Tabs value={tab} onChange={(_, next: TabName) => open(next)} aria-label={t('services.tab.label')} variant="scrollable" scrollButtons="auto" sx={{ mb: 4, borderBottom: 1, borderColor: 'divider' }}>
        {tabs.map((name) => (
          <Tab key={name} value={name} id={`tab-${name}`} aria-controls={`panel-${name}`} label={t(`services.tab.${name}`)} />
        ))}
      </Tabs>
      {tabs.map((name) => (
        <Box key={name} role="tabpanel" id={`panel-${name}`} aria-labelledby={`tab-${name}`} hidden={tab !== name}>
          {(opened.has(name) || tab === name) && panels[name]}
        </Box>
      ))}
    </>
  );
};

/** The tab of the address: named, or the one that shows the place that is asked for. */
function useTab(query: URLSearchParams): TabName {
  const { at } = usePlace();
  if (at === '/form') return 'form';
  if (at === '/workflow') return 'workflow';
  return tabs.find((name) => name === query.get('tab')) ?? 'guide';
}
