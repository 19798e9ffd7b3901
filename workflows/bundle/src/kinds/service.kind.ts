import { diffBodies } from './body-diff.js';
import type { ServiceBody } from './bodies.js';
import type { ConfigKind, Reference } from './kind.js';
import { lintService } from './service.lint.js';
import { serviceSchema } from './service.schema.js';

const title = { zh: '事项', en: 'Service' };

function refs(body: ServiceBody): Reference[] {
  const found: Reference[] = [];
  if (body.form !== null) found.push({ path: '/form', kind: 'form', key: body.form, role: 'form' });
  if (body.workflow !== null) found.push({ path: '/workflow', kind: 'workflow', key: body.workflow, role: 'workflow' });
  body.guide.legalBasis.forEach(({ policy }, index) => policy !== undefined && found.push({ path: `/guide/legalBasis/${index}/policy`, kind: 'policy', key: policy, role: 'basis' }));
  return found;
}

export const serviceKind: ConfigKind<'service'> = {
  kind: 'service',
  title,
  schemaVersion: 1,
  schema: serviceSchema,
  upcast: (body) => body,
  titleOf: (body) => body.title,
  refs,
  lint: lintService,
  diff: (before, after) => diffBodies(title, serviceSchema, before, after),
};
