import { configKinds, isKindName } from './kinds/config-kinds.js';
import type { Finding } from './findings.js';

export type Params = Finding['params'];
type Write = (p: Params) => [message: string, mend: string];

/** Rule id → sentences. Those of `form-invalid`, `workflow-invalid` and `unsupported-element` belong to the libraries that find them. */
export const findingTexts: Record<string, { zh: Write; en: Write }> = {
  'reference-resolves': {
    zh: (p) => [`引用了${kind(p, 'zh')}${named(p, 'to', 'zh')}，但发布包里没有它。`, `把这个${kind(p, 'zh')}一并加入发布，或改选另一个。`],
    en: (p) => [`It refers to the ${kind(p, 'en')} ${named(p, 'to', 'en')}, which the bundle does not hold.`, `Add that ${kind(p, 'en')} to the release, or choose another one.`],
  },
  'workflow-variable-unset': {
    zh: (p) =>
      p['sometimes']
        ? [`条件 ${p['source']} 读取变量“${p['variable']}”，但有的路径在此之前没有给它赋值（事项${named(p, 'service', 'zh')}）。`, '让每条路径都先经过填写它的环节，或在此前的环节允许编辑该字段。']
        : [`条件 ${p['source']} 读取变量“${p['variable']}”，但表单和此前的环节都没有给它赋值（事项${named(p, 'service', 'zh')}）。`, '改正变量名，或在表单中添加该字段、在此前的环节设置同名的办理结论变量。'],
    en: (p) =>
      p['sometimes']
        ? [`The condition ${p['source']} reads “${p['variable']}”, which some ways to it do not set (service ${named(p, 'service', 'en')}).`, 'Lead every way through the step that fills it in, or let an earlier step edit the field.']
        : [
            `The condition ${p['source']} reads “${p['variable']}”, which neither the form nor an earlier step sets (service ${named(p, 'service', 'en')}).`,
            'Correct the name, add the field to the form, or let an earlier step have an outcome variable of that name.',
          ],
  },
  'workflow-condition-type': {
    zh: (p) => [`条件 ${p['source']} 的类型不对：${p['problem']}（事项${named(p, 'service', 'zh')}）。`, '修改条件，使它比较同类的值并得出“是”或“否”。'],
    en: (p) => [`The condition ${p['source']} has a type error: ${p['problem']} (service ${named(p, 'service', 'en')}).`, 'Change the condition so that it compares values of one type and gives true or false.'],
  },
  'workflow-field-unknown': {
    zh: (p) => [`环节“${p['step']}”为字段“${p['field']}”设置了权限，但表单里没有这个字段（事项${named(p, 'service', 'zh')}）。`, '删去这一项权限，或改成表单里的字段。'],
    en: (p) => [`The step “${p['step']}” sets a permission for “${p['field']}”, which its form does not have (service ${named(p, 'service', 'en')}).`, 'Remove the permission, or name a field of the form.'],
  },
  'required-field-not-editable': {
    zh: (p) => [`“${p['fieldTitle']}”必填，但没有任何环节可以填写它，办件将无法提交（事项${named(p, 'service', 'zh')}）。`, `在环节“${p['step']}”的字段权限中把它设为可编辑，或在表单中取消必填。`],
    en: (p) => [
      `“${p['fieldTitle']}” is required, but no step may edit it, so no case could be submitted (service ${named(p, 'service', 'en')}).`,
      `Make it editable in the field permissions of “${p['step']}”, or no longer required in the form.`,
    ],
  },
  'outcome-variable-conflict': {
    zh: (p) => [`环节“${p['step']}”的办理结论变量“${p['variable']}”与表单字段或系统变量重名，会覆盖它的值（事项${named(p, 'service', 'zh')}）。`, '给办理结论换一个变量名，并同步修改读取它的条件。'],
    en: (p) => [
      `The outcome variable “${p['variable']}” of “${p['step']}” has the name of a form field or system variable and would overwrite it (service ${named(p, 'service', 'en')}).`,
      'Rename the outcome variable, and the conditions that read it.',
    ],
  },
  'slot-not-produced': {
    zh: (p) => [`字段“${p['field']}”绑定了槽位${named(p, 'slot', 'zh')}，但所选模型（版本 ${p['version']}）抽取不出它。`, '标注含有该槽位的语料并重新训练，再选用新版本；或解除绑定。'],
    en: (p) => [
      `The field “${p['field']}” is bound to the slot ${named(p, 'slot', 'en')}, which the chosen model (version ${p['version']}) cannot produce.`,
      'Label utterances with this slot, train, and choose the new version; or remove the binding.',
    ],
  },
  'slot-type-mismatch': {
    zh: (p) => [`字段“${p['field']}”绑定的槽位${named(p, 'slot', 'zh')}取值类型不同，抽取到的值可能填不进去。`, '换一个类型相符的槽位，或修改字段的类型和字典。'],
    en: (p) => [
      `The slot ${named(p, 'slot', 'en')}, of type ${p['slotType']}, gives another type of value than the field “${p['field']}”, of type ${p['fieldType']}, takes, so it may not be filled in.`,
      'Choose a slot of a fitting type, or change the type or dictionary of the field.',
    ],
  },
  'intent-without-service': {
    zh: (p) => [`意图${named(p, 'intent', 'zh')}要办事，却没有对应的事项。`, '选择它要办的事项，或把作用改为“通用”或“不受理”。'],
    en: (p) => [`The intent ${named(p, 'intent', 'en')} wants a service but names none.`, 'Choose the service that it wants, or change its role to common or out of scope.'],
  },
  'service-without-intent': {
    zh: (p) => [`事项${named(p, 'service', 'zh')}可以网上办理，但没有任何意图指向它，群众用自己的话找不到它。`, '新建一个指向它的意图并准备语料。'],
    en: (p) => [`The service ${named(p, 'service', 'en')} is handled online, but no intent leads to it, so nobody finds it by typing.`, 'Add an intent for it, with utterances.'],
  },
  'intent-parent-cycle': {
    zh: (p) => [`上级意图绕成了环：${p['cycle']}。`, '把其中一个意图的上级改为环外的意图，或清空。'],
    en: (p) => [`The parents of these intents form a cycle: ${p['cycle']}.`, 'Give one of them a parent outside the cycle, or none.'],
  },
  'model-missing': {
    zh: (p) => [`发布包有 ${p['intents']} 个意图，却没有模型来识别它们。`, '训练一个模型版本，并把它加入发布。'],
    en: (p) => [`The bundle has ${p['intents']} intents but no model that recognises them.`, 'Train a model version and add it to the release.'],
  },
  'model-ambiguous': {
    zh: (p) => [`发布包里已有模型${named(p, 'first', 'zh')}，不能再有第二个。`, '只保留要使用的那个模型。'],
    en: (p) => [`The bundle already holds the model ${named(p, 'first', 'en')}; there can be no second one.`, 'Keep only the model that is to be used.'],
  },
  'model-lacks-intent': {
    zh: (p) => [`事项${named(p, 'service', 'zh')}需要意图${named(p, 'intent', 'zh')}，但所选模型（版本 ${p['version']}）不认得它。`, '为它准备语料并重新训练，再选用新版本。'],
    en: (p) => [`The service ${named(p, 'service', 'en')} needs the intent ${named(p, 'intent', 'en')}, which the chosen model (version ${p['version']}) does not know.`, 'Give it utterances, train, and choose the new version.'],
  },
  'model-weak-intent': {
    zh: (p) => [`所选模型（版本 ${p['version']}）对意图${named(p, 'intent', 'zh')}把握不足：F1 为 ${p['f1']}（${p['support']} 条留出语料），事项${named(p, 'service', 'zh')}会常被认错。`, '补充说法不同的语料，检查与相近意图的标注，再重新训练。'],
    en: (p) => [
      `The chosen model (version ${p['version']}) is weak at the intent ${named(p, 'intent', 'en')}: F1 ${p['f1']} on ${p['support']} held-out utterances, so ${named(p, 'service', 'en')} will often be missed.`,
      'Add utterances worded differently, check the labels against similar intents, and train again.',
    ],
  },
  'service-online-incomplete': {
    zh: (p) => [p['part'] === 'form' ? '事项可以网上办理，但没有申请表单。' : '事项可以网上办理，但没有办理流程图。', p['part'] === 'form' ? '选择一个表单，或关闭网上办理。' : '选择一个流程，或关闭网上办理。'],
    en: (p) => [`The service is handled online but has no ${p['part']}.`, `Choose a ${p['part']}, or switch off online handling.`],
  },
  'service-limit-over-statutory': {
    zh: (p) => [`承诺时限（${limit(p, 'promised', 'zh')}）比法定时限（${limit(p, 'statutory', 'zh')}）还长。`, '缩短承诺时限，或核对法定时限。'],
    en: (p) => [`The promised limit (${limit(p, 'promised', 'en')}) is longer than the statutory one (${limit(p, 'statutory', 'en')}).`, 'Shorten the promised limit, or check the statutory one.'],
  },
  'service-material-duplicate': {
    zh: (p) => [`材料“${p['name']}”与第 ${p['first']} 项重复。`, '合并成一项，或改名以示区别。'],
    en: (p) => [`The material “${p['name']}” is listed as number ${p['first']} already.`, 'Make them one entry, or give them different names.'],
  },
  'service-material-condition-missing': {
    zh: (p) => [`材料“${p['name']}”只在部分情形下需要，却没有写明情形。`, '写明什么情形下需要提交。'],
    en: (p) => [`The material “${p['name']}” is needed only sometimes, but not said when.`, 'Say when it is needed.'],
  },
  'service-guide-incomplete': {
    zh: (p) => [`办事指南缺少“${guidePart(p, 'zh')}”。`, '补充这一部分，群众就不必来电询问。'],
    en: (p) => [`The guide has no “${guidePart(p, 'en')}”.`, 'Fill it in, so that nobody has to call and ask.'],
  },
  'intent-role-conflict': {
    zh: () => ['这个意图不是办事意图，却选择了事项。', '清空事项，或把作用改为“办事”。'],
    en: () => ['This intent does not want a service, yet it names one.', 'Clear the service, or change the role to service.'],
  },
  'slot-dictionary-missing': {
    zh: () => ['枚举槽位没有取值字典。', '选择一个字典，或改变槽位类型。'],
    en: () => ['An enumerated slot has no dictionary to take its values from.', 'Choose a dictionary, or change the type of the slot.'],
  },
  'slot-dictionary-unused': {
    zh: () => ['槽位不是枚举类型，所选字典不起作用。', '清空字典，或把槽位类型改为枚举。'],
    en: () => ['The slot is not enumerated, so its dictionary has no effect.', 'Clear the dictionary, or make the slot enumerated.'],
  },
  'policy-ended-in-use': {
    zh: (p) => [`设定依据“${p['policy']}”自 ${p['to']} 起失效${p['successor'] ? `，由“${p['successor']}”替代` : ''}。`, p['successor'] ? '改为引用替代它的文件，并核对办理条件。' : '核对现行依据，改为引用仍有效的文件。'],
    en: (p) => [`The legal basis “${p['policy']}” is no longer in force from ${p['to']}${p['successor'] ? `; “${p['successor']}” replaces it` : ''}.`, p['successor'] ? 'Refer to the document that replaces it, and check the conditions.' : 'Find what holds now, and refer to that.'],
  },
  'policy-successor-unresolved': {
    zh: (p) => (p['cycle'] ? [`这些政策文件互相替代，绕成了环：${p['cycle']}。`, '删去其中一份的替代关系。'] : [`被“${p['title']}”替代，但没有选定是哪一份政策文件。`, '选择对应的政策文件；还没有的先导入。']),
    en: (p) => (p['cycle'] ? [`These policies replace each other in a circle: ${p['cycle']}.`, 'Remove one of the replacements.'] : [`It is replaced by “${p['title']}”, but no document is chosen for that.`, 'Choose the document, or import it first.']),
  },
  'policy-condition-invalid': {
    zh: (p) => [`享受条件“${p['condition']}”无法判断：${p['problem']}。`, '改正表达式，或在申请人信息项里补上它读取的变量。'],
    en: (p) => [`The condition “${p['condition']}” cannot be judged: ${p['problem']}.`, 'Correct the expression, or add the variable that it reads to the applicant profile.'],
  },
  'policy-condition-duplicate': {
    zh: (p) => [`享受条件的标识“${p['condition']}”重复。`, '给其中一条换一个标识。'],
    en: (p) => [`The key “${p['condition']}” is used by two conditions.`, 'Give one of them another key.'],
  },
  'profile-field-duplicate': {
    zh: (p) => [`变量名“${p['name']}”已用于信息项“${p['other']}”。`, '换一个变量名，或删去重复的信息项。'],
    en: (p) => [`The variable “${p['name']}” is used by the field “${p['other']}” already.`, 'Rename it, or remove one of the two.'],
  },
  'profile-source-unknown': {
    zh: (p) => (p['type'] ? [`信息项“${p['field']}”的来源字段“${p['source']}”类型不同，取不到值（事项${named(p, 'service', 'zh')}）。`, '改选类型相符的字段或取值方式。'] : [`信息项“${p['field']}”的来源字段“${p['source']}”不在事项${named(p, 'service', 'zh')}的表单里。`, '改选表单里的字段，或删去这个来源。']),
    en: (p) => (p['type'] ? [`The source “${p['source']}” of “${p['field']}” is of another type, so nothing can be taken from it (service ${named(p, 'service', 'en')}).`, 'Choose a field of the same type, or another reading.'] : [`The source “${p['source']}” of “${p['field']}” is not in the form of ${named(p, 'service', 'en')}.`, 'Choose a field of the form, or remove the source.']),
  },
  'profile-name-reserved': {
    zh: (p) => [`变量名“${p['name']}”是保留字。`, '换一个变量名。'],
    en: (p) => [`The variable “${p['name']}” is a reserved word.`, 'Give it another name.'],
  },
  'profile-dictionary-missing': {
    zh: (p) => [`信息项“${p['field']}”是选项，却没有字典。`, '选择它的字典，或改为其他类型。'],
    en: (p) => [`The field “${p['field']}” is a choice but has no dictionary.`, 'Choose its dictionary, or another type.'],
  },
  'policy-dates-inverted': {
    zh: (p) => [`失效日期 ${p['to']} 不晚于施行日期 ${p['from']}。`, '改正其中一个日期。'],
    en: (p) => [`It ends on ${p['to']}, which is not after its beginning on ${p['from']}.`, 'Correct one of the dates.'],
  },
  'policy-clause-unknown': {
    zh: (p) => [`为条款“${p['clause']}”单独设了效力，但正文里没有这一条。`, '改选正文里的条款，或删去这一项。'],
    en: (p) => [`The clause “${p['clause']}” has dates of its own, but the text does not have it.`, 'Choose a clause of the text, or remove the entry.'],
  },
  'policy-undated': {
    zh: () => ['没有注明施行日期，无法判断某一天是否有效。', '查明后填写施行日期。'],
    en: () => ['It does not say when it takes effect, so nobody can tell whether it holds on a day.', 'Find out and fill in the date.'],
  },
  'policy-article-duplicate': {
    zh: (p) => [`条号“${p['label']}”在正文里出现了不止一次。`, '对照原件改正条号；按条号查找时会列出每一处。'],
    en: (p) => [`The article number “${p['label']}” comes more than once in the text.`, 'Correct it after the original; a look-up by number shows every place.'],
  },
  'policy-structure': {
    zh: (p) => [p['code'] === 'article-gap' ? `“${p['label']}”之前缺少第 ${p['expected']} 条。` : p['code'] === 'empty' ? '正文是空的。' : '正文没有条、章或“一、”这样的编号。', '对照原件补全或改正正文。'],
    en: (p) => [p['code'] === 'article-gap' ? `Article ${p['expected']} is missing before “${p['label']}”.` : p['code'] === 'empty' ? 'The text is empty.' : 'The text has no numbered articles, chapters or points.', 'Complete or correct the text after the original.'],
  },
  'faq-answer-missing': {
    zh: () => ['还没有解答。', '在“解答”一栏写下解答。'],
    en: () => ['It has no answer yet.', 'Write the answer in the field for it.'],
  },
  'faq-dates-inverted': {
    zh: (p) => [`失效日期 ${p['to']} 不晚于生效日期 ${p['from']}。`, '改正其中一个日期。'],
    en: (p) => [`It ends on ${p['to']}, which is not after its beginning on ${p['from']}.`, 'Correct one of the dates.'],
  },
  'faq-duplicate': {
    zh: (p) => [`“${p['question']}”已经在常见问题“${p['other']}”里。`, '合并两条，或删去重复的问法。'],
    en: (p) => [`“${p['question']}” is asked by the entry “${p['other']}” already.`, 'Merge the two, or remove the wording.'],
  },
  'dictionary-duplicate-code': {
    zh: (p) => [`代码“${p['code']}”在第 ${p['first']} 项和第 ${p['index']} 项重复。`, '给其中一项换一个代码，或删去它。'],
    en: (p) => [`The code “${p['code']}” is used by entries ${p['first']} and ${p['index']}.`, 'Give one of them another code, or remove it.'],
  },
  'dictionary-parent-unknown': {
    zh: (p) => [`“${p['code']}”的上级“${p['parent']}”不在字典里。`, '改正上级代码，或补上这一项。'],
    en: (p) => [`The parent “${p['parent']}” of “${p['code']}” is not in the dictionary.`, 'Correct the parent, or add the entry.'],
  },
  'dialog-test-invalid': {
    zh: (p) => [`第 ${p['line']} 行：${testProblem(p, 'zh')}。`, '按对话测试的写法改正这一行。'],
    en: (p) => [`Line ${p['line']}: ${testProblem(p, 'en')}.`, 'Correct the line as dialogue tests are written.'],
  },
  'dialog-test-failed': {
    zh: (p) => [`用例“${p['name']}”第 ${p['line']} 行没有通过：应为 ${p['expected']}，实际为 ${p['actual']}。`, '在事项的试办中走一遍这段对话；改正配置，或改写测试。'],
    en: (p) => [`The case “${p['name']}” fails at line ${p['line']}: expected ${p['expected']}, but was ${p['actual']}.`, 'Go through the conversation in the try-out of the service; mend the configuration, or the test.'],
  },
  'dictionary-parent-cycle': {
    zh: (p) => [`字典项的上级绕成了环：${p['cycle']}。`, '把其中一项的上级改为环外的项，或清空。'],
    en: (p) => [`The parents of these entries form a cycle: ${p['cycle']}.`, 'Give one of them a parent outside the cycle, or none.'],
  },
};

