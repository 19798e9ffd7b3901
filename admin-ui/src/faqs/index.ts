import { lazy } from 'react';
import { defineArea } from '../app/area.js';
import { faqsResource } from './faq.js';

export default defineArea({
  resources: { faqs: faqsResource },
  pages: [
    { path: '/faqs', component: lazy(() => import('./faq-list.js')), permission: 'config.read' },
    { path: '/faqs/:key', component: lazy(() => import('./faq-edit.js')), permission: 'config.read' },
  ],
  commands: [{ label: 'faqs.create', path: '/faqs?create', permission: 'config.write' }],
});
