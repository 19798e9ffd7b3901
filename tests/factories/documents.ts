import { getNamedType, type GraphQLField, type GraphQLInputType, type GraphQLOutputType, isCompositeType, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType, isLeafType, isRequiredArgument, isRequiredInputField } from 'graphql';

/** A call of the field with the least input that its types accept, asking for nothing in return. */
export function leastDocument(operation: 'query' | 'mutation' | 'subscription', field: GraphQLField<unknown, unknown>): string {
  const args = field.args.filter(isRequiredArgument).map((arg) => `${arg.name}: ${leastValue(arg.type)}`);
  const selection = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  return `${operation} { ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${selection} }`;
}

function leastValue(type: GraphQLInputType): string {
  if (isNonNullType(type)) return leastValue(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${fields.map((field) => `${field.name}: ${leastValue(field.type)}`).join(', ')} }`;
  }
  return scalars[type.name] ?? '"x"';
}

const scalars: Record<string, string> = { Int: '1', Float: '1', Boolean: 'true', JSON: '{}', DateTime: '"2026-01-01T00:00:00Z"' };

/** Everything that can be asked of a type without arguments, relations `depth` levels deep. */
export function fullSelection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named)) return '{ __typename }';
  const fields = Object.values(named.getFields()).filter((field) => !field.args.some(isRequiredArgument) && (depth > 0 || isLeafType(getNamedType(field.type))));
  return `{ ${['__typename', ...fields.map((field) => `${field.name} ${fullSelection(field.type, depth - 1)}`)].join(' ')} }`;
}
