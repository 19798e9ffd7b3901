/** The namespace of Banshi's own extension elements. */
export const BANSHI_NAMESPACE = 'http://banshi.dev/schema/bpmn/1.0';

/**
 * moddle descriptor of the `banshi:` extension elements: who sees which form field at a step, the actions a clerk can
 * take, and the final state that an end event gives a case. Camunda 8 ignores them, so the same file deploys there.
 */
export const banshiModdle = {
  name: 'banshi',
  prefix: 'banshi',
  uri: BANSHI_NAMESPACE,
  xml: { tagAlias: 'lowerCase' },
  associations: [],
  types: [
    {
      name: 'Fields',
      superClass: ['Element'],
      meta: { allowedIn: ['bpmn:StartEvent', 'bpmn:UserTask'] },
      properties: [
        { name: 'default', type: 'String', isAttr: true },
        { name: 'values', type: 'Field', isMany: true },
      ],
    },
    {
      name: 'Field',
      superClass: ['Element'],
      properties: [
        { name: 'name', type: 'String', isAttr: true },
        { name: 'access', type: 'String', isAttr: true },
      ],
    },
    {
      name: 'Outcomes',
      superClass: ['Element'],
      meta: { allowedIn: ['bpmn:UserTask'] },
      properties: [
        { name: 'variable', type: 'String', isAttr: true },
        { name: 'values', type: 'Outcome', isMany: true },
      ],
    },
    {
      name: 'Outcome',
      superClass: ['Element'],
      properties: [
        { name: 'value', type: 'String', isAttr: true },
        { name: 'title', type: 'String', isAttr: true },
        { name: 'titleEn', type: 'String', isAttr: true },
        { name: 'requireComment', type: 'Boolean', isAttr: true },
      ],
    },
    {
      name: 'Result',
      superClass: ['Element'],
      meta: { allowedIn: ['bpmn:EndEvent'] },
      properties: [{ name: 'value', type: 'String', isAttr: true }],
    },
  ],
};
