import type BaseViewer from 'bpmn-js/lib/BaseViewer';
import type CommandStack from 'diagram-js/lib/command/CommandStack';
import { showLegibly } from './canvas-view.js';

/** One state of the diagram that the draft has held, and how many commands led to it from the one before. */
interface Step {
  /** As the draft holds it. */
  xml: string;
  /** As the modeler writes it, which differs from the draft's only for a file that was written elsewhere. */
  written: string;
  commands: number;
}

/**
 * Keeps a modeler and the XML of a draft in step. Undo belongs to the draft, which has one history for all its parts;
 * the modeler follows through its own command stack where it has been there before, so that view and selection stay,
 * and reads the file anew where it has not (a restored version, another person's change, the XML tab).
 */
export class DiagramBinding {
  private steps: Step[] = [];
  private at = -1;
  /** Commands run since the last step was recorded. */
  private fresh = 0;
  private isFollowing = false;
  private queue: Promise<unknown> = Promise.resolve();
  /** Names the field being typed in, so that the draft's undo takes its letters together. */
  group: string | undefined;

  constructor(
    private readonly modeler: BaseViewer,
    private readonly onXml: (xml: string, group: string | undefined) => void,
  ) {
    modeler.on('commandStack.changed', ({ trigger }: { trigger: string }) => {
      if (trigger !== 'execute' || this.isFollowing) return;
      this.fresh++;
      const group = this.group;
      void this.enqueue(() => this.record(group));
    });
  }

  /**
   * Shows the draft's XML.
   * @throws Error when it cannot be drawn; the modeler then still shows what it showed before.
   */
  show(xml: string): Promise<void> {
    return this.enqueue(async () => {
      if (this.steps[this.at]?.xml === xml) return;
      const known = this.steps.findLastIndex((step) => step.xml === xml);
      if (known < 0 || !(await this.follow(known))) await this.read(xml);
    });
  }

  private enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work);
    this.queue = result.catch(() => undefined);
    return result;
  }

  private async record(group: string | undefined): Promise<void> {
    const commands = this.fresh;
    if (commands === 0) return;
    this.fresh = 0;
    const written = await this.write();
    const current = this.steps[this.at];
    if (current?.written === written) {
      current.commands += commands;
      return;
    }
    this.steps = [...this.steps.slice(0, this.at + 1), { xml: written, written, commands }];
    this.at = this.steps.length - 1;
    this.onXml(written, group);
  }

  /** Goes to a known step by undoing or redoing; false when that did not lead there. */
  private async follow(target: number): Promise<boolean> {
    const stack = this.modeler.get<CommandStack>('commandStack');
    this.isFollowing = true;
    try {
      for (; this.at > target; this.at--) for (let n = this.steps[this.at]!.commands; n > 0; n--) stack.undo();
      for (; this.at < target; this.at++) for (let n = this.steps[this.at + 1]!.commands; n > 0; n--) stack.redo();
    } finally {
      this.isFollowing = false;
    }
    return withoutLabelBoxes(await this.write()) === withoutLabelBoxes(this.steps[target]!.written);
  }

  private async read(xml: string): Promise<void> {
    await this.modeler.importXML(xml);
    showLegibly(this.modeler);
    this.steps = [{ xml, written: await this.write(), commands: 0 }];
    this.at = 0;
    this.fresh = 0;
  }

  private async write(): Promise<string> {
    return (await this.modeler.saveXML({ format: true })).xml ?? '';
  }
}

/** A label is measured anew whenever its element changes, and undoing that does not bring back the old measure. */
const withoutLabelBoxes = (xml: string) => xml.replaceAll(/<bpmndi:BPMNLabel>[\s\S]*?<\/bpmndi:BPMNLabel>/g, '');
