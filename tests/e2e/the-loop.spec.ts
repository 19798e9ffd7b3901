import { expect, it } from 'vitest';
import type { Person } from './support/person.js';
import { journey } from './support/stage.js';

const sentence = '我想申请失业保险金，身份证号是110101198001011234';
const examples = [
  '失业金什么时候停发',
  '找到工作以后失业保险金还能继续领吗',
  '我重新就业了，失业金要去哪里停',
  '领失业金期间去外地工作需要办停领吗',
  '当兵以后失业保险金是不是就停了',
  '到了退休年龄失业金还发不发',
  '单位给我交社保了，失业金自动停吗',
  '停领失业保险金要带什么材料',
  '多领了一个月失业金怎么退回去',
  '我妈移居国外了她的失业金要停掉吗',
];

journey('the whole loop, from a changed service to a case that is done', (stage) => {
  const hallTag = async () => (await stage.readHall('/services/unemployment-benefit')).headers.get('etag');
  const saved = (person: Person) => person.sees(/已自动保存/);
  let administrator: Person;
  let oldTag: string | null;
  let caseNumber: string;

  it('an administrator signs in and changes the guide of a service', async () => {
    oldTag = await hallTag();
    administrator = await stage.person({ username: null });
    const { page } = administrator;
    await administrator.open('/');
    await page.getByLabel('用户名').fill('zhangsan');
    await page.getByLabel('密码', { exact: true }).fill(stage.passwordOf('zhangsan'));
    await administrator.screenshot('loop-01-sign-in');
    await administrator.button('登录').click();
    await page.getByRole('heading', { name: /张三/ }).waitFor();

    await page.getByRole('link', { name: '事项', exact: true }).click();
    await page.getByRole('cell', { name: '失业保险金申领', exact: true }).click();
    const summary = page.getByLabel('简介');
    await summary.fill('非因本人意愿失业、参加过失业保险的人员，按月领取失业保险金；全程网上办理。');
    await saved(administrator);
    await administrator.isAccessible();
    await administrator.screenshot('loop-02-guide');
  });

  it('adds a field to the form by hand, beside the others', async () => {
    const { page } = administrator;
    await page.getByRole('tab', { name: '表单' }).click();
    await page.getByRole('link', { name: '编辑表单' }).click();
    const mobile = page.getByRole('option', { name: /^手机号/ });
    await mobile.click();
    await page.getByRole('navigation', { name: '字段' }).getByRole('button', { name: '单行文本' }).click();
    const title = page.getByLabel('标题', { exact: true });
    await title.fill('联系地址');
    await page.getByRole('option', { name: /^联系地址/ }).waitFor();
    await saved(administrator);
    await administrator.isAccessible();
    await administrator.screenshot('loop-03-form');
  });

  it('draws one more step into the workflow', async () => {
    const { page } = administrator;
    await administrator.open('/services/unemployment-benefit?tab=workflow');
    await page.getByRole('link', { name: '编辑流程' }).click();
    await page.waitForURL(/\/workflows\//);
    const flow = page.locator('[data-element-id="Flow_Gateway_approve_End_granted"] .djs-hit').first();
    await flow.waitFor({ state: 'attached' });
    await administrator.settled();
    // A horizontal line has no height, so it is nothing that one could click by its box.
    const [x, y] = await flow.evaluate((line) => {
      const { left, top, width, height } = line.getBoundingClientRect();
      return [left + width / 2, top + height / 2] as const;
    });
    await administrator.button('放置人工任务').click();
    await page.mouse.move(x, y - 40, { steps: 4 });
    await page.mouse.move(x, y, { steps: 8 });
    await page.mouse.click(x, y);
    const name = page.locator('.djs-direct-editing-content');
    await name.fill('内部公示');
    await name.press('Enter');
    await administrator.sees('人工任务');
    await administrator.sees(/没有指定办理人/);
    await page.getByRole('combobox', { name: '角色、部门、岗位' }).fill('复核');
    await page.getByRole('option', { name: '失业保险复核岗' }).click();
    await page.keyboard.press('Escape');
    await administrator.sees('没有发现问题');
    await saved(administrator);
    await administrator.screenshot('loop-04-workflow');
  });

  it('adds an intent with ten examples', async () => {
    const { page } = administrator;
    await administrator.open('/services/unemployment-benefit?tab=intents');
    await administrator.button('新建意图').click();
    await page.getByRole('dialog').getByLabel('名称').fill('停领失业保险金');
    await administrator.button('新建', page.getByRole('dialog')).click();
    const field = page.getByLabel('添加例句');
    for (const [index, example] of examples.entries()) {
      await field.fill(example);
      await field.press('Enter');
      await page.getByRole('listitem').filter({ hasText: example }).first().waitFor();
      await expect.poll(() => field.inputValue(), { timeout: 15_000, message: `example ${index} is taken` }).toBe('');
    }
    await administrator.isAccessible();
    await administrator.screenshot('loop-05-intent');
  });

  it('trains in two clicks and sees the new version with what it was measured at', async () => {
    const { page } = administrator;
    await page.getByRole('link', { name: '训练', exact: true }).click();
    await administrator.button('开始训练').first().click();
    await page.getByRole('dialog').getByText(/条语料，预计/).waitFor();
    await administrator.button('开始', page.getByRole('dialog')).click();
    await page.waitForURL(/\/training\/[\da-f-]{36}/);
    await page.getByText(/训练完成，产生了模型 v2/).waitFor({ timeout: 90_000 });
    await administrator.sees('宏平均 F1');
    await administrator.sees(/每 100 句约有 \d+ 句认对意图/);
    await administrator.isAccessible();
    await administrator.screenshot('loop-06-training');
    await administrator.button('选用此版本').click();
    await administrator.button('去待发布', page.getByRole('dialog')).click();
  });

  it('reads the findings and publishes service, form, workflow, intent and model together', async () => {
    const { page } = administrator;
    const changes = page.getByRole('region', { name: '变化' });
    for (const title of ['失业保险金申领', '失业保险金申领流程', '停领失业保险金', '模型 v2']) await changes.getByRole('checkbox', { name: `选择“${title}”` }).waitFor();
    await page.getByLabel('发布说明').fill('全程网办；增加联系地址；听得懂停领');
    const reason = page.getByLabel(/仍要发布的理由/);
    await expect.poll(async () => (await administrator.hasNo('正在检查…')) && (await page.getByRole('region', { name: '检查' }).count()) > 0, { timeout: 30_000 }).toBe(true);
    if (await reason.isVisible()) await reason.fill('新意图例句还少，上线后继续补充');
    await administrator.isAccessible();
    await administrator.screenshot('loop-07-release');
    const publish = page.getByRole('button', { name: /^发布 \d+ 项$/ });
    await publish.click();
    await page.getByRole('dialog').getByRole('button', { name: /^发布 \d+ 项$/ }).click();
    await administrator.sees(/大厅 v2 已上线/);
    await administrator.screenshot('loop-08-published');
    expect(await hallTag()).not.toBe(oldTag);
  });

  it('says one sentence in the hall on a phone and gets a form that knows the wrong check digit', async () => {
    const phone = await stage.person({ username: 'zhangsan', phone: true });
    const { page } = phone;
    await phone.open('/preview');
    await page.getByRole('navigation', { name: '大厅导航' }).getByRole('button', { name: '事项' }).click();
    await page.getByRole('textbox', { name: '说说您要办什么，或搜事项' }).fill(sentence);
    await phone.screenshot('loop-09-hall');
    await phone.button('帮我办').click();
    await page.getByRole('heading', { name: '失业保险金申领' }).waitFor();
    await phone.sees(/把握 \d+/);
    await phone.sees('110101198001011234');
    await phone.sees(/校验/);
    await phone.isAccessible();
    await phone.screenshot('loop-10-understood');
    await phone.button('填写申请').click();

    const field = (name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}`) });
    const identity = field('身份证号');
    await identity.waitFor();
    expect(await identity.inputValue()).toBe('110101198001011234');
    await phone.sees(/校验/);
    await phone.screenshot('loop-11-prefilled');
    await identity.fill('110101198001011232');
    await field('申请人姓名').fill('王小明');
    await field('手机号').fill('13800138000');
    await field('联系地址').fill('云江市滨江路 1 号');
    await field('原工作单位').fill('云江晨光电子有限公司');
    await field('失业日期').fill('2026-03-31');
    await field('累计缴费月数').fill('74');
    await page.getByRole('combobox', { name: /^失业原因/ }).click();
    await page.getByRole('option', { name: '用人单位裁减人员' }).click();
    await field('收款银行卡号').fill('6222020000000000018');
    await phone.isAccessible();
    await phone.button('提交申请').click();
    await phone.sees('申请已提交');
    await phone.screenshot('loop-12-submitted');
    caseNumber = (await page.getByText(/^[A-Z0-9-]*\d{6,}[A-Z0-9-]*$/).first().innerText()).trim();
  });

  it('a clerk finds it among the tasks, claims and completes it', async () => {
    const clerk = await stage.person({ username: 'lisi' });
    const { page } = clerk;
    await clerk.open('/tasks');
    const row = page.getByRole('row').filter({ hasText: caseNumber });
    await row.waitFor();
    await clerk.isAccessible();
    await clerk.screenshot('loop-13-inbox');
    await clerk.button('领取', row).click();
    await clerk.button('放回', row).waitFor();
    await row.getByText('失业保险金申领').click();
    const actions = page.getByRole('toolbar', { name: '办理操作' });
    await clerk.button('受理', actions).waitFor();
    await clerk.screenshot('loop-14-case');
    await clerk.button('受理', actions).click();
    await clerk.button('受理', page.getByRole('dialog')).click();
    await clerk.sees('已办理');
    await clerk.sees('核定待遇');
    await page.getByRole('tab', { name: '流程图' }).click();
    await page.getByTitle('Powered by bpmn.io').first().waitFor();
    await clerk.isAccessible();
    await clerk.screenshot('loop-15-diagram');
  });

  it('a release manager rolls back with one click, and the next read has the old tag', async () => {
    const manager = await stage.person({ username: 'wujiu' });
    await manager.open('/release/history');
    await manager.button('回滚到 v1').click();
    await manager.page.getByRole('dialog').getByText('停领失业保险金').waitFor();
    await manager.screenshot('loop-16-roll-back');
    await manager.button('回滚', manager.page.getByRole('dialog')).click();
    await manager.sees(/已回到 v1/);
    expect(await hallTag()).toBe(oldTag);
    await manager.isAccessible();
    await manager.screenshot('loop-17-history');
  });
});
