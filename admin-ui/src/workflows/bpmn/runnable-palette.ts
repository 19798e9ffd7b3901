import type Create from 'diagram-js/lib/features/create/Create';
import type GlobalConnect from 'diagram-js/lib/features/global-connect/GlobalConnect';
import type HandTool from 'diagram-js/lib/features/hand-tool/HandTool';
import type LassoTool from 'diagram-js/lib/features/lasso-tool/LassoTool';
import type Palette from 'diagram-js/lib/features/palette/Palette';
import type { PaletteEntries } from 'diagram-js/lib/features/palette/PaletteProvider';
import type SpaceTool from 'diagram-js/lib/features/space-tool/SpaceTool';
import type Translate from 'diagram-js/lib/i18n/translate/translate';
import type { RunnableShapes } from './runnable-shapes.js';
import { runnableTypes } from './runnable-types.js';

/** The palette holds what the engine runs, and nothing that publishing would refuse. */
export class RunnablePalette {
  static $inject = ['palette', 'create', 'runnableShapes', 'spaceTool', 'lassoTool', 'handTool', 'globalConnect', 'translate'];

  constructor(
    palette: Palette,
    private readonly create: Create,
    private readonly shapes: RunnableShapes,
    private readonly spaceTool: SpaceTool,
    private readonly lassoTool: LassoTool,
    private readonly handTool: HandTool,
    private readonly globalConnect: GlobalConnect,
    private readonly translate: typeof Translate,
  ) {
    palette.registerProvider(this);
  }

  getPaletteEntries(): PaletteEntries {
    const { translate } = this;
    const tool = (className: string, title: string, click: (event: MouseEvent) => void) => ({ group: 'tools', className, title: translate(title), action: { click } });
    const tools = {
      'hand-tool': tool('bpmn-icon-hand-tool', 'Activate hand tool', (event) => this.handTool.activateHand(event)),
      'lasso-tool': tool('bpmn-icon-lasso-tool', 'Activate lasso tool', (event) => this.lassoTool.activateSelection(event, false)),
      'space-tool': tool('bpmn-icon-space-tool', 'Activate create/remove space tool', (event) => this.spaceTool.activateSelection(event, false, false)),
      'global-connect-tool': tool('bpmn-icon-connection-multi', 'Activate global connect tool', (event) => this.globalConnect.start(event, false)),
      'tool-separator': { group: 'tools', separator: true },
    };
    const shapes = Object.fromEntries(
      runnableTypes.map(({ type, className, create: title }) => {
        const start = (event: MouseEvent) => this.create.start(event, this.shapes.create(type) as never);
        return [`create.${type}`, { group: 'elements', className, title: translate(title), action: { click: start, dragstart: start } }];
      }),
    );
    return { ...tools, ...shapes } as unknown as PaletteEntries;
  }
}
