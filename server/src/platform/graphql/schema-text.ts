import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';

/** The schema as `server/schema.graphql` has it: sorted, so that a diff shows what changed and nothing else. */
export function schemaText(schema: GraphQLSchema): string {
  return `# Written by \`npm run codegen\` from the resolvers; not edited by hand.\n\n${printSchema(lexicographicSortSchema(schema))}\n`;
}
