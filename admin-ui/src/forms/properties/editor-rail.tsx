import type { FormBody } from '@banshi/forms';
import type { FC } from 'react';
import { useTranslate } from 'react-admin';
import type { EditedItem } from '../../providers/config-item/use-config-item.js';
import { FindingList } from '../../shared/finding-list.js';
import { RightRail } from '../../shared/right-rail.js';
import { UsedByList } from '../../shared/used-by-list.js';
import { VersionList } from '../../shared/config/version-list.js';
import { useDesigner } from '../design/designer.js';
import { FieldProperties } from './field-properties.js';
import { FormProperties } from './form-properties.js';
import { SectionProperties } from './section-properties.js';

/** Right of the canvas: properties of what is selected first, then what every item's rail has. */
export const EditorRail: FC<{ edited: EditedItem<FormBody> }> = ({ edited }) => {
  const t = useTranslate();
  const { selected, identityOf } = useDesigner();
  const { item } = edited;
  const isField = selected !== null && 'field' in selected;
  const name = selected === null ? '' : isField ? identityOf(selected.field) : `#${selected.section}`;
  const properties = selected === null ? <FormProperties /> : isField ? <FieldProperties key={name} field={selected.field} /> : <SectionProperties key={selected.section} section={selected.section} />;
  return (
    // Another selection brings the properties forward again.
    <RightRail
      key={name}
      label={t('forms.properties.title')}
      tabs={[
        { id: 'properties', label: t('forms.properties.title'), content: properties },
        { id: 'findings', label: t('shared.config.findings'), count: item.findings.length, isBad: item.findings.some(({ severity }) => severity === 'ERROR'), content: <FindingList findings={item.findings} /> },
        { id: 'usedBy', label: t('shared.config.usedBy'), count: item.usedBy.length, content: <UsedByList users={item.usedBy} none={t('shared.config.usedByNone')} atReference /> },
        { id: 'versions', label: t('shared.config.versions'), content: <VersionList edited={edited as EditedItem<unknown>} /> },
      ]}
    />
  );
};
