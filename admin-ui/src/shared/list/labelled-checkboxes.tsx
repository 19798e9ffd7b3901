import { type FC, type PropsWithChildren, useEffect, useRef } from 'react';

/**
 * Gives the checkboxes of a table their names. react-admin puts them on the span around the input, where screen readers do not
 * look for them; they are moved as rows come and go.
 */
export const LabelledCheckboxes: FC<PropsWithChildren> = ({ children }) => {
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = area.current;
    if (!root) return;
    const move = () => {
      for (const span of root.querySelectorAll('span[aria-label]:has(> input[type="checkbox"])')) {
        span.querySelector('input')?.setAttribute('aria-label', span.getAttribute('aria-label') ?? '');
        span.removeAttribute('aria-label');
      }
    };
    move();
    const observer = new MutationObserver(move);
    observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-label'] });
    return () => observer.disconnect();
  }, []);
  return <div ref={area}>{children}</div>;
};