const testProblems: Record<string, { zh: string; en: string }> = {
  'not-yaml': { zh: '不是有效的 YAML（{}）', en: 'this is not valid YAML ({})' },
  'no-cases': { zh: '缺少测试用例 {}', en: '{} is missing or empty' },
  'too-many': { zh: '太多，最多 {} 个', en: 'too many; at most {} are taken' },
  'unknown-key': { zh: '不认识的键“{}”', en: 'the key “{}” is not known' },
  'unknown-assertion': { zh: '不认识的断言“{}”', en: 'the assertion “{}” is not known' },
  'text-expected': { zh: '“{}”应是一段文字', en: '“{}” must be a text' },
  'list-expected': { zh: '“{}”应是列表', en: '“{}” must be a list' },
  'map-expected': { zh: '“{}”应是键值对', en: '“{}” must be keys with values' },
  'input-missing': { zh: '这一步没有输入（{}）', en: 'the step has no input ({})' },
  'input-twice': { zh: '这一步有多个输入（{}）', en: 'the step has several inputs ({})' },
  'name-missing': { zh: '用例没有名称（{}）', en: 'the case has no {}' },
  'name-twice': { zh: '用例名称“{}”重复', en: 'the name “{}” is used twice' },
  'no-steps': { zh: '“{}”没有步骤', en: '“{}” has no steps' },
  'not-a-day': { zh: '“{}”不是日期（年-月-日）', en: '“{}” is no day (YYYY-MM-DD)' },
};
const testProblem = (p: Params, lang: 'zh' | 'en') => (testProblems[String(p['code'])]?.[lang] ?? '{}').replace('{}', String(p['what']));

