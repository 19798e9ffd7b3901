import { json } from '@codemirror/lang-json';
import { xml } from '@codemirror/lang-xml';
import { useTheme } from '@mui/material/styles';
import CodeMirror, { EditorView, type ReactCodeMirrorRef } from '@uiw/react-codemirror';
import { type FC, useEffect, useMemo, useRef } from 'react';

export interface CodeAreaProps {
  value: string;
  language: 'json' | 'xml' | 'text';
  /** Names the field for screen readers. */
  label: string;
  onChange?: (value: string) => void;
  readOnly?: boolean;
  height?: number | string;
  /** A line to go to, counted from 1; a new object goes there again. */
  place?: { line: number } | null;
}

const CodeArea: FC<CodeAreaProps> = ({ value, language, label, onChange, readOnly, height = 360, place = null }) => {
  const mode = useTheme().palette.mode;
  const extensions = useMemo(() => [EditorView.contentAttributes.of({ 'aria-label': label }), ...(language === 'json' ? [json()] : language === 'xml' ? [xml()] : [])], [language, label]);
  const editor = useRef<ReactCodeMirrorRef>(null);
  useEffect(() => {
    const view = editor.current?.view;
    if (!view || !place) return;
    const { from, to } = view.state.doc.line(Math.min(Math.max(place.line, 1), view.state.doc.lines));
    view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
    view.focus();
  }, [place]);
  return (
    <CodeMirror
      ref={editor}
      value={value}
      height={typeof height === 'number' ? `${height}px` : height}
      theme={mode}
      extensions={extensions}
      readOnly={readOnly ?? onChange === undefined}
      {...(onChange && { onChange })}
    />
  );
};

export default CodeArea;
