import Add from '@mui/icons-material/AddOutlined';
import Close from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import type { Role } from '../providers/me.js';
import { OrgUnitField } from '../org/org-unit-field.js';
import { roles, type UserInput } from './user.js';

interface UserInputsProps {
  value: UserInput;
  onChange: (value: UserInput) => void;
  /** Messages by field. */
  errors: Record<string, string>;
}

/** Name, department and roles with their reach: the same at creating and editing. */
export const UserInputs: FC<UserInputsProps> = ({ value, onChange, errors }) => {
  const t = useTranslate();
  const setGrant = (index: number, part: Partial<UserInput['roles'][number]>) => onChange({ ...value, roles: value.roles.map((grant, i) => (i === index ? { ...grant, ...part } : grant)) });
  return (
    <>
      <TextField label={t('users.name')} value={value.name} error={Boolean(errors['name'])} helperText={errors['name']} onChange={(event) => onChange({ ...value, name: event.target.value })} fullWidth margin="dense" required slotProps={{ htmlInput: { maxLength: 60 } }} />
      <OrgUnitField label={t('users.department')} value={value.departmentId} onChange={(departmentId) => onChange({ ...value, departmentId })} none={t('shared.none')} />
      <Typography variant="h3" component="h2" sx={{ mt: 5 }}>
        {t('users.roles')}
      </Typography>
      <Typography variant="caption" color="text.secondary">
        {t('users.rolesHint')}
      </Typography>
      {value.roles.map((grant, index) => (
        <Box key={index} sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr auto', gap: 2, alignItems: 'center' }}>
          <TextField select label={t('users.role')} value={grant.role} onChange={(event) => setGrant(index, { role: event.target.value as Role })} margin="dense">
            {roles.map((role) => (
              <MenuItem key={role} value={role}>
                {t(`app.role.${role}`)}
              </MenuItem>
            ))}
          </TextField>
          <OrgUnitField label={t('users.scope')} value={grant.scopeId} onChange={(scopeId) => setGrant(index, { scopeId })} none={t('users.everywhere')} />
          <IconButton aria-label={t('users.removeRole')} onClick={() => onChange({ ...value, roles: value.roles.filter((_, i) => i !== index) })}>
            <Close fontSize="small" />
          </IconButton>
        </Box>
      ))}
      {errors['roles'] && <Typography color="error">{errors['roles']}</Typography>}
      <Button variant="text" startIcon={<Add />} onClick={() => onChange({ ...value, roles: [...value.roles, { role: 'CLERK', scopeId: null }] })} sx={{ mt: 1 }}>
        {t('users.addRole')}
      </Button>
    </>
  );
};
