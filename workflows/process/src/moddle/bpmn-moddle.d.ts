declare module 'bpmn-moddle' {
  export interface ParseResult {
    rootElement: unknown;
    warnings: { message: string; element?: unknown; property?: string; value?: string }[];
  }
  export class BpmnModdle {
    constructor(packages?: Record<string, object>);
    fromXML(xml: string, options?: object): Promise<ParseResult>;
    toXML(element: unknown, options?: { format?: boolean }): Promise<{ xml: string }>;
  }
}
