import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { AppModule } from '../app.module.js';
import { readEnvironment } from '../platform/configuration/environment.js';
import { schemaText } from '../platform/graphql/schema-text.js';

type ModuleRef = DynamicModule | Type;

/** Classes that `@Resolver()` marks carry this; Nest exports no name for it. */
const resolverMark = 'graphql:resolver_type';

/** The resolvers of a module and of all that it imports. Nothing is started, so no database is needed. */
function resolversOf(module: ModuleRef, seen = new Set<unknown>()): Type[] {
  if (seen.has(module)) return [];
  seen.add(module);
  const parts = typeof module === 'function' ? [module] : [module, module.module];
  return parts.flatMap((part) => {
    const own = (name: 'imports' | 'providers') => (typeof part === 'function' ? ((Reflect.getMetadata(name, part) as unknown[] | undefined) ?? []) : (part[name] ?? []));
    const resolvers = own('providers').filter((provider): provider is Type => typeof provider === 'function' && Reflect.hasMetadata(resolverMark, provider));
    return [...resolvers, ...own('imports').flatMap((imported) => resolversOf(imported as ModuleRef, seen))];
  });
}

const [, , file] = process.argv;
const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
const resolvers = [...new Set(resolversOf(AppModule.forRoot(readEnvironment({}), 'postgres://localhost/none')))];
writeFileSync(file!, schemaText(await app.get(GraphQLSchemaFactory).create(resolvers)));
await app.close();
