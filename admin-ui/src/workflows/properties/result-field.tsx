import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { CASE_RESULTS } from '@banshi/process';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useDiagram } from '../bpmn/diagram-context.js';
import { readResult, writeResult } from '../bpmn/extension-elements.js';
import type { DiagramElement } from '../bpmn/moddle-element.js';

/** The final state that the end gives a case. */
export const ResultField: FC<{ element: DiagramElement }> = ({ element }) => {
  const t = useTranslate();
  const { change, create, isReadOnly } = useDiagram();
  return (
    <TextField
      select
      fullWidth
      margin="dense"
      label={t('workflows.properties.result')}
      helperText={t('workflows.properties.resultHint')}
      value={readResult(element.businessObject) ?? ''}
      disabled={isReadOnly}
      onChange={(event) => change(element, { extensionElements: writeResult(create, element.businessObject, event.target.value || null) }, 'result')}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value="">{t('workflows.result.none')}</MenuItem>
      {CASE_RESULTS.map((result) => (
        <MenuItem key={result} value={result}>
          {t(`workflows.result.${result}`)}
        </MenuItem>
      ))}
    </TextField>
  );
};
