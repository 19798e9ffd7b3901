import { changed, goodContents, type Contents } from './bundles.js';
import { drawBpmn, end, flow, gateway, reviewBpmn, start, task } from './draw-bpmn.js';
import { newDictionary, newForm, newIntent, newModel, newPolicy, newProfile, newService, newSlot, newWorkflow } from './factories.js';

/** Bundles in which nothing is wrong, each right in a way that a careless rule would take for wrong. */
export const good: Record<string, Contents> = {
  'nothing at all': {},
  'one complete service': goodContents(),
  'a service with a guide alone': { service: { advice: newService({ online: false, form: null, workflow: null }) } },
  'a bundle without any language': changed({
    service: { subsidy: newService({ online: false }) },
    form: { 'subsidy-form': newForm() },
    intent: { 'apply-subsidy': null, greeting: null },
    slot: { 'person-name': null },
    model: { understanding: null },
  }),
  'a policy for whom it fits, over two profiles': changed({
    policy: { convenience: newPolicy({ eligibility: [{ key: 'who', title: '六十岁以上或持证', condition: 'age >= 60 or isDisabled or jobless or list contains(grantedServices, "subsidy")' }], audience: { themes: ['养老'], services: [] } }) },
    profile: { workers: newProfile({ fields: [{ ...newProfile().fields[1]!, name: 'jobless', title: '失业' }] }) },
  }),
  'an intent tree of three levels': changed({
    intent: {
      welfare: newIntent({ title: '社保', role: 'common', service: null }),
      benefits: newIntent({ title: '补贴', role: 'common', service: null, parent: 'welfare' }),
      'apply-subsidy': newIntent({ parent: 'benefits' }),
    },
    model: { understanding: newModel({ intents: ['apply-subsidy', 'greeting', 'welfare', 'benefits'] }) },
  }),
  'a common and an out-of-scope intent that the model was not taught': changed({ intent: { weather: newIntent({ title: '天气', role: 'out-of-scope', service: null }) } }),
  'a condition on fields of the form and of the case': changed({
    workflow: { 'subsidy-flow': newWorkflow(reviewBpmn({ condition: 'reviewResult = "approved" and amount > 100000 and name != null' })) },
  }),
  'a required field that a clerk fills in': changed({
    form: {
      'subsidy-form': newForm({ fields: { name: { type: 'string', title: '姓名', 'x-slot': 'person-name' }, opinion: { type: 'string', title: '审核意见' } }, required: ['name', 'opinion'] }),
    },
    workflow: { 'subsidy-flow': newWorkflow(reviewBpmn({ start: { access: { opinion: 'hidden' } }, review: { access: { opinion: 'edit' } } })) },
  }),
  'a task with a form of its own, read by a later condition': changed({
    form: { 'visit-form': newForm({ fields: { visited: { type: 'boolean', title: '已上门核实' } }, required: ['visited'] }) },
    workflow: { 'subsidy-flow': newWorkflow(reviewBpmn({ review: { form: 'visit-form', defaultAccess: 'edit' }, condition: 'visited and reviewResult = "approved"' })) },
  }),
  'a variable set on every one of two ways': changed({
    workflow: {
      'subsidy-flow': newWorkflow(
        drawBpmn(
          start(),
          gateway('Split', 'Small'),
          task('Director', { outcome: 'decision' }),
          task('Clerk', { outcome: 'decision' }),
          gateway('Decide', 'Refuse'),
          end('Granted'),
          end('Refused'),
          flow('Begin', 'Start', 'Split'),
          flow('Large', 'Split', 'Director', 'amount >= 500000'),
          flow('Small', 'Split', 'Clerk'),
          flow('FromDirector', 'Director', 'Decide'),
          flow('FromClerk', 'Clerk', 'Decide'),
          flow('Grant', 'Decide', 'Granted', 'decision = "approved"'),
          flow('Refuse', 'Decide', 'Refused'),
        ),
      ),
    },
  }),
  'an enumerated slot on a field with the same dictionary': changed({
    form: { 'subsidy-form': newForm({ fields: { name: { type: 'string', title: '姓名' }, amount: { type: 'integer', 'x-type': 'money', title: '金额' }, education: { type: 'string', title: '学历', 'x-dictionary': 'education', 'x-slot': 'degree' } } }) },
    slot: { degree: newSlot({ title: '学历', type: 'enum', dictionary: 'education' }) },
    model: { understanding: newModel({ intents: ['apply-subsidy', 'greeting'], slots: ['degree'] }) },
  }),
  'two services that share a form and a workflow': changed({
    service: { second: newService({ title: '二次补贴', code: 'SP-0002' }) },
    intent: { 'apply-second': newIntent({ service: 'second' }) },
    model: { understanding: newModel({ intents: ['apply-subsidy', 'greeting', 'apply-second'] }) },
  }),
  'an intent that is weak on too few texts to tell': changed({
    model: { understanding: newModel({ intents: ['apply-subsidy', 'greeting'], metrics: { perIntent: [{ intent: 'apply-subsidy', f1: 0, support: 2 }, { intent: 'greeting', f1: 0.1, support: 50 }] } }) },
  }),
  'a dictionary tree': changed({
    dictionary: { education: newDictionary({ entries: [{ code: 'a', title: '高等教育' }, { code: 'b', title: '本科', parent: 'a' }, { code: 'c', title: '专科', parent: 'a', disabled: true }] }) },
  }),
  'a promised limit in workdays within a statutory one in days': changed({
    service: { subsidy: newService({ guide: { statutoryLimit: { amount: 30, unit: 'day' }, promisedLimit: { amount: 22, unit: 'workday' } } }) },
  }),
};
