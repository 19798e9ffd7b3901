import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { gql } from '../../providers/graphql.js';
import { useGraphql } from '../../providers/use-graphql.js';
import { useDiagram } from '../bpmn/diagram-context.js';
import { readFormId, writeFormId } from '../bpmn/extension-elements.js';
import type { DiagramElement } from '../bpmn/moddle-element.js';
import { PropertyGroup } from './property-group.js';

const formsDocument = gql`query FormChoices { forms(skip: 0, take: 200, sort: { field: "title", order: ASC }) { items { key title } totalItems } }`;

/** The form that the task shows; normally the one that the applicant filled in. */
export const FormField: FC<{ element: DiagramElement }> = ({ element }) => {
  const t = useTranslate();
  const { change, create, isReadOnly } = useDiagram();
  const { data } = useGraphql<{ forms: { items: { key: string; title: string }[] } }>(formsDocument);
  const forms = data?.forms.items ?? [];
  const chosen = readFormId(element.businessObject);
  return (
    <PropertyGroup title={t('workflows.properties.form')}>
      <Autocomplete
        size="small"
        options={forms}
        value={chosen === null ? null : (forms.find(({ key }) => key === chosen) ?? { key: chosen, title: chosen })}
        disabled={isReadOnly}
        getOptionLabel={({ title }) => title}
        getOptionKey={({ key }) => key}
        isOptionEqualToValue={(a, b) => a.key === b.key}
        onChange={(_, next) => change(element, { extensionElements: writeFormId(create, element.businessObject, next?.key ?? null) }, 'form')}
        renderInput={(params) => <TextField {...params} margin="dense" label={t('workflows.properties.linkedForm')} placeholder={t('workflows.properties.serviceForm')} helperText={t('workflows.properties.formHint')} InputLabelProps={{ ...params.InputLabelProps, shrink: true }} />}
      />
    </PropertyGroup>
  );
};
