import Search from '@mui/icons-material/SearchOutlined';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import type { FC } from 'react';

/** Search inside what is already on the page. */
export const SearchField: FC<{ label: string; value: string; onChange: (value: string) => void; width?: number }> = ({ label, value, onChange, width = 200 }) => (
  <TextField
    type="search"
    margin="none"
    placeholder={label}
    value={value}
    onChange={(event) => onChange(event.target.value)}
    sx={{ width }}
    slotProps={{
      htmlInput: { 'aria-label': label },
      input: {
        startAdornment: (
          <InputAdornment position="start">
            <Search fontSize="small" />
          </InputAdornment>
        ),
      },
    }}
  />
);
