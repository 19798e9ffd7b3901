import Add from '@mui/icons-material/AddOutlined';
import ArrowDownward from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpward from '@mui/icons-material/ArrowUpwardOutlined';
import Close from '@mui/icons-material/CloseOutlined';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MuiLink from '@mui/material/Link';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { fieldSchema, optionsOf, type FieldOption, type JsonSchema } from '@banshi/forms';
import { type FC, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useGraphql } from '../../providers/use-graphql.js';
import { placeOf } from '../../shared/place.js';
import { useDesigner } from '../design/designer.js';
import { dictionaryChoicesDocument } from '../form.js';
import { usePatch } from './use-patch.js';

/** Where the choices come from: a list of the form's own, or a dictionary. */
export const ChoiceProperties: FC<{ field: string }> = ({ field }) => {
  const t = useTranslate();
  const { form, isReadOnly } = useDesigner();
  const patch = usePatch(field);
  const schema = fieldSchema(form, field) ?? {};
  const holder = schema['type'] === 'array' ? ((schema['items'] as JsonSchema | undefined) ?? {}) : schema;
  const dictionary = typeof holder['x-dictionary'] === 'string' ? holder['x-dictionary'] : null;
  const [wantsDictionary, setWantsDictionary] = useState(dictionary !== null);
  const change = (source: 'own' | 'dictionary' | null) => {
    if (source === null) return;
    setWantsDictionary(source === 'dictionary');
    if (source === 'own' && dictionary !== null) patch({ options: [1, 2].map((n) => ({ value: t('forms.choice.option', { n }), title: '' })) });
  };
  return (
    <>
      <ToggleButtonGroup exclusive fullWidth size="small" aria-label={t('forms.choice.source')} value={wantsDictionary ? 'dictionary' : 'own'} disabled={isReadOnly} onChange={(_, source: 'own' | 'dictionary' | null) => change(source)} sx={{ mb: 2 }}>
        <ToggleButton value="own" sx={{ py: 0.5 }}>
          {t('forms.choice.own')}
        </ToggleButton>
        <ToggleButton value="dictionary" sx={{ py: 0.5 }}>
          {t('forms.choice.dictionary')}
        </ToggleButton>
      </ToggleButtonGroup>
      {wantsDictionary ? <DictionaryPicker value={dictionary} onChange={(key) => patch({ dictionary: key })} /> : <OptionList options={optionsOf(schema)} onChange={(options) => patch({ options })} />}
    </>
  );
};

interface DictionaryChoice {
  key: string;
  title: string;
  entryCount: number;
}

const DictionaryPicker: FC<{ value: string | null; onChange: (key: string) => void }> = ({ value, onChange }) => {
  const t = useTranslate();
  const { isReadOnly } = useDesigner();
  const { data, error } = useGraphql<{ dictionaries: { items: DictionaryChoice[] } }>(dictionaryChoicesDocument);
  const all = data?.dictionaries.items ?? [];
  return (
    <>
      <Autocomplete
        options={all}
        value={value === null ? (null as never) : (all.find(({ key }) => key === value) ?? { key: value, title: value, entryCount: 0 })}
        disableClearable
        disabled={isReadOnly}
        onChange={(_, chosen) => onChange(chosen.key)}
        getOptionLabel={({ title }) => title}
        getOptionKey={({ key }) => key}
        isOptionEqualToValue={(a, b) => a.key === b.key}
        noOptionsText={t('forms.choice.noDictionaries')}
        openText={t('forms.fill.open')}
        closeText={t('shared.close')}
        renderOption={({ key: id, ...row }, { title, entryCount }) => (
          <li key={id} {...row}>
            {t('forms.choice.entries', { title, n: entryCount })}
          </li>
        )}
        renderInput={(params) => <TextField {...params} margin="dense" label={t('forms.choice.dictionary')} error={error !== null} helperText={error?.message} />}
      />
      {value !== null && (
        <MuiLink component={Link} to={placeOf('dictionary', value)} sx={{ fontSize: 13 }}>
          {t('forms.choice.open')}
        </MuiLink>
      )}
    </>
  );
};

/** Options one under the other; Enter begins the next. What people read is the value, unless another text is given. */
const OptionList: FC<{ options: FieldOption[]; onChange: (options: FieldOption[]) => void }> = ({ options, onChange }) => {
  const t = useTranslate();
  const { isReadOnly } = useDesigner();
  const set = (index: number, title: string) => {
    const old = options[index]!;
    // While the stored value is also the text, both change together; a value of its own stays for the data's sake.
    const isSame = old.title === '' || old.title === old.value;
    onChange(options.with(index, isSame ? { value: title, title } : { ...old, title }));
  };
  const add = () => {
    const taken = new Set(options.map(({ value }) => value));
    let n = options.length + 1;
    while (taken.has(t('forms.choice.option', { n }))) n++;
    const value = t('forms.choice.option', { n });
    onChange([...options, { value, title: value }]);
  };
  const move = (index: number, by: number) => onChange(options.toSpliced(index, 1).toSpliced(index + by, 0, options[index]!));
  return (
    <>
      {options.map(({ value, title }, index) => (
        <Box key={index} sx={{ display: 'flex', alignItems: 'center', mb: 1 }}>
          <TextField
            fullWidth
            margin="none"
            value={title || value}
            disabled={isReadOnly}
            error={options.some((other, at) => at !== index && other.value === value)}
            onChange={(event) => set(index, event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              add();
            }}
            slotProps={{ htmlInput: { 'aria-label': t('forms.choice.option', { n: index + 1 }), style: { paddingBlock: 5 } } }}
          />
          {!isReadOnly && (
            <>
              <IconButton aria-label={`${t('ra.action.move_up')} ${title}`} disabled={index === 0} onClick={() => move(index, -1)} sx={{ p: 0.5 }}>
                <ArrowUpward sx={{ fontSize: 15 }} />
              </IconButton>
              <IconButton aria-label={`${t('ra.action.move_down')} ${title}`} disabled={index === options.length - 1} onClick={() => move(index, 1)} sx={{ p: 0.5 }}>
                <ArrowDownward sx={{ fontSize: 15 }} />
              </IconButton>
              <IconButton aria-label={`${t('shared.delete')} ${title}`} disabled={options.length === 1} onClick={() => onChange(options.toSpliced(index, 1))} sx={{ p: 0.5 }}>
                <Close sx={{ fontSize: 15 }} />
              </IconButton>
            </>
          )}
        </Box>
      ))}
      {!isReadOnly && (
        <Button variant="text" startIcon={<Add />} onClick={add}>
          {t('forms.choice.add')}
        </Button>
      )}
    </>
  );
};
