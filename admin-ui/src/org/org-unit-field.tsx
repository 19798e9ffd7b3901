import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { FC } from 'react';
import { useOrgTree } from './org.js';

interface OrgUnitFieldProps {
  label: string;
  value: string | null;
  onChange: (id: string | null) => void;
  /** What no unit is called. */
  none: string;
  /** Take the unit's key instead of its id: contents refer by key. */
  byKey?: boolean;
  disabled?: boolean;
}

/** Chooses a department out of the tree. */
export const OrgUnitField: FC<OrgUnitFieldProps> = ({ label, value, onChange, none, byKey, disabled = false }) => {
  const { tree } = useOrgTree();
  const known = tree.some((unit) => (byKey ? unit.key : unit.id) === value);
  return (
    <TextField select disabled={disabled} fullWidth margin="dense" label={label} value={known ? value : ''} onChange={(event) => onChange(event.target.value || null)} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
      <MenuItem value="">{none}</MenuItem>
      {tree.map((unit) => (
        <MenuItem key={unit.id} value={byKey ? unit.key : unit.id} sx={{ pl: 4 + unit.depth * 4 }}>
          {unit.title}
        </MenuItem>
      ))}
    </TextField>
  );
};
