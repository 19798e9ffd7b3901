import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import type { FormBody } from '@banshi/forms';
import { type FC, type ReactNode, useEffect, useState } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { EditedItem } from '../providers/config-item/use-config-item.js';
import { usePlace } from '../shared/place.js';
import { FormCode } from './code/form-code.js';
import { DesignerProvider, useDesignerState } from './design/designer.js';
import { DictionariesProvider } from './design/dictionaries-context.js';
import { FormDesign } from './design/form-design.js';
import { selectionAt } from './design/selection-at.js';
import { useDictionaries } from './fill/use-dictionaries.js';
import { FormPreview } from './preview/form-preview.js';

const tabs = ['design', 'preview', 'code'] as const;
type TabName = (typeof tabs)[number];

/** Design, preview and code of one form. A tab that was opened stays as it was left. */
export const FormEditor: FC<{ edited: EditedItem<FormBody> }> = ({ edited }) => {
  const t = useTranslate();
  const language = useLocaleState()[0] === 'en' ? 'en' : 'zh';
  const [query, setQuery] = useSearchParams();
  const { at } = usePlace();
  const tab = tabs.find((name) => name === query.get('tab')) ?? 'design';
  const [opened, setOpened] = useState<ReadonlySet<TabName>>(new Set([tab]));
  const [isCodeBroken, setIsCodeBroken] = useState(false);
  const designer = useDesignerState(edited, language);
  const dictionaries = useDictionaries(edited.body);

  const { select } = designer;
  useEffect(() => {
    const selection = at ? selectionAt(edited.body, at) : null;
    if (selection) select(selection, true);
    // Only another address selects; later changes of the form do not.
  }, [at]);
  useEffect(() => setOpened((before) => (before.has(tab) ? before : new Set([...before, tab]))), [tab]);

  const open = (next: TabName) => {
    const copy = new URLSearchParams(query);
    copy.delete('at');
    if (next === 'design') copy.delete('tab');
    else copy.set('tab', next);
    setQuery(copy, { replace: true });
  };
  const panels: Record<TabName, ReactNode> = {
    design: <FormDesign edited={edited} dictionaries={dictionaries} />,
    preview: <FormPreview form={edited.body} dictionaries={dictionaries} language={language} />,
    code: <FormCode edited={edited} language={language} onTrouble={setIsCodeBroken} />,
  };
  return (
    <DesignerProvider value={designer}>
      <DictionariesProvider value={dictionaries}>
        <Tabs value={tab} onChange={(_, next: TabName) => open(next)} aria-label={t('forms.tab.label')} sx={{ mb: 4, borderBottom: 1, borderColor: 'divider' }}>
          {tabs.map((name) => (
            <Tab
              key={name}
              value={name}
              id={`tab-${name}`}
              aria-controls={`panel-${name}`}
              label={
                <Badge variant="dot" color="error" invisible={name !== 'code' || !isCodeBroken}>
                  {t(`forms.tab.${name}`)}
                </Badge>
              }
            />
          ))}
        </Tabs>
        {tabs.map((name) => (
          <Box key={name} role="tabpanel" id={`panel-${name}`} aria-labelledby={`tab-${name}`} hidden={tab !== name}>
            {(opened.has(name) || tab === name) && panels[name]}
          </Box>
        ))}
      </DictionariesProvider>
    </DesignerProvider>
  );
};
