import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { RESOLVER_NAME_METADATA, RESOLVER_TYPE_METADATA } from '@nestjs/graphql/dist/graphql.constants.js';
import { ALLOW } from '../../server/src/platform/actor/allow.decorator.js';
import type { Permission } from '../../server/src/platform/actor/permission.js';
import type { TestApp } from './test-app.js';

export interface WalkedOperation {
  type: 'Query' | 'Mutation' | 'Subscription' | 'route';
  /** Field of the schema, or `GET /path`. */
  name: string;
  /** What `@Allow` names; null where there is none. */
  allowed: Permission[] | null;
}

type Methods = Record<string, (...args: never[]) => unknown>;

/** Every operation that the running application answers, by reflection, whoever declared it. */
export function walkOperations(test: TestApp): WalkedOperation[] {
  const discovery = test.app.get(DiscoveryService, { strict: false });
  const found: WalkedOperation[] = [];
  for (const { instance } of discovery.getProviders()) for (const handler of handlersOf(instance)) found.push(...resolverOperation(handler));
  for (const { instance, metatype } of discovery.getControllers()) {
    const base = [Reflect.getMetadata(PATH_METADATA, metatype as object) as string | string[]].flat();
    for (const handler of handlersOf(instance)) found.push(...routeOperations(base, handler));
  }
  return found;
}

function handlersOf(instance: unknown): Methods[string][] {
  if (typeof instance !== 'object' || instance === null) return [];
  const prototype = Object.getPrototypeOf(instance) as Methods | null;
  return prototype ? new MetadataScanner().getAllMethodNames(prototype).map((name) => prototype[name]!) : [];
}

function resolverOperation(handler: Methods[string]): WalkedOperation[] {
  const type = Reflect.getMetadata(RESOLVER_TYPE_METADATA, handler) as string | undefined;
  if (type !== 'Query' && type !== 'Mutation' && type !== 'Subscription') return [];
  const name = (Reflect.getMetadata(RESOLVER_NAME_METADATA, handler) as string | undefined) ?? handler.name;
  return [{ type, name, allowed: allowedBy(handler) }];
}

function routeOperations(base: string[], handler: Methods[string]): WalkedOperation[] {
  const path = Reflect.getMetadata(PATH_METADATA, handler) as string | string[] | undefined;
  if (path === undefined) return [];
  const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number]!;
  const paths = base.flatMap((first) => [path].flat().map((second) => `/${[first, second].map((part) => part.replace(/^\/+|\/+$/g, '')).filter(Boolean).join('/')}`));
  return paths.map((full) => ({ type: 'route', name: `${method} ${full}`, allowed: allowedBy(handler) }));
}

const allowedBy = (handler: Methods[string]) => (Reflect.getMetadata(ALLOW, handler) as Permission[] | undefined) ?? null;
