import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { readOutcomes } from '../bpmn/extension-elements.js';
import { useDiagram } from '../bpmn/diagram-context.js';
import type { DiagramElement } from '../bpmn/moddle-element.js';
import { AssignmentFields } from './assignment-fields.js';
import { FieldAccessTable } from './field-access-table.js';
import { FlowFields } from './flow-fields.js';
import { FormField } from './form-field.js';
import { GatewayFields } from './gateway-fields.js';
import { IdField } from './id-field.js';
import { OutcomeTable } from './outcome-table.js';
import { ResultField } from './result-field.js';

const known = new Set(['bpmn:StartEvent', 'bpmn:EndEvent', 'bpmn:UserTask', 'bpmn:ExclusiveGateway', 'bpmn:ParallelGateway', 'bpmn:SequenceFlow', 'bpmn:TextAnnotation', 'bpmn:Association']);

/** The properties of the selected element. */
export const PropertiesPanel: FC<{ element: DiagramElement }> = ({ element }) => {
  const t = useTranslate();
  const { change, isReadOnly } = useDiagram();
  const { type, businessObject } = element;
  const textProperty = type === 'bpmn:TextAnnotation' ? 'text' : 'name';
  const hasText = type !== 'bpmn:Association';
  return (
    // Fields keep what is half typed, so another element gets fields of its own.
    <Box key={element.id}>
      <Typography variant="caption" color="text.secondary" component="p" sx={{ pt: 2 }}>
        {known.has(type) ? t(`workflows.type.${type.slice('bpmn:'.length)}`) : type}
      </Typography>
      {!known.has(type) && (
        <Alert severity="warning" sx={{ my: 2 }}>
          {t('workflows.properties.unsupported')}
        </Alert>
      )}
      {hasText && (
        <TextField
          fullWidth
          multiline
          margin="dense"
          label={t(`workflows.properties.${textProperty}`)}
          value={(businessObject.get(textProperty) as string | undefined) ?? ''}
          disabled={isReadOnly}
          onChange={(event) => change(element, { [textProperty]: event.target.value }, textProperty)}
        />
      )}
      {type === 'bpmn:UserTask' && <UserTaskFields element={element} />}
      {type === 'bpmn:StartEvent' && <FieldAccessTable element={element} />}
      {type === 'bpmn:EndEvent' && <ResultField element={element} />}
      {type === 'bpmn:SequenceFlow' && <FlowFields element={element} />}
      {type.endsWith('Gateway') && <GatewayFields element={element} />}
      <IdField element={element} />
    </Box>
  );
};

const UserTaskFields: FC<{ element: DiagramElement }> = ({ element }) => (
  <>
    <AssignmentFields element={element} />
    <OutcomeTable element={element} outcomes={readOutcomes(element.businessObject)} />
    <FormField element={element} />
    <FieldAccessTable element={element} />
  </>
);
