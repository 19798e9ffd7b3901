import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import { Page } from '../shared/page.js';
import { PageHead } from '../shared/page-head.js';
import { FindPerson } from './find-person.js';
import { KeysSheet } from './keys-sheet.js';
import { RequestsSheet } from './requests-sheet.js';
import { RetentionSheet } from './retention-sheet.js';

/** What is held of persons: found, handed over, erased; how long it is kept, and under which keys. */
const PrivacyPage: FC = () => {
  const t = useTranslate();
  return (
    <Page width="narrow">
      <PageHead title={t('privacy.title')} subtitle={t('privacy.subtitle')} />
      <FindPerson />
      <RequestsSheet />
      <RetentionSheet />
      <KeysSheet />
    </Page>
  );
};

export default PrivacyPage;
