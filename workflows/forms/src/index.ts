export type { FormBody, FormFieldLayout, FormLayout, FormSection, JsonSchema } from './form-body.js';
