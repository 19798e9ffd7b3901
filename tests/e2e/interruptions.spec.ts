import { expect, it } from 'vitest';
import { journey } from './support/stage.js';

journey('interruptions', (stage) => {
  it('an ended session is renewed over the page; the failed save follows and nothing typed is lost', async () => {
    const person = await stage.person({ username: 'zhangsan' });
    const { page } = person;
    await person.open('/services/student-leave');
    const summary = page.getByLabel('简介');
    await summary.waitFor();
    await person.settled();
    await person.context.clearCookies();
    await summary.fill('会话过期时写下的一句话');
    const dialog = page.getByRole('dialog', { name: '登录已过期' });
    await dialog.waitFor();
    await person.sees('请输入“张三”（zhangsan）的密码', dialog);
    await person.isAccessible();
    await person.screenshot('interruption-session');
    await dialog.getByLabel('密码', { exact: true }).fill('不是这个密码');
    await page.keyboard.press('Enter');
    await person.sees(/用户名或密码不对/, dialog);
    await dialog.getByLabel('密码', { exact: true }).fill(stage.passwordOf('zhangsan'));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await person.sees(/已自动保存/);
    await page.reload();
    await expect.poll(() => summary.inputValue(), { timeout: 30_000 }).toBe('会话过期时写下的一句话');
  });

  it('a clerk goes on with the case where the session ended, or makes way for somebody else', async () => {
    const clerk = await stage.person({ username: 'lisi' });
    const { page, context } = clerk;
    await clerk.open('/tasks');
    const row = page.getByRole('row').filter({ has: clerk.button('领取') }).first();
    await row.getByRole('cell').first().click();
    const actions = page.getByRole('toolbar', { name: '办理操作' });
    await clerk.button('领取', actions).waitFor();
    await clerk.settled();
    await context.clearCookies();
    await clerk.button('领取', actions).click();
    const dialog = page.getByRole('dialog', { name: '登录已过期' });
    await dialog.getByLabel('密码', { exact: true }).fill(stage.passwordOf('lisi'));
    await clerk.button('登录并继续', dialog).click();
    await clerk.button('放回', actions).waitFor();

    await context.clearCookies();
    await clerk.button('放回', actions).click();
    await clerk.button('换用户登录', dialog).click();
    await page.getByLabel('用户名').fill('wangwu');
    await page.getByLabel('密码', { exact: true }).fill(stage.passwordOf('wangwu'));
    await clerk.button('登录').click();
    await clerk.sees('王五');
  });

  it('a server that restarts under an open page loses nothing', async () => {
    const person = await stage.person({ username: 'zhangsan' });
    const { page } = person;
    await person.open('/services/residence-permit');
    const summary = page.getByLabel('简介');
    await summary.waitFor();
    await person.settled();
    await stage.server.end();
    await summary.fill('服务器停机时写下的一句话');
    await person.sees('连接中断，改动已留在本机，恢复后自动保存');
    await person.screenshot('interruption-offline');
    await stage.server.start();
    await page.getByText(/已自动保存/).waitFor({ timeout: 90_000 });
    await page.reload();
    await expect.poll(() => summary.inputValue(), { timeout: 30_000 }).toBe('服务器停机时写下的一句话');
  });

  it('language and theme change in place and are kept', async () => {
    const person = await stage.person({ username: 'zhangsan' });
    const { page } = person;
    await person.open('/services');
    await page.getByRole('cell', { name: '失业保险金申领', exact: true }).waitFor();
    await person.button('切换到深色').click();
    await person.isAccessible();
    await person.screenshot('services-dark');
    await person.button('语言').click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Services' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Services' }).waitFor();
    await person.button('Switch to light').waitFor();
    await person.screenshot('services-dark-en');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });
});
