import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { type FC, useContext, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { EditedItem } from '../providers/config-item/use-config-item.js';
import { VersionList } from '../shared/config/version-list.js';
import { FindingList } from '../shared/finding-list.js';
import { Sheet } from '../shared/page.js';
import { UsedByList } from '../shared/used-by-list.js';
import { DiagramContext } from './bpmn/diagram-context.js';
import { ProcessFields } from './properties/process-fields.js';
import { PropertiesPanel } from './properties/properties-panel.js';
import type { WorkflowBody } from './workflow.js';

type RailView = 'properties' | 'findings' | 'usedBy' | 'versions';

/** Properties of what is selected, else of the workflow; findings, users and versions in further tabs. */
export const EditorRail: FC<{ edited: EditedItem<WorkflowBody> }> = ({ edited }) => {
  const t = useTranslate();
  const selected = useContext(DiagramContext)?.selected ?? null;
  const [view, setView] = useState<RailView>('properties');
  const { item } = edited;
  // Who selects something wants to see it.
  useEffect(() => {
    if (selected) setView('properties');
  }, [selected?.id, selected]);
  const isBad = item.findings.some(({ severity }) => severity === 'ERROR');
  const isProcess = !selected || !selected.parent;
  return (
    <Sheet label={t('workflows.properties.title')} sx={{ display: 'flex', flexDirection: 'column', height: { lg: 'calc(100vh - 176px)' }, minHeight: { lg: 520 } }}>
      <Tabs value={view} onChange={(_, next: RailView) => setView(next)} variant="scrollable" scrollButtons={false} sx={{ px: 2, borderBottom: 1, borderColor: 'divider', flexShrink: 0, '& .MuiTab-root': { px: 2 } }} aria-label={t('shared.config.rail')}>
        <Tab value="properties" label={t('workflows.properties.title')} />
        <Tab
          value="findings"
          label={
            item.findings.length > 0 ? (
              <Badge badgeContent={item.findings.length} color={isBad ? 'error' : 'secondary'} sx={{ '& .MuiBadge-badge': { position: 'static', transform: 'none', ml: 1, height: 18, minWidth: 18, fontSize: 11 } }}>
                {t('shared.config.findings')}
              </Badge>
            ) : (
              t('shared.config.findings')
            )
          }
        />
        <Tab value="usedBy" label={t('shared.config.usedBy')} />
        <Tab value="versions" label={t('shared.config.versions')} />
      </Tabs>
      <Box sx={{ px: 4, pb: 3, overflow: 'auto', flex: 1, ...(view !== 'properties' && { pt: 3 }) }}>
        {view === 'properties' && (isProcess ? <ProcessFields edited={edited} /> : <PropertiesPanel element={selected} />)}
        {view === 'findings' && <FindingList findings={item.findings} />}
        {view === 'usedBy' && <UsedByList users={item.usedBy} none={t('workflows.usedByNone')} atReference />}
        {view === 'versions' && <VersionList edited={edited as EditedItem<unknown>} />}
      </Box>
    </Sheet>
  );
};
