import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { costLimitPlugin } from '@escape.tech/graphql-armor-cost-limit';
import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { Request } from 'express';
import { GraphQLError, type GraphQLFormattedError, type ValidationContext, type ValidationRule } from 'graphql';
import type { Context as SocketContext } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import type { ContextCarrier } from '../actor/execution.js';
import { ENVIRONMENT } from '../configuration/configuration.module.js';
import type { Environment } from '../configuration/environment.js';
import { toPublicError } from '../errors/public-error.js';
import { RequestContextFactory } from '../http/authentication.middleware.js';
import { HttpModule } from '../http/http.module.js';
import { isSameOrigin } from '../http/origin.js';
import { graphqlPath } from './graphql-path.js';
import { JsonScalar } from './scalars.js';

/** Deepest query that a page of ours needs is 9; relations that point back make deeper ones possible, never useful. */
const maxDepth = 12;
/** A list of 200 rows with two relations costs about 3,000. */
const maxCost = 20_000;

/** Reported like any other validation error; thrown, as is the default, it would look like a fault of ours. */
const report = (context: ValidationContext | null, error: GraphQLError) => context?.reportError(error);
const limits = { ignoreIntrospection: true, exposeLimits: true, propagateOnRejection: false, onReject: [report] };
const depth = maxDepthPlugin({ n: maxDepth, ...limits });
const cost = costLimitPlugin({ maxCost, ...limits });

/** graphql-armor speaks envelop; its rules are plain validation rules underneath. */
function validationRules(): ValidationRule[] {
  const rules: ValidationRule[] = [];
  for (const plugin of [depth, cost]) plugin.onValidate?.({ addValidationRule: (rule: ValidationRule) => rules.push(rule) } as never);
  return rules;
}

/** Turns what resolvers threw into coded, translated errors. */
const errors: ApolloServerPlugin<ContextCarrier> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response, contextValue }) => {
        if (response.body.kind !== 'single' || !response.body.singleResult.errors) return Promise.resolve();
        const { language, request } = contextValue.banshi;
        response.body.singleResult.errors = response.body.singleResult.errors.map((error) => publish(error, language, request.requestId));
        return Promise.resolve();
      },
    }),
};

/** What a resolver threw; undefined for a query that GraphQL itself refused, such as a variable of the wrong type. */
function thrownByResolver(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return error;
  return error.originalError instanceof GraphQLError ? undefined : error.originalError;
}

type Raw = GraphQLFormattedError;

function publish(error: Raw, language: 'zh' | 'en', requestId: string): GraphQLFormattedError {
  const original = error.extensions?.['thrown'];
  if (original === undefined) return { ...error, extensions: { code: refusedCode(error) } };
  const { status: _status, message, ...extensions } = toPublicError(original, language, requestId);
  return { message, path: error.path, locations: error.locations, extensions };
}

/** Apollo's own codes for what cannot be parsed, validated or coerced are all one to a caller. */
function refusedCode(error: Raw): string {
  const code = error.extensions?.['code'];
  return typeof code === 'string' && !/^(BAD_USER_INPUT|GRAPHQL_|INTERNAL_SERVER_ERROR|BAD_REQUEST)/.test(code) ? code : 'INVALID_INPUT';
}

@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [HttpModule],
      inject: [ENVIRONMENT, RequestContextFactory],
      useFactory: (environment: Environment, contexts: RequestContextFactory) => ({
        path: graphqlPath,
        autoSchemaFile: true,
        sortSchema: true,
        playground: false,
        introspection: true,
        csrfPrevention: true,
        validationRules: validationRules(),
        resolvers: { JSON: JsonScalar },
        context: ({ req, extra }: { req?: Request & ContextCarrier; extra?: ContextCarrier }) => ({ banshi: (req ?? extra)?.banshi }),
        formatError: (formatted, error) => {
          const thrown = thrownByResolver(error);
          return thrown === undefined ? formatted : { ...formatted, extensions: { ...formatted.extensions, thrown } };
        },
        plugins: [errors],
        subscriptions: {
          'graphql-ws': {
            path: graphqlPath,
            onConnect: async (socket: SocketContext) => {
              const extra = socket.extra as Extra & Partial<ContextCarrier>;
              const { request } = extra;
              if (!isSameOrigin(request, environment.origin)) return false;
              extra.banshi = await contexts.create(request);
              return extra.banshi.actor.kind !== 'anonymous';
            },
          },
        },
      }),
    }),
  ],
})
export class GraphqlModule {}

