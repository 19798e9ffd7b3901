import { json } from '@codemirror/lang-json';
import { useTheme } from '@mui/material/styles';
import CodeMirror, { Decoration, EditorView, type ReactCodeMirrorRef } from '@uiw/react-codemirror';
import { type FC, useEffect, useMemo, useRef } from 'react';

interface JsonAreaProps {
  value: string;
  label: string;
  readOnly: boolean;
  /** Lines that have a problem. */
  lines: number[];
  /** The line to show. */
  goTo: number | null;
  onChange: (value: string) => void;
}

/** JSON with the lines marked that have a problem. */
const JsonArea: FC<JsonAreaProps> = ({ value, label, readOnly, lines, goTo, onChange }) => {
  const { mode, text, background } = useTheme().palette;
  const editor = useRef<ReactCodeMirrorRef>(null);
  const marked = lines.join();
  const extensions = useMemo(() => {
    const wanted = new Set(marked === '' ? [] : marked.split(',').map(Number));
    return [
      json(),
      EditorView.lineWrapping,
      // The numbers and names of the dark theme are too faint on its own background.
      EditorView.theme({ '&': { backgroundColor: `${background.paper} !important` }, '.cm-gutters': { color: `${text.secondary} !important`, backgroundColor: `${background.default} !important` } }),
      EditorView.contentAttributes.of({ 'aria-label': label }),
      EditorView.decorations.of((view) => {
        const count = view.state.doc.lines;
        const at = [...wanted].filter((line) => line <= count).sort((a, b) => a - b);
        return Decoration.set(at.map((line) => Decoration.line({ attributes: { style: 'background: rgba(198, 48, 43, 0.14)' } }).range(view.state.doc.line(line).from)));
      }),
    ];
  }, [marked, label, text, background]);
  useEffect(() => {
    const view = editor.current?.view;
    if (!view || goTo === null) return;
    const { from } = view.state.doc.line(Math.min(goTo, view.state.doc.lines));
    view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
    view.focus();
  }, [goTo]);
  // A pane that scrolls must be reachable by keyboard.
  return <CodeMirror ref={editor} onCreateEditor={(view) => view.scrollDOM.setAttribute('tabindex', '0')} value={value} height="calc(100vh - 300px)" minHeight="360px" theme={mode} extensions={extensions} readOnly={readOnly} onChange={onChange} />;
};

export default JsonArea;
