import zeebeModdle from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import { banshiModdle } from './banshi-moddle.js';

/** The `moddleExtensions` of a bpmn-js modeler or viewer: Camunda 8 (`zeebe:`) and ours (`banshi:`). */
export const moddleExtensions: { readonly zeebe: object; readonly banshi: object } = { zeebe: zeebeModdle, banshi: banshiModdle };
