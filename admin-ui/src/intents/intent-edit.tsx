import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { useCan } from '../providers/use-me.js';
import { ConfigEditPage } from '../shared/config/config-edit-page.js';
import { ExamplePanel } from './examples/example-panel.js';
import type { IntentBody } from './intent.js';
import { IntentFields } from './intent-fields.js';

const IntentEdit: FC = () => {
  const t = useTranslate();
  const { key = '' } = useParams();
  const canSeeExamples = useCan().can('corpus.read');
  return (
    <ConfigEditPage<IntentBody> key={key} kind="intent" itemKey={key} list={{ path: '/intents', title: t('intents.title') }}>
      {(edited) => (
        <>
          <IntentFields edited={edited} />
          {canSeeExamples && <ExamplePanel intent={key} />}
        </>
      )}
    </ConfigEditPage>
  );
};

export default IntentEdit;
