import TextField from '@mui/material/TextField';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useDiagram } from '../bpmn/diagram-context.js';
import type { DiagramElement } from '../bpmn/moddle-element.js';
import { PropertyGroup } from './property-group.js';

/** XML's rule for ids, within ASCII: they also stand in addresses and in findings. */
const idPattern = /^[A-Za-z_][\w.-]*$/;

/** The element's id, taken over when the field is left, if it may be one. */
export const IdField: FC<{ element: DiagramElement }> = ({ element }) => {
  const t = useTranslate();
  const { viewer, change, isReadOnly } = useDiagram();
  const [typed, setTyped] = useState<string | null>(null);
  const id = typed ?? element.id;
  const isTaken = id !== element.id && viewer.get<ElementRegistry>('elementRegistry').get(id) !== undefined;
  const problem = !idPattern.test(id) ? t('workflows.properties.idInvalid') : isTaken ? t('workflows.properties.idTaken') : null;
  const commit = () => {
    if (typed !== null && typed !== element.id && !problem) change(element, { id: typed }, 'id');
    setTyped(null);
  };
  return (
    <PropertyGroup title={t('workflows.properties.technical')}>
      <TextField
        fullWidth
        margin="dense"
        label={t('workflows.properties.id')}
        value={id}
        error={problem !== null}
        helperText={problem ?? t('workflows.properties.idHint')}
        disabled={isReadOnly}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
        slotProps={{ htmlInput: { spellCheck: false } }}
      />
    </PropertyGroup>
  );
};
