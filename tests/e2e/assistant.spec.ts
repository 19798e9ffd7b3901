import { expect, it } from 'vitest';
import type { Person } from './support/person.js';
import { journey } from './support/stage.js';

const say = async ({ page }: Person, text: string) => {
  const field = page.getByRole('combobox', { name: /问问题，或说要办的事|对工作人员说/ });
  await field.fill(text);
  await field.press('Enter');
};
const log = ({ page }: Person) => page.getByRole('log', { name: '对话' });

journey('the assistant answers, fills, submits, and hands over', (stage) => {
  let administrator: Person;
  let citizen: Person;
  let caseNumber: string;

  it('an administrator asks in the preview how to apply for an allowance, and reads the clauses behind the answer', async () => {
    administrator = await stage.person({ username: 'zhangsan' });
    const { page } = administrator;
    await administrator.open('/preview');
    await say(administrator, '如何申请低保？');
    await administrator.sees(/申请材料|材料/, log(administrator));
    await administrator.sees('依据', log(administrator));
    const quotation = log(administrator).locator('blockquote').first();
    const quoted = (await quotation.innerText()).trim();
    expect(quoted.length).toBeGreaterThan(5);
    await administrator.isAccessible();
    await administrator.screenshot('assistant-01-answer');
    await log(administrator).getByRole('button', { name: /^查看原文/ }).first().click();
    await page.locator('mark.place').waitFor();
    expect((await page.locator('mark.place').innerText()).replaceAll(/\s/g, '')).toContain(quoted.replaceAll(/\s/g, '').slice(0, 20));
    await administrator.screenshot('assistant-02-place');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: '理解过程' }).click();
    await administrator.sees('回答的依据');
    await administrator.screenshot('assistant-03-understood');
  });

  it('says a sentence with an ID and sees it in the form, with the remark that the check digit is wrong', async () => {
    const { page } = administrator;
    await page.getByRole('tab', { name: '表单' }).click();
    await say(administrator, '我需要申请退休金，身份证号是110101198001011234');
    await administrator.sees(/应为 ?2|应该是 ?2/, log(administrator));
    const identity = page.getByRole('region', { name: '随对话填写的表单' }).getByRole('textbox', { name: /^身份证号/ });
    await identity.waitFor();
    await expect.poll(() => identity.inputValue()).toBe('110101198001011234');
    await administrator.isAccessible();
    await administrator.screenshot('assistant-04-form');
    await identity.fill('110101198001011232');
    await administrator.sees(/已填写：身份证号.*1232/, log(administrator));
    await administrator.screenshot('assistant-05-mended');
  });

  it('a citizen fills in an application on a phone, asks in between, corrects, reloads, and submits', async () => {
    const at = await stage.exampleHall({ id: 'citizen-1', name: '王小明' });
    citizen = await stage.person({ username: null, phone: true, at });
    const { page } = citizen;
    await citizen.open('/');
    await citizen.sees('大家常问');
    await citizen.isAccessible();
    await citizen.screenshot('assistant-06-phone');
    await say(citizen, '我要申请失业保险金，我叫王小明，身份证号110101198001011232，手机号13800138000');
    await citizen.sees(/原工作单位|累计缴费月数|失业日期/, log(citizen));
    await citizen.screenshot('assistant-07-begun');
    await say(citizen, '失业保险金能领多久？');
    await citizen.sees('依据', log(citizen));
    await citizen.screenshot('assistant-08-digression');
    await say(citizen, '手机号改成13900139000');
    await citizen.sees(/139/, log(citizen));

    await page.reload();
    await citizen.sees(/我要申请失业保险金/, log(citizen));
    await citizen.screenshot('assistant-09-reloaded');
    await fillRest(citizen);
    await citizen.sees('请核对', log(citizen));
    await citizen.isAccessible();
    await citizen.screenshot('assistant-10-summary');
    await citizen.button(/提交/, log(citizen)).last().click();
    await citizen.sees('办件编号', log(citizen));
    caseNumber = (await log(citizen).locator('.number').innerText()).trim();
    expect(caseNumber).toMatch(/\d{6,}/);
    await citizen.screenshot('assistant-11-submitted');
  });

  it('asks for a person; a clerk sees everything, answers, and hands back', async () => {
    await citizen.page.locator('.head').getByRole('button', { name: '转人工' }).click();
    await citizen.sees(/正在为您转接工作人员/);
    const clerk = await stage.person({ username: 'lisi' });
    const { page } = clerk;
    await clerk.open('/desk');
    await page.getByRole('button', { name: /王小明/ }).click();
    await clerk.sees(/失业保险金能领多久/);
    await clerk.isAccessible();
    await clerk.screenshot('assistant-12-desk');
    await page.getByRole('region', { name: '对话', exact: true }).getByRole('button', { name: '接待' }).click();
    await page.getByRole('textbox', { name: '回复群众' }).fill('您好，您的申请已收到，五个工作日内办结。');
    await clerk.button('发送').click();
    await citizen.sees('您好，您的申请已收到，五个工作日内办结。', log(citizen));
    await say(citizen, '谢谢，没有别的问题了');
    await clerk.sees('谢谢，没有别的问题了');
    await clerk.screenshot('assistant-13-answered');
    await citizen.screenshot('assistant-14-clerk');
    await clerk.button('交还助手').first().click();
    await clerk.button('交还助手', page.getByRole('dialog')).click();
    await citizen.page.locator('.head').getByRole('button', { name: '转人工' }).waitFor();
    await citizen.screenshot('assistant-15-back');
  });
});

/** Answers whatever is asked, by the widget that stands there, until nothing is. */
async function fillRest(citizen: Person): Promise<void> {
  const answers: Record<string, string> = { 原工作单位: '云江晨光电子有限公司', 累计缴费月数: '74', 失业日期: '2026-03-31', 收款银行卡号: '6222020000000000018' };
  const field = log(citizen).locator('banshi-assistant-field');
  for (let n = 0; n < 12 && (await field.count()) > 0; n += 1) {
    const title = (await field.getByRole('form').getAttribute('aria-label')) ?? '';
    const before = await log(citizen).locator('.entry').count();
    const select = field.getByRole('combobox');
    if (await select.count()) {
      await select.selectOption({ label: '用人单位裁减人员' });
      await citizen.button('确定', field).click();
    } else if (answers[title]) {
      await field.locator('input, textarea').first().fill(answers[title]);
      await citizen.button('确定', field).click();
    } else await say(citizen, '没有');
    await expect.poll(() => log(citizen).locator('.entry').count(), { message: `answered ${title}`, timeout: 20_000 }).toBeGreaterThanOrEqual(before + 2);
  }
}
