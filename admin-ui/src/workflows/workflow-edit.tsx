import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { ConfigEditPage } from '../shared/config/config-edit-page.js';
import type { WorkflowBody } from './workflow.js';
import { WorkflowEditor } from './workflow-editor.js';

const WorkflowEdit: FC = () => {
  const t = useTranslate();
  const { key = '' } = useParams();
  return (
    <ConfigEditPage<WorkflowBody> key={key} kind="workflow" itemKey={key} list={{ path: '/workflows', title: t('workflows.title') }} isFull>
      {(edited) => <WorkflowEditor edited={edited} />}
    </ConfigEditPage>
  );
};

export default WorkflowEdit;
