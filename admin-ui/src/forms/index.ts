import { lazy } from 'react';
import { defineArea } from '../app/area.js';
import { formsResource } from './form.js';

export default defineArea({
  resources: { forms: formsResource },
  pages: [
    { path: '/forms', component: lazy(() => import('./form-list.js')), permission: 'config.read' },
    { path: '/forms/:key', component: lazy(() => import('./form-edit.js')), permission: 'config.read' },
  ],
  commands: [{ label: 'forms.create', path: '/forms?create=1', permission: 'config.write' }],
});
