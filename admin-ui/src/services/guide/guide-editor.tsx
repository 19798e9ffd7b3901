import Box from '@mui/material/Box';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import { FindingList } from '../../shared/finding-list.js';
import { Sheet } from '../../shared/page.js';
import type { ServiceBody } from '../service.js';
import { BasicFields } from './basic-fields.js';
import { ListEditor } from './list-editor.js';
import { PlaceFields } from './place-fields.js';
import { TimeFields } from './time-fields.js';
import { GuideText } from './guide-text.js';

const materialForms = ['original', 'copy', 'both', 'electronic'] as const;
const necessities = ['required', 'optional', 'conditional'] as const;

/** The guide of a service: what people read before they apply. Two columns from 1100 px of the window. */
export const GuideEditor: FC<{ edited: EditedItem<ServiceBody> }> = ({ edited }) => {
  const t = useTranslate();
  const { findings } = edited.item;
  const needed = { isNeeded: true };
  const list = (name: string) => ({ edited, pointer: `/guide/${name}`, title: t(`services.guide.${name}`), add: t('services.guide.add'), none: t(`services.none.${name}`) });
  const named = (name: string) => (n: number) => t(`services.blank.${name}`, { n });
  return (
    <>
      {findings.length > 0 && (
        <Sheet label={t('shared.config.findings')} sx={{ px: 4, py: 2, mb: 4 }}>
          <FindingList findings={findings} />
        </Sheet>
      )}
      <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: 'minmax(0, 1fr)', alignItems: 'start', '@media (min-width: 1100px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' } }}>
        <Box sx={column}>
          <BasicFields edited={edited} />
          <GuideText edited={edited} pointer="/guide/conditions" title={t('services.guide.conditions')} hint={t('services.guide.conditionsHint')} />
          <ListEditor
            {...list('steps')}
            columns={[
              { field: 'title', label: t('services.field.stepTitle'), span: 12, ...needed },
              { field: 'detail', label: t('services.field.detail'), span: 12, kind: 'long' },
            ]}
            blank={(n) => ({ title: named('steps')(n), detail: '' })}
          />
          <ListEditor
            {...list('faq')}
            columns={[
              { field: 'question', label: t('services.field.question'), span: 12, ...needed },
              { field: 'answer', label: t('services.field.answer'), span: 12, kind: 'long' },
            ]}
            blank={(n) => ({ question: named('faq')(n), answer: '' })}
          />
        </Box>
        <Box sx={column}>
          <ListEditor
            {...list('materials')}
            columns={[
              { field: 'name', label: t('services.field.name'), span: 12, kind: 'long', ...needed },
              { field: 'necessity', label: t('services.field.necessity'), span: 4, choices: necessities.map((value) => ({ value, label: t(`services.necessity.${value}`) })) },
              { field: 'form', label: t('services.field.form'), span: 5, choices: materialForms.map((value) => ({ value, label: t(`services.materialForm.${value}`) })) },
              { field: 'copies', label: t('services.field.copies'), span: 3, kind: 'count' },
              { field: 'condition', label: t('services.field.condition'), span: 12, kind: 'long', isOptional: true, isShown: (row) => row['necessity'] === 'conditional' },
              { field: 'sample', label: t('services.field.sample'), span: 12, kind: 'long', isOptional: true },
            ]}
            blank={(n) => ({ name: named('materials')(n), copies: 1, form: 'original', necessity: 'required' })}
          />
          <TimeFields edited={edited} />
          <ListEditor
            {...list('fees')}
            columns={[
              { field: 'name', label: t('services.field.feeName'), span: 8, ...needed },
              { field: 'amount', label: t('services.field.yuan'), span: 4, kind: 'yuan' },
              { field: 'basis', label: t('services.field.basis'), span: 12, kind: 'long' },
            ]}
            blank={(n) => ({ name: named('fees')(n), amount: 0, basis: '' })}
          />
          <PlaceFields edited={edited} />
          <ListEditor
            {...list('legalBasis')}
            columns={[
              { field: 'title', label: t('services.field.document'), span: 8, ...needed },
              { field: 'clause', label: t('services.field.clause'), span: 4, isOptional: true },
              { field: 'text', label: t('services.field.text'), span: 12, kind: 'long', isOptional: true },
            ]}
            blank={(n) => ({ title: named('legalBasis')(n) })}
          />
          <ListEditor
            {...list('results')}
            columns={[
              { field: 'name', label: t('services.field.resultName'), span: 6, ...needed },
              { field: 'sample', label: t('services.field.resultSample'), span: 6, isOptional: true },
            ]}
            blank={(n) => ({ name: named('results')(n) })}
          />
        </Box>
      </Box>
    </>
  );
};

const column = { display: 'grid', gap: 4, minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' };
