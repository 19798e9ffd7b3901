import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useDiagram } from '../bpmn/diagram-context.js';
import { readGroups, writeGroups } from '../bpmn/extension-elements.js';
import type { DiagramElement } from '../bpmn/moddle-element.js';
import { useCandidates } from './use-candidates.js';
import { PropertyGroup } from './property-group.js';

/** Who may do the task: any member of any of the groups. */
export const AssignmentFields: FC<{ element: DiagramElement }> = ({ element }) => {
  const t = useTranslate();
  const { change, create, isReadOnly } = useDiagram();
  const { candidates, isPending } = useCandidates();
  const groups = readGroups(element.businessObject);
  const byGroup = new Map(candidates.map((candidate) => [candidate.group, candidate]));
  return (
    <PropertyGroup title={t('workflows.properties.assignment')} hint={t('workflows.properties.assignmentHint')}>
      <Autocomplete
        multiple
        disableCloseOnSelect
        size="small"
        loading={isPending}
        options={candidates.map(({ group }) => group)}
        value={groups}
        disabled={isReadOnly}
        groupBy={(group) => byGroup.get(group)?.section ?? ''}
        getOptionLabel={(group) => byGroup.get(group)?.title ?? group}
        filterOptions={(options, { inputValue }) => options.filter((group) => byGroup.get(group)!.words.includes(inputValue.toLowerCase()))}
        onChange={(_, next) => change(element, { extensionElements: writeGroups(create, element.businessObject, next) }, 'groups')}
        renderValue={(value, itemProps) =>
          value.map((group, index) => {
            const { key, ...props } = itemProps({ index });
            const candidate = byGroup.get(group);
            const isUnknown = !isPending && !candidate;
            return <Chip key={key} size="small" color={isUnknown ? 'error' : 'default'} variant="outlined" label={isUnknown ? t('workflows.properties.unknownGroup', { group }) : (candidate?.title ?? group)} {...props} />;
          })
        }
        renderGroup={({ key, group, children }) => (
          <li key={key} role="none">
            <Typography variant="caption" color="text.secondary" component="div" aria-hidden sx={{ px: 4, pt: 2 }}>
              {group}
            </Typography>
            <Box component="ul" role="group" aria-label={group} sx={{ listStyle: 'none', p: 0 }}>
              {children}
            </Box>
          </li>
        )}
        renderInput={(params) => <TextField {...params} margin="dense" label={t('workflows.properties.candidates')} error={groups.length === 0} helperText={groups.length === 0 ? t('workflows.properties.noCandidates') : null} />}
        slotProps={{ chip: { size: 'small' } }}
      />
    </PropertyGroup>
  );
};
