import type { PolicyInterpretation } from '@banshi/policies';
import { gql } from '../providers/graphql.js';

export const interpretationDocument = gql`query PolicyInterpretation($key: String!) { policyInterpretation(key: $key) }`;

export interface InterpretationAnswer {
  policyInterpretation: PolicyInterpretation | null;
}
