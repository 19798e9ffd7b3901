import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { parsePolicy } from '@banshi/policies';
import { type FC, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import type { EditedItem } from '../providers/config-item/use-config-item.js';
import { ConfigEditPage } from '../shared/config/config-edit-page.js';
import { usePlace } from '../shared/place.js';
import { ClauseList } from './clause-list.js';
import { EligibilityEditor } from './eligibility/eligibility-editor.js';
import { InterpretationTab } from './interpretation-tab.js';
import { MetadataFields } from './metadata-fields.js';
import type { PolicyBody } from './policy.js';
import { ProposalList } from './proposal-list.js';
import { TextEditor } from './text-editor.js';

const PolicyEdit: FC = () => {
  const t = useTranslate();
  const { key = '' } = useParams();
  return (
    <ConfigEditPage<PolicyBody> key={key} kind="policy" itemKey={key} list={{ path: '/policies', title: t('policies.title') }}>
      {(edited) => <Editor edited={edited} />}
    </ConfigEditPage>
  );
};

const tabs = ['metadata', 'text', 'clauses', 'eligibility', 'proposals', 'interpretation'] as const;
type PolicyTab = (typeof tabs)[number];

const Editor: FC<{ edited: EditedItem<PolicyBody> }> = ({ edited }) => {
  const t = useTranslate();
  const { at, element } = usePlace();
  const [chosen, setChosen] = useState<PolicyTab>(at === '/text' ? (element ? 'clauses' : 'text') : at?.startsWith('/clauseValidity') ? 'clauses' : /^\/(eligibility|audience)/.test(at ?? '') ? 'eligibility' : 'metadata');
  const parsed = useMemo(() => parsePolicy(edited.body.text), [edited.body.text]);
  return (
    <>
      <Tabs value={chosen} onChange={(_, tab: PolicyTab) => setChosen(tab)} sx={{ mb: 4, borderBottom: 1, borderColor: 'divider' }}>
        {tabs.map((tab) => (
          <Tab key={tab} value={tab} label={tab === 'clauses' ? t('policies.clausesCounted', { n: parsed.clauses.length }) : t(`policies.tab.${tab}`)} />
        ))}
      </Tabs>
      <Box role="tabpanel">
        {chosen === 'metadata' && <MetadataFields edited={edited} />}
        {chosen === 'text' && <TextEditor edited={edited} parsed={parsed} />}
        {chosen === 'clauses' && <ClauseList edited={edited} parsed={parsed} element={element} />}
        {chosen === 'eligibility' && <EligibilityEditor edited={edited} />}
        {chosen === 'proposals' && <ProposalList edited={edited} />}
        {chosen === 'interpretation' && <InterpretationTab edited={edited} />}
      </Box>
    </>
  );
};

export default PolicyEdit;
