import type { FormBody } from '@banshi/forms';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { ConfigEditPage } from '../shared/config/config-edit-page.js';
import { FormEditor } from './form-editor.js';

const FormEdit: FC = () => {
  const t = useTranslate();
  const { key = '' } = useParams();
  return (
    <ConfigEditPage<FormBody> key={key} kind="form" itemKey={key} list={{ path: '/forms', title: t('forms.title') }} isFull>
      {(edited) => <FormEditor edited={edited} />}
    </ConfigEditPage>
  );
};

export default FormEdit;
