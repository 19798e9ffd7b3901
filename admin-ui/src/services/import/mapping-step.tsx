import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Switch from '@mui/material/Switch';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { OrgUnitField } from '../../org/org-unit-field.js';
import { formatBytes } from '../../shared/format.js';
import { Sheet } from '../../shared/page.js';
import { audiences, serviceTypes } from '../service.js';
import { importTargets, missingTargets, type ImportMapping, type ImportTarget, type Inspection } from './service-import.js';

interface MappingStepProps {
  inspection: Inspection;
  mapping: ImportMapping;
  onChange: (mapping: ImportMapping) => void;
  busy: boolean;
  onBack: () => void;
  onPlan: () => void;
}

const samples = 3;

/** Which column becomes what, with the first rows beside it, and what stands where cells are empty. */
export const MappingStep: FC<MappingStepProps> = ({ inspection, mapping, onChange, busy, onBack, onPlan }) => {
  const t = useTranslate();
  const missing = missingTargets(mapping);
  const targetOf = (column: string) => importTargets.find((target) => mapping.columns[target] === column) ?? '';
  const set = (column: string, target: ImportTarget | '') => {
    const kept = Object.entries(mapping.columns).filter(([one, of]) => of !== column && one !== target);
    onChange({ ...mapping, columns: { ...Object.fromEntries(kept), ...(target && { [target]: column }) } });
  };
  return (
    <>
      <Sheet label={t('services.import.step.mapping')}>
        <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap', alignItems: 'baseline', px: 4, py: 2.5 }}>
          <Typography variant="h2">{inspection.name}</Typography>
          <Typography color="text.secondary">
            {formatBytes(inspection.size)} · {inspection.format.toUpperCase()}
            {inspection.encoding && ` · ${inspection.encoding.toUpperCase()}`} · {t('services.import.columns', { n: inspection.columns.length })}
          </Typography>
        </Box>
        <TableContainer tabIndex={0} role="group" aria-label={t('services.import.step.mapping')} sx={{ maxHeight: 440 }}>
          <Table size="small" stickyHeader>
            <TableHead>
              <TableRow>
                <TableCell>{t('services.import.column')}</TableCell>
                <TableCell sx={{ width: 220 }}>{t('services.import.becomes')}</TableCell>
                <TableCell>{t('services.import.sample')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {inspection.columns.map((column) => (
                <TableRow key={column} hover>
                  <TableCell sx={{ fontWeight: targetOf(column) ? 600 : 400 }}>{column}</TableCell>
                  <TableCell>
                    <TextField select fullWidth margin="none" value={targetOf(column)} onChange={(event) => set(column, event.target.value as ImportTarget | '')} slotProps={{ select: { displayEmpty: true, SelectDisplayProps: { 'aria-label': t('services.import.becomesOf', { column }) } } }}>
                      <MenuItem value="">{t('services.import.ignore')}</MenuItem>
                      {importTargets.map((target) => (
                        <MenuItem key={target} value={target}>
                          {t(`services.target.${target}`)}
                        </MenuItem>
                      ))}
                    </TextField>
                  </TableCell>
                  <TableCell sx={{ maxWidth: 460 }}>
                    {inspection.sample.slice(0, samples).map((row, index) => (
                      <Typography key={index} variant="caption" color="text.secondary" component="div" noWrap title={textOf(row[column])}>
                        {textOf(row[column]) || '—'}
                      </Typography>
                    ))}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      </Sheet>
      <Sheet label={t('services.import.defaults')} sx={{ px: 4, py: 3, mt: 4 }}>
        <Typography variant="h2">{t('services.import.defaults')}</Typography>
        <Box sx={{ display: 'grid', columnGap: 3, gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))' }}>
          <TextField select margin="dense" label={t('services.field.type')} value={mapping.defaults.type ?? ''} onChange={(event) => onChange({ ...mapping, defaults: without(mapping.defaults, 'type', event.target.value) })}>
            <MenuItem value="">{t('services.import.noDefault')}</MenuItem>
            {serviceTypes.map((type) => (
              <MenuItem key={type} value={type}>
                {t(`services.type.${type}`)}
              </MenuItem>
            ))}
          </TextField>
          <OrgUnitField byKey label={t('services.field.department')} none={t('services.import.noDefault')} value={mapping.defaults.department ?? null} onChange={(key) => onChange({ ...mapping, defaults: without(mapping.defaults, 'department', key ?? '') })} />
          <TextField select margin="dense" label={t('services.field.audience')} value={mapping.defaults.audience?.[0] ?? ''} onChange={(event) => onChange({ ...mapping, defaults: without(mapping.defaults, 'audience', event.target.value && [event.target.value]) })}>
            <MenuItem value="">{t('services.import.noDefault')}</MenuItem>
            {audiences.map((audience) => (
              <MenuItem key={audience} value={audience}>
                {t(`services.audience.${audience}`)}
              </MenuItem>
            ))}
          </TextField>
        </Box>
        <FormControlLabel control={<Switch size="small" checked={mapping.departments === 'create'} onChange={(_, isOn) => onChange({ ...mapping, departments: isOn ? 'create' : 'match' })} />} label={t('services.import.createDepartments')} sx={{ ml: -1, mt: 1 }} />
      </Sheet>
      {missing.length > 0 && (
        <Alert severity="warning" sx={{ mt: 4 }}>
          {t('services.import.missing', { targets: missing.map((target) => t(`services.target.${target}`)).join(t('services.separator')) })}
        </Alert>
      )}
      <Box sx={{ display: 'flex', gap: 2, mt: 4 }}>
        <Button variant="outlined" onClick={onBack}>
          {t('services.import.otherFile')}
        </Button>
        <Button variant="contained" disabled={missing.length > 0 || busy} onClick={onPlan}>
          {t('services.import.plan')}
        </Button>
      </Box>
    </>
  );
};

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value));

/** The defaults with one of them set, or left out where nothing is chosen. */
function without(defaults: ImportMapping['defaults'], name: keyof ImportMapping['defaults'], value: string | string[]): ImportMapping['defaults'] {
  const { [name]: _old, ...rest } = defaults;
  return value.length > 0 ? { ...rest, [name]: value } : rest;
}
