import type { WorkflowBody } from '@banshi/bundle';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import { Sheet } from '../../shared/page.js';
import { WorkflowDiagram } from '../../workflows/diagram/workflow-diagram.js';
import { newWorkflow } from '../../workflows/workflow.js';
import type { ServiceBody } from '../service.js';
import { BoundItem } from './bound-item.js';

/** How cases of the service are handled: the diagram to look at; it is drawn on its own page. */
export const WorkflowTab: FC<{ edited: EditedItem<ServiceBody> }> = ({ edited }) => {
  const t = useTranslate();
  return (
    <BoundItem<WorkflowBody> edited={edited} kind="workflow" fresh={(title, key) => newWorkflow(t('services.bound.workflowTitle', { title }), key)}>
      {({ bpmn, title }) => (
        <Sheet>
          <WorkflowDiagram bpmn={bpmn} label={title} height="calc(100vh - 300px)" />
        </Sheet>
      )}
    </BoundItem>
  );
};
