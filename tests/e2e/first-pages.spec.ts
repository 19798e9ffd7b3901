import { expect, it } from 'vitest';
import { journey } from './support/stage.js';

const configuration = ['事项', '表单', '流程', '字典', '意图', '槽位'];
const assistant = ['未答问题', '助手统计', '对话测试'];

/** What the menu holds for each role, in its order. */
const roles: { role: string; username: string; menu: string[] }[] = [
  { role: 'administrator', username: 'zhangsan', menu: ['工作台', ...configuration, '语料', '训练', '模型', '基础模型', '政策', '常见问题', '政策推送', '待发布', '发布记录', '大厅预览', '全部办件', ...assistant, '用户', '机构', '密钥', '后台任务', '隐私', '设置'] },
  { role: 'annotator', username: 'sunqi', menu: ['工作台', ...configuration, '语料', '模型', '基础模型', '政策', '常见问题', '大厅预览', ...assistant] },
  { role: 'release-manager', username: 'wujiu', menu: ['工作台', ...configuration, '语料', '训练', '模型', '基础模型', '政策', '常见问题', '待发布', '发布记录', '大厅预览', ...assistant, '后台任务'] },
  { role: 'clerk', username: 'lisi', menu: ['工作台', '大厅预览', '待办', '全部办件', '坐席'] },
  { role: 'auditor', username: 'chenjiu', menu: ['工作台', ...configuration, '语料', '训练', '模型', '基础模型', '政策', '常见问题', '政策推送', '待发布', '发布记录', '全部办件', ...assistant, '机构', '后台任务', '审计'] },
];

journey('the first page of each role', (stage) => {
  it.each(roles)('$role: answers what needs them now, offers what they may use, and nothing else', async ({ role, username, menu }) => {
    const person = await stage.person({ username });
    await person.open('/');
    const entries = person.page.getByRole('navigation', { name: '主菜单' }).getByRole('link');
    await entries.first().waitFor();
    expect(await entries.allInnerTexts()).toEqual(menu);
    await person.page.getByRole('heading', { level: 1 }).waitFor();
    await person.isAccessible();
    await person.screenshot(`first-page-${role}-zh`);
  });

  it.each(roles)('$role: the same in English', async ({ role, username, menu }) => {
    const person = await stage.person({ username, language: 'en' });
    await person.open('/');
    const entries = person.page.getByRole('navigation', { name: 'Main menu' }).getByRole('link');
    await entries.first().waitFor();
    expect(await entries.count()).toBe(menu.length);
    await person.page.getByRole('heading', { level: 1 }).waitFor();
    await person.settled();
    const words = await person.page.locator('body').innerText();
    expect(words.match(/[a-z]+\.[a-z]+\.[a-zA-Z.]+/g)).toBeNull();
    await person.isAccessible();
    await person.screenshot(`first-page-${role}-en`);
  });

  it('a clerk starts with what waits for him, and a case keeps to the inbox that it was opened from', async () => {
    const clerk = await stage.person({ username: 'lisi' });
    const { page } = clerk;
    await clerk.open('/');
    const waiting = page.getByRole('region', { name: '等您办的' });
    await waiting.getByRole('listitem').first().waitFor();
    const tasks = await waiting.getByRole('listitem').count();
    expect(tasks).toBeGreaterThan(2);
    await waiting.getByRole('link', { name: `全部 ${tasks} 项` }).click();
    await page.getByRole('tab', { name: `等我办的 ${tasks}`, selected: true }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(tasks);
    await page.locator('tbody tr').first().click();
    const current = page.getByRole('navigation', { name: '主菜单' }).locator('[aria-current=page]');
    await page.getByRole('tab', { name: '流程图' }).waitFor();
    expect(await current.innerText()).toBe('待办');
    await page.getByRole('link', { name: '全部办件', exact: true }).click();
    await page.locator('tbody tr').first().click();
    await page.getByRole('tab', { name: '流程图' }).waitFor();
    expect(await current.innerText()).toBe('全部办件');
  });

  it('on a phone the menu is a drawer and the preview has the whole width', async () => {
    const person = await stage.person({ username: 'zhangsan', phone: true });
    const { page } = person;
    await person.open('/preview');
    const phone = page.getByRole('region', { name: '手机上的大厅' });
    await person.sees('您好，我是办事助手', phone);
    expect((await phone.boundingBox())!.width).toBe(390);
    expect(await page.getByRole('navigation', { name: '主菜单' }).count()).toBe(0);
    await person.isAccessible();
    await person.screenshot('preview-phone');
    await person.button('打开菜单').click();
    await person.isAccessible();
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '意图' }).click();
    await page.getByRole('heading', { level: 1, name: '意图' }).waitFor();
    await page.getByRole('navigation', { name: '主菜单' }).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it('a page that a role may not use says so when its address is typed', async () => {
    const clerk = await stage.person({ username: 'lisi' });
    await clerk.open('/users');
    await clerk.sees('您没有权限打开此页');
    await clerk.isAccessible();
  });
});
