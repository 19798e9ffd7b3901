import Edit from '@mui/icons-material/EditOutlined';
import Delete from '@mui/icons-material/DeleteOutlineOutlined';
import Visibility from '@mui/icons-material/VisibilityOutlined';
import VisibilityOff from '@mui/icons-material/VisibilityOffOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { FIELD_ACCESSES, type FieldAccess, type FieldRules } from '@banshi/process';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { SearchField } from '../../shared/search-field.js';
import { useDiagram } from '../bpmn/diagram-context.js';
import { fallbackAccess, readFields, readFormId, writeFields } from '../bpmn/extension-elements.js';
import type { DiagramElement } from '../bpmn/moddle-element.js';
import { fieldsOfStep } from '../scope/workflow-scope.js';
import { PropertyGroup } from './property-group.js';
import { withAccess } from './field-rules.js';

const icons = { hidden: VisibilityOff, read: Visibility, edit: Edit };
/** From so many fields on, a search field helps. */
const many = 9;

/** Who sees which field at a step: the default, and what differs from it. */
export const FieldAccessTable: FC<{ element: DiagramElement }> = ({ element }) => {
  const t = useTranslate();
  const { change, create, forms, isReadOnly } = useDiagram();
  const [q, setQ] = useState('');
  const { businessObject, type } = element;
  const rules: FieldRules = readFields(businessObject) ?? { default: fallbackAccess(businessObject), access: {} };
  const fields = fieldsOfStep(forms, readFormId(businessObject));
  const strangers = Object.keys(rules.access).filter((name) => !fields.some((field) => field.name === name));
  const shown = fields.filter(({ name, title }) => `${name} ${title}`.toLowerCase().includes(q.toLowerCase()));
  const set = (next: FieldRules, field: string) => change(element, { extensionElements: writeFields(create, businessObject, next) }, field);
  const isStart = type === 'bpmn:StartEvent';
  return (
    <PropertyGroup title={t(isStart ? 'workflows.properties.applicantFields' : 'workflows.properties.fields')} hint={t(isStart ? 'workflows.properties.applicantFieldsHint' : 'workflows.properties.fieldsHint')}>
      <TextField select fullWidth margin="dense" label={t('workflows.properties.defaultAccess')} value={rules.default} disabled={isReadOnly} onChange={(event) => set({ ...rules, default: event.target.value as FieldAccess }, 'access')}>
        {FIELD_ACCESSES.map((access) => (
          <MenuItem key={access} value={access}>
            {t(`workflows.access.${access}`)}
          </MenuItem>
        ))}
      </TextField>
      {fields.length === 0 && (
        <Typography color="text.secondary" sx={{ mt: 1 }}>
          {t('workflows.properties.noForm')}
        </Typography>
      )}
      {fields.length >= many && (
        <Box sx={{ my: 2 }}>
          <SearchField label={t('workflows.properties.searchFields')} value={q} onChange={setQ} width={310} />
        </Box>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mt: 1 }}>
        {shown.map(({ name, title }) => {
          const access = rules.access[name] ?? rules.default;
          const isOwn = Object.hasOwn(rules.access, name);
          return (
            <Box component="li" key={name} sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 34, borderBottom: 1, borderColor: 'divider' }}>
              <Typography noWrap title={`${title} · ${name}`} sx={{ flex: 1, minWidth: 0, fontWeight: isOwn ? 600 : 400 }}>
                {title}
              </Typography>
              <ToggleButtonGroup exclusive size="small" value={access} disabled={isReadOnly} aria-label={title} onChange={(_, next: FieldAccess | null) => next && set(withAccess(rules, name, next), `access ${name}`)}>
                {FIELD_ACCESSES.map((choice) => {
                  const Icon = icons[choice];
                  return (
                    <ToggleButton key={choice} value={choice} aria-label={t(`workflows.access.${choice}`)} sx={{ px: 1.5, py: 0.5 }}>
                      <Tooltip title={t(`workflows.access.${choice}`)}>
                        <Icon sx={{ fontSize: 16 }} />
                      </Tooltip>
                    </ToggleButton>
                  );
                })}
              </ToggleButtonGroup>
            </Box>
          );
        })}
        {strangers.map((name) => (
          <Box component="li" key={name} sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 34 }}>
            <Typography noWrap sx={{ flex: 1, minWidth: 0 }}>
              <code>{name}</code>
            </Typography>
            <Typography variant="caption" color={fields.length > 0 ? 'warning.main' : 'text.secondary'}>
              {fields.length > 0 ? t('workflows.properties.strangeField') : t(`workflows.access.${rules.access[name]!}`)}
            </Typography>
            {!isReadOnly && (
              <IconButton aria-label={`${t('shared.delete')} ${name}`} onClick={() => set({ ...rules, access: Object.fromEntries(Object.entries(rules.access).filter(([other]) => other !== name)) }, `access ${name}`)}>
                <Delete sx={{ fontSize: 16 }} />
              </IconButton>
            )}
          </Box>
        ))}
      </Box>
    </PropertyGroup>
  );
};
