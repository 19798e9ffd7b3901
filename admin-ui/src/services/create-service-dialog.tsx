import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useOrgTree } from '../org/org.js';
import { OrgUnitField } from '../org/org-unit-field.js';
import { useMe } from '../providers/use-me.js';
import { CreateItemDialog } from '../shared/config/create-item-dialog.js';
import { newService, serviceTypes } from './service.js';

/** A new service: besides its title, who decides it and what type it is. */
export const CreateServiceDialog: FC<{ onClose: () => void }> = ({ onClose }) => {
  const t = useTranslate();
  const { tree } = useOrgTree();
  const me = useMe();
  const [type, setType] = useState<string>('public-service');
  const [chosen, setDepartment] = useState<string | null>(null);
  const department = chosen ?? me?.department?.key ?? tree.find(({ kind }) => kind === 'department')?.key ?? tree[0]?.key ?? '';
  return (
    <CreateItemDialog kind="service" title={t('services.create')} body={newService(type, department)} onClose={onClose}>
      <TextField select fullWidth margin="dense" label={t('services.field.type')} value={type} onChange={(event) => setType(event.target.value)}>
        {serviceTypes.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`services.type.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <OrgUnitField byKey label={t('services.field.department')} none={t('services.noDepartment')} value={department} onChange={setDepartment} />
    </CreateItemDialog>
  );
};
