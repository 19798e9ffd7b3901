export type { FormBody, FormFieldLayout, FormLayout, FormSection, JsonSchema } from './form-body.js';

export { fieldNames, fieldSchema, fieldTitle, placeOf, properties } from './form-fields.js';
export { dictionaryReferences, sensitiveFields, slotReferences, type FormReference } from './form-references.js';

export { fieldType, fieldTypeOf, fieldTypes } from './field-types/field-types.js';
export { fieldTypeNames, type FieldType, type FieldTypeName } from './field-types/field-type.js';
export { optionsOf, type FieldOption } from './field-types/options.js';
export { attachmentItemSchema, type Attachment } from './field-types/attachment-schema.js';

export { addField, duplicateField, moveField, removeField, renameField, shownBecauseOf } from './edit/field-edits.js';
export { updateField, type FieldPatch } from './edit/update-field.js';
export { addSection, moveSection, removeSection, updateSection } from './edit/section-edits.js';
export { changeFieldType } from './edit/change-type.js';
export { emptyForm } from './edit/empty-form.js';
export { columnsForm, withColumns } from './edit/table-columns.js';
export type { EditResult } from './edit/edit-result.js';

export { conditionOperators, type ConditionOperator, type FieldCondition, type ShowIf } from './show-if/condition.js';
export { hasShowIf, isRequired, setShowIf, showIfOf } from './show-if/show-if.js';
export { pruneHidden, requiredFields, visibleFields, type FormData } from './show-if/visibility.js';

export { checkForm, MAX_FIELDS, MAX_FORM_KILOBYTES } from './check/check-form.js';
export { problemText, type FormProblem, type FormProblemCode, type Language } from './check/form-problem.js';
export { isFieldName } from './check/names.js';

export { compileForm, type CompileOptions, type FormValidator, type ValidateOptions } from './fill/form-validator.js';
export type { FieldError } from './fill/field-error.js';
export { applyStep, redact } from './fill/apply-step.js';
export { accessOf, type FieldAccess, type StepAccess } from './fill/step-access.js';
export { toUiSchema, type UiSchema } from './fill/ui-schema.js';

export { isValidAgainst, validateSchema, type SchemaOptions } from './schema/validate-schema.js';
export type { SchemaError } from './schema/schema-error.js';
export type { DictionaryLookup } from './schema/evaluation.js';
export { formatNames } from './schema/formats.js';
export { patternProblem } from './schema/pattern.js';
export { formMetaschema } from './schema/metaschema.js';
export { lowerDependent } from './lower-dependent.js';
