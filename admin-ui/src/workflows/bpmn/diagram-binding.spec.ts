import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DiagramBinding } from './diagram-binding.js';

vi.mock('./canvas-view.js', () => ({ showLegibly: () => undefined }));

/** A modeler whose diagram is one word, with a command stack. */
class FakeModeler {
  word = '';
  imports = 0;
  private past: string[] = [];
  private future: string[] = [];
  private listener: (event: { trigger: string }) => void = () => undefined;

  on(_event: string, listener: (event: { trigger: string }) => void) {
    this.listener = listener;
  }
  get() {
    return { undo: () => this.move(this.past, this.future, 'undo'), redo: () => this.move(this.future, this.past, 'redo') };
  }
  execute(word: string) {
    this.past.push(this.word);
    this.future = [];
    this.word = word;
    this.listener({ trigger: 'execute' });
  }
  async importXML(xml: string) {
    if (xml === 'broken') throw new Error('unparsable');
    this.imports++;
    this.word = xml.trim();
    this.past = [];
    this.future = [];
  }
  async saveXML() {
    return { xml: this.word };
  }
  private move(from: string[], to: string[], trigger: string) {
    to.push(this.word);
    this.word = from.pop()!;
    this.listener({ trigger });
  }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
let modeler: FakeModeler;
let binding: DiagramBinding;
let emitted: [string, string | undefined][];
beforeEach(async () => {
  modeler = new FakeModeler();
  emitted = [];
  binding = new DiagramBinding(modeler as never, (xml, group) => emitted.push([xml, group]));
  await binding.show(' one ');
});

describe('DiagramBinding', () => {
  it('hands every change to the draft, with the field that is typed in', async () => {
    binding.group = 'name';
    modeler.execute('two');
    binding.group = undefined;
    await settle();
    expect(emitted).toEqual([['two', 'name']]);
  });

  it('follows undo and redo of the draft without reading the file anew, also over several commands', async () => {
    modeler.execute('two');
    modeler.execute('three');
    await settle();
    modeler.execute('four');
    await settle();
    await binding.show(' one ');
    expect(modeler.word).toBe('one');
    await binding.show('four');
    expect(modeler.word).toBe('four');
    expect(modeler.imports).toBe(1);
    expect(emitted.map(([xml]) => xml)).toEqual(['three', 'four']);
  });

  it('reads what it has not been at, and forgets the way that was undone', async () => {
    modeler.execute('two');
    await settle();
    await binding.show(' one ');
    modeler.execute('other');
    await settle();
    await binding.show('two');
    expect([modeler.word, modeler.imports]).toEqual(['two', 2]);
  });

  it('says when a file cannot be drawn, and goes on afterwards', async () => {
    await expect(binding.show('broken')).rejects.toThrow('unparsable');
    await binding.show('fine');
    expect(modeler.word).toBe('fine');
  });
});
