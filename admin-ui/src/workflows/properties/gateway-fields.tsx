import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { describeCondition } from '../condition/describe-condition.js';
import { labelOf, useDiagram } from '../bpmn/diagram-context.js';
import { readCondition } from '../bpmn/extension-elements.js';
import type { DiagramElement, ModdleElement } from '../bpmn/moddle-element.js';
import { PropertyGroup } from './property-group.js';

/** Where a gateway leads: each branch with its condition in words, and which is taken when none holds. */
export const GatewayFields: FC<{ element: DiagramElement }> = ({ element }) => {
  const t = useTranslate();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const { change, open, isReadOnly, variables } = useDiagram();
  const { businessObject, type } = element;
  const isExclusive = type === 'bpmn:ExclusiveGateway';
  const flows = (businessObject.get('outgoing') as ModdleElement[] | undefined) ?? [];
  const byDefault = (businessObject.get('default') as ModdleElement | undefined)?.id ?? '';
  const describe = (flow: ModdleElement) => {
    if (!isExclusive || flows.length < 2) return t('workflows.properties.always');
    if (flow.id === byDefault) return t('workflows.properties.otherwise');
    const source = readCondition(flow);
    return source ? (describeCondition(source, variables, language) ?? source) : t('workflows.properties.noCondition');
  };
  return (
    <PropertyGroup title={t('workflows.properties.branches')} hint={t(isExclusive ? 'workflows.properties.exclusiveHint' : 'workflows.properties.parallelHint')}>
      {flows.map((flow) => (
        <ButtonBase key={flow.id} onClick={() => open(flow.id!)} sx={{ display: 'block', width: '100%', textAlign: 'left', py: 1.5, px: 2, mx: -2, borderRadius: 1, '&:hover': { bgcolor: 'action.hover' } }}>
          <Typography noWrap>
            {flow.name ? `${flow.name} → ` : '→ '}
            {labelOf(flow.get('targetRef') as ModdleElement)}
          </Typography>
          <Typography variant="caption" color="text.secondary" component="div">
            {describe(flow)}
          </Typography>
        </ButtonBase>
      ))}
      {isExclusive && flows.length > 1 && (
        <Box sx={{ mt: 2 }}>
          <TextField
            select
            fullWidth
            margin="dense"
            label={t('workflows.properties.defaultFlow')}
            helperText={t('workflows.properties.defaultHint')}
            value={byDefault}
            disabled={isReadOnly}
            onChange={(event) => change(element, { default: flows.find(({ id }) => id === event.target.value) }, 'default')}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          >
            <MenuItem value="">{t('shared.none')}</MenuItem>
            {flows.map((flow) => (
              <MenuItem key={flow.id} value={flow.id}>
                {flow.name ? `${flow.name} → ` : '→ '}
                {labelOf(flow.get('targetRef') as ModdleElement)}
              </MenuItem>
            ))}
          </TextField>
        </Box>
      )}
    </PropertyGroup>
  );
};
