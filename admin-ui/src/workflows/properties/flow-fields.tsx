import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useDiagram } from '../bpmn/diagram-context.js';
import { readCondition, writeCondition } from '../bpmn/extension-elements.js';
import type { DiagramElement, ModdleElement } from '../bpmn/moddle-element.js';
import { ConditionField } from '../condition/condition-field.js';
import { PropertyGroup } from './property-group.js';

/** When a flow is taken. Only a branch of an exclusive gateway has a condition. */
export const FlowFields: FC<{ element: DiagramElement }> = ({ element }) => {
  const t = useTranslate();
  const { change, create, viewer, isReadOnly, variables, forms } = useDiagram();
  const flow = element.businessObject;
  const source = flow.get('sourceRef') as ModdleElement;
  const isChoice = source.$type === 'bpmn:ExclusiveGateway' && ((source.get('outgoing') as unknown[] | undefined) ?? []).length > 1;
  const isDefault = source.get('default') === flow;
  const condition = readCondition(flow);
  const gateway = viewer.get<ElementRegistry>('elementRegistry').get(source.id!) as unknown as DiagramElement | undefined;
  if (!isChoice && !condition) {
    return (
      <Typography color="text.secondary" sx={{ py: 2 }}>
        {t('workflows.properties.noConditionNeeded')}
      </Typography>
    );
  }
  return (
    <PropertyGroup title={t('workflows.properties.condition')} hint={t('workflows.properties.conditionHint')}>
      {gateway && isChoice && (
        <FormControlLabel
          sx={{ my: 1 }}
          control={<Switch size="small" checked={isDefault} disabled={isReadOnly} onChange={(_, on) => change(gateway, { default: on ? flow : undefined }, 'default')} />}
          label={t('workflows.properties.isDefault')}
        />
      )}
      {(!isDefault || condition) && (
        <ConditionField
          value={condition}
          variables={variables}
          isOpen={forms.services.length === 0}
          isReadOnly={isReadOnly}
          onChange={(next) => change(element, { conditionExpression: writeCondition(create, next) }, 'condition')}
        />
      )}
    </PropertyGroup>
  );
};
