import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { useCan } from '../providers/use-me.js';
import { ConfigEditPage } from '../shared/config/config-edit-page.js';
import { ExamplePanel } from './examples/example-panel.js';
import type { IntentBody } from './intent.js';
import { IntentFields } from './intent-fields.js';
import { PerformancePanel } from './performance/performance-panel.js';

const IntentEdit: FC = () => {
  const t = useTranslate();
  const { key = '' } = useParams();
  const { can } = useCan();
  const railTabs = () => (can('models.read') ? [{ id: 'performance', label: t('intents.performance.title'), content: <PerformancePanel intent={key} /> }] : []);
  return (
    <ConfigEditPage<IntentBody> key={key} kind="intent" itemKey={key} list={{ path: '/intents', title: t('intents.title') }} railTabs={railTabs}>
      {(edited) => (
        <>
          <IntentFields edited={edited} />
          {can('corpus.read') && <ExamplePanel intent={key} />}
        </>
      )}
    </ConfigEditPage>
  );
};

export default IntentEdit;
