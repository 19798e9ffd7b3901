import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { ConfigEditPage } from '../shared/config/config-edit-page.js';
import type { ServiceBody } from './service.js';
import { ServiceEditor } from './service-editor.js';

const ServiceEdit: FC = () => {
  const t = useTranslate();
  const { key = '' } = useParams();
  return (
    <ConfigEditPage<ServiceBody> key={key} kind="service" itemKey={key} list={{ path: '/services', title: t('services.title') }} isFull>
      {(edited) => <ServiceEditor edited={edited} />}
    </ConfigEditPage>
  );
};

export default ServiceEdit;
