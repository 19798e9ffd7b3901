import KeyboardArrowDown from '@mui/icons-material/KeyboardArrowDownOutlined';
import Box from '@mui/material/Box';
import { fieldSchema, fieldTypeOf, placeOf, type JsonSchema } from '@banshi/forms';
import type { FC, ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { choicesOf, type Dictionaries } from '../fill/fill-schema.js';
import { useDesigner } from './designer.js';

const shown = 4;

/** How a field will look to who fills it, drawn still: nothing in it can be pressed. */
export const FieldLook: FC<{ field: string; dictionaries: Dictionaries }> = ({ field, dictionaries }) => {
  const t = useTranslate();
  const { form } = useDesigner();
  const schema = fieldSchema(form, field) ?? {};
  const type = fieldTypeOf(schema)?.type;
  const placeholder = placeOf(form, field)?.layout.placeholder ?? (schema['default'] === undefined ? '' : String(schema['default']));
  const choices = type === 'choice' || type === 'multi-choice' ? choicesOf(schema, dictionaries) : [];
  switch (type) {
    case 'textarea':
      return <InputBox tall>{placeholder}</InputBox>;
    case 'money':
      return <InputBox end={t('forms.fill.yuan')}>{placeholder}</InputBox>;
    case 'date':
      return <InputBox>{placeholder || t('forms.look.date')}</InputBox>;
    case 'boolean':
      return <Marks isRound titles={[t('ra.boolean.true'), t('ra.boolean.false')]} />;
    case 'choice':
      return choices.length > 0 && choices.length <= shown ? <Marks isRound titles={choices.map(({ title }) => title)} /> : <InputBox end={<KeyboardArrowDown sx={{ fontSize: 18 }} />}>{placeholder || t('forms.fill.choose')}</InputBox>;
    case 'multi-choice':
      return <Marks titles={[...choices.slice(0, shown).map(({ title }) => title), ...(choices.length > shown ? [`+${choices.length - shown}`] : [])]} />;
    case 'division':
      return (
        <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: 1 }}>
          {(['province', 'city', 'county'] as const).map((level) => (
            <InputBox key={level} end={<KeyboardArrowDown sx={{ fontSize: 18 }} />}>
              {t(`forms.fill.${level}`)}
            </InputBox>
          ))}
        </Box>
      );
    case 'attachment':
      return <Box sx={{ ...frame, borderStyle: 'dashed', justifyContent: 'center' }}>{t('forms.fill.upload')}</Box>;
    case 'table':
      return <TableLook schema={schema} />;
    default:
      return <InputBox>{placeholder}</InputBox>;
  }
};

const frame = { display: 'flex', alignItems: 'center', minHeight: 32, px: 2, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', color: 'text.secondary', fontSize: 13, minWidth: 0 } as const;

const InputBox: FC<{ children?: ReactNode; tall?: boolean; end?: ReactNode }> = ({ children, tall, end }) => (
  <Box sx={{ ...frame, ...(tall && { minHeight: 56, alignItems: 'flex-start', pt: 1 }) }}>
    <Box sx={{ flex: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{children}</Box>
    {end}
  </Box>
);

const Marks: FC<{ titles: string[]; isRound?: boolean }> = ({ titles, isRound }) => (
  <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 1, minHeight: 32, alignItems: 'center', fontSize: 13, color: 'text.secondary' }}>
    {titles.map((title) => (
      <Box key={title} sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
        <Box sx={{ width: 14, height: 14, border: 1.5, borderColor: 'text.secondary', borderRadius: isRound ? '50%' : '3px', opacity: 0.6 }} />
        {title}
      </Box>
    ))}
  </Box>
);

const TableLook: FC<{ schema: JsonSchema }> = ({ schema }) => {
  const columns = Object.entries(((schema['items'] as JsonSchema | undefined)?.['properties'] as Record<string, JsonSchema> | undefined) ?? {});
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, overflow: 'hidden', fontSize: 12, color: 'text.secondary' }}>
      <Box sx={{ display: 'grid', gridTemplateColumns: `repeat(${Math.max(1, columns.length)}, minmax(0, 1fr))`, bgcolor: 'action.hover' }}>
        {columns.map(([name, column]) => (
          <Box key={name} sx={{ px: 2, py: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {String(column['title'] ?? name)}
          </Box>
        ))}
      </Box>
      <Box sx={{ height: 28 }} />
    </Box>
  );
};
