import { boundSlots } from './bound-slots.js';
import { modelOf } from './bundle-model.js';
import { finding, titleIn, type ContractRule } from './rule.js';

export const slotNotProduced: ContractRule = {
  id: 'slot-not-produced',
  severity: 'error',
  kinds: ['form', 'model', 'slot'],
  title: { zh: '表单绑定的槽位模型都能抽取', en: 'The model produces every slot that a form is bound to' },
  check: (view) => {
    const model = modelOf(view);
    if (!model) return [];
    const known = new Set(model.body.slots);
    return boundSlots(view)
      .filter(({ slot }) => view.get('slot', slot) !== null && !known.has(slot))
      .map(({ form, path, slot, title }) => finding(slotNotProduced, { kind: 'form', key: form, path }, { slot, slotTitle: titleIn(view, 'slot', slot), field: title, version: model.body.version }));
  },
};