/** An item by its title, with the key that tells it from others of that title. Findings kept from before there were titles have the key alone. */
function named(p: Params, item: string, lang: 'zh' | 'en'): string {
  const key = p[item] ?? p[`${item}Key`];
  const title = p[`${item}Title`];
  if (title === undefined || title === key) return `“${key}”`;
  return lang === 'zh' ? `“${title}”（${key}）` : `“${title}” (${key})`;
}

function kind(p: Params, lang: 'zh' | 'en'): string {
  const name = String(p['toKind']);
  if (!isKindName(name)) return name;
  const title = configKinds[name].title[lang];
  return lang === 'en' ? title.toLowerCase() : title;
}

const units = { workday: { zh: '个工作日', en: 'workdays' }, day: { zh: '日', en: 'days' }, month: { zh: '个月', en: 'months' } };

function limit(p: Params, name: string, lang: 'zh' | 'en'): string {
  const unit = units[p[`${name}Unit`] as keyof typeof units];
  return lang === 'zh' ? `${p[name]} ${unit.zh}` : `${p[name]} ${unit.en}`;
}

function guidePart(p: Params, lang: 'zh' | 'en'): string {
  const guide = (configKinds.service.schema['properties'] as Record<string, Record<string, unknown>>)['guide']!;
  const part = (guide['properties'] as Record<string, Record<string, unknown>>)[String(p['part'])];
  return String(part?.[lang === 'zh' ? 'title' : 'x-title-en'] ?? p['part']);
}
