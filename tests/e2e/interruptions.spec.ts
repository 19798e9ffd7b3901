import { expect, it } from 'vitest';
import { journey } from './support/stage.js';

journey('interruptions', (stage) => {
  it('an ended session asks to sign in again, and what was typed is there afterwards', async () => {
    const person = await stage.person({ username: 'zhangsan' });
    const { page } = person;
    await person.open('/services/student-leave');
    const summary = page.getByLabel('简介');
    await summary.waitFor();
    await person.settled();
    await person.context.clearCookies();
    await summary.fill('会话过期时写下的一句话');
    await person.sees(/登录已过期/);
    await person.screenshot('interruption-session');
    const other = await person.context.newPage();
    await other.goto(new URL('/login', page.url()).href);
    await other.getByLabel('用户名').fill('zhangsan');
    await other.getByLabel('密码', { exact: true }).fill(stage.passwordOf('zhangsan'));
    await other.getByRole('button', { name: '登录', exact: true }).click();
    await other.getByRole('navigation', { name: '主菜单' }).waitFor();
    await person.button('重试').click();
    await person.sees(/已自动保存/);
    await page.reload();
    await expect.poll(() => summary.inputValue(), { timeout: 30_000 }).toBe('会话过期时写下的一句话');
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
