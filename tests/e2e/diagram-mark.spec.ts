import { expect, it } from 'vitest';
import type { Person } from './support/person.js';
import { journey } from './support/stage.js';

/** Whether every point of the mark is what a click there would hit, so that nothing lies over it. */
async function markIsOpen(person: Person): Promise<boolean> {
  const mark = person.page.getByTitle('Powered by bpmn.io').first();
  await mark.waitFor();
  await mark.scrollIntoViewIfNeeded();
  return mark.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + width * x, top + height * y] as const));
    const isOnTop = points.every(([x, y]) => element.contains(document.elementFromPoint(x, y)));
    return width >= 40 && height >= 15 && style.visibility === 'visible' && Number(style.opacity) === 1 && isOnTop;
  });
}

journey('the mark of bpmn.io', (stage) => {
  it.each([1280, 820])('is seen on the workflow editor, %i px wide', async (width) => {
    const person = await stage.person({ username: 'zhangsan' });
    await person.page.setViewportSize({ width, height: 860 });
    await person.open('/workflows/unemployment-benefit');
    expect(await markIsOpen(person)).toBe(true);
    await person.screenshot(`workflow-editor-${width}`);
  });

  it('is seen on the diagram of a service, and the editor is accessible', async () => {
    const person = await stage.person({ username: 'zhangsan' });
    await person.open('/services/unemployment-benefit?tab=workflow');
    expect(await markIsOpen(person)).toBe(true);
    await person.isAccessible();
    await person.screenshot('service-workflow');
  });
});
