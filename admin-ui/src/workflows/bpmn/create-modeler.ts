import Modeler from 'bpmn-js/lib/Modeler';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type BaseViewer from 'bpmn-js/lib/BaseViewer';
import type EditorActions from 'diagram-js/lib/features/editor-actions/EditorActions';
import { moddleExtensions } from '@banshi/process';
import type { Theme } from '@mui/material/styles';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import { MakeRoom } from './make-room.js';
import { RunnableContextPad } from './runnable-context-pad.js';
import { RunnablePalette } from './runnable-palette.js';
import { RunnableShapes } from './runnable-shapes.js';
import { translateModule } from './translate.module.js';

interface Options {
  container: HTMLElement;
  language: string;
  theme: Theme;
}

const rendering = ({ palette, typography }: Theme) => ({
  bpmnRenderer: { defaultFillColor: palette.background.paper, defaultStrokeColor: palette.text.primary, defaultLabelColor: palette.text.primary },
  textRenderer: { defaultStyle: { fontFamily: typography.fontFamily, fontSize: '16px', lineHeight: 1.25 }, externalStyle: { fontFamily: typography.fontFamily, fontSize: '14px', lineHeight: 1.2 } },
});

/** A diagram to look at: it can be moved and zoomed, nothing else. */
export function createViewer({ container, language, theme }: Options): BaseViewer {
  return new NavigatedViewer({ container, moddleExtensions: { ...moddleExtensions } as never, additionalModules: [translateModule(language) as never], ...rendering(theme) });
}

/** The editor. `undo` and `redo` are the draft's, which Ctrl-Z on the canvas means too. */
export function createModeler({ container, language, theme, undo, redo }: Options & { undo: () => void; redo: () => void }): BaseViewer {
  const modeler = new Modeler({
    container,
    moddleExtensions: { ...moddleExtensions } as never,
    additionalModules: [
      translateModule(language) as never,
      {
        __init__: ['makeRoom'],
        makeRoom: ['type', MakeRoom],
        runnableShapes: ['type', RunnableShapes],
        paletteProvider: ['type', RunnablePalette],
        contextPadProvider: ['type', RunnableContextPad],
      } as never,
    ],
    ...rendering(theme),
  });
  const actions = modeler.get<EditorActions>('editorActions');
  actions.unregister('undo');
  actions.unregister('redo');
  actions.register({ undo, redo });
  return modeler;
}
