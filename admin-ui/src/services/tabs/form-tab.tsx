import { emptyForm, type FormBody } from '@banshi/forms';
import type { FC } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { useDictionaries } from '../../forms/fill/use-dictionaries.js';
import { FormPreview } from '../../forms/preview/form-preview.js';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import type { ServiceBody } from '../service.js';
import { BoundItem } from './bound-item.js';

/** The form that applicants fill, to try out here and to edit on its own page. */
export const FormTab: FC<{ edited: EditedItem<ServiceBody> }> = ({ edited }) => {
  const t = useTranslate();
  return (
    <BoundItem<FormBody> edited={edited} kind="form" fresh={(title) => emptyForm(t('services.bound.formTitle', { title }), t('forms.firstSection'))}>
      {(form) => <Preview form={form} />}
    </BoundItem>
  );
};

const Preview: FC<{ form: FormBody }> = ({ form }) => {
  const language = useLocaleState()[0] === 'en' ? 'en' : 'zh';
  return <FormPreview form={form} dictionaries={useDictionaries(form)} language={language} />;
};
