import { expect, it } from 'vitest';
import { fieldOfPath } from './field-of-path.js';

it('names the field behind a pointer into a form', () => {
  expect(fieldOfPath('/schema/properties/idNumber/x-slot')).toBe('idNumber');
  expect(fieldOfPath('/schema/allOf/0/then/properties/company/x-slot')).toBe('company');
  expect(fieldOfPath('/schema/properties/children/items/properties/a~1b/x-slot')).toBe('children.a/b');
  expect(fieldOfPath('/other')).toBe('/other');
});
