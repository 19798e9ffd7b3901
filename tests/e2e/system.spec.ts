import { expect, it } from 'vitest';
import { journey } from './support/stage.js';

journey('those who run the system', (stage) => {
  it('an auditor finds who did what, reads an entry, and proves that the log is whole', async () => {
    const auditor = await stage.person({ username: 'chenjiu' });
    const { page } = auditor;
    await auditor.open('/audit');
    await page.getByRole('combobox', { name: '操作', exact: true }).click();
    await page.getByRole('option', { name: '登录', exact: true }).click();
    const actions = page.locator('td.column-action');
    await expect.poll(async () => [...new Set(await actions.allInnerTexts())], { timeout: 30_000 }).toEqual(['登录']);
    await page.getByRole('cell', { name: '陈九', exact: true }).first().click();
    await auditor.sees('来源地址', page.getByRole('presentation'));
    await page.keyboard.press('Escape');
    await auditor.button('校验完整性').click();
    await auditor.sees(/完整：\d+ 批/);
    await auditor.isAccessible();
    await auditor.screenshot('system-audit');
  });

  it('an administrator creates a user, whose first sign-in must change the one-time password', async () => {
    const administrator = await stage.person({ username: 'zhangsan' });
    const { page } = administrator;
    await administrator.open('/users/create');
    await page.getByLabel('用户名').fill('jiangsi');
    await page.getByLabel('姓名').fill('蒋四');
    await page.getByRole('combobox', { name: '角色' }).click();
    await page.getByRole('option', { name: '审计员' }).click();
    await administrator.isAccessible();
    await administrator.button('新建用户').click();
    const secret = page.getByRole('dialog', { name: '蒋四 的一次性密码' });
    const password = await secret.locator('code').innerText();
    await administrator.screenshot('system-one-time-password');
    await administrator.button('完成', secret).click();
    await page.getByRole('heading', { name: '蒋四' }).waitFor();

    const newcomer = await stage.person({ username: null });
    await newcomer.open('/');
    await newcomer.page.getByLabel('用户名').fill('jiangsi');
    await newcomer.page.getByLabel('密码', { exact: true }).fill(password);
    await newcomer.button('登录').click();
    await newcomer.sees('您用的是一次性密码，请先设一个自己的密码。');
    await newcomer.open('/audit');
    await newcomer.sees('您用的是一次性密码，请先设一个自己的密码。');
    await newcomer.isAccessible();
    await newcomer.screenshot('system-first-password');
    await newcomer.page.getByLabel('当前密码').fill(password);
    await newcomer.page.getByLabel('新密码', { exact: true }).fill('云江 2026 秋天的风');
    await newcomer.page.getByLabel('再输一遍新密码').fill('云江 2026 秋天的风');
    await newcomer.button('修改密码').click();
    await newcomer.page.getByRole('heading', { name: /蒋四/ }).waitFor();
  });

  it('an administrator of one department reads another department’s service and cannot change it', async () => {
    const scoped = await stage.person({ username: 'fengbaba' });
    const summary = scoped.page.getByLabel('简介');
    await scoped.open('/services/residence-permit');
    await summary.waitFor();
    await scoped.sees('只读');
    expect(await summary.isDisabled()).toBe(true);
    await scoped.isAccessible();
    await scoped.screenshot('system-read-only');
    await scoped.open('/services/unemployment-benefit');
    await summary.waitFor();
    expect(await summary.isEnabled()).toBe(true);
  });

  it('a small CSV with problems is tried, its problems read by row, and its good rows imported', async () => {
    const administrator = await stage.person({ username: 'zhangsan' });
    const { page } = administrator;
    const csv = ['事项名称,事项编码,事项类型,实施机关,办理对象', '老年人优待证办理,YJ-T-1,公共服务,云江市公安局,自然人', '没有类型的事项,YJ-T-2,不存在的类型,云江市公安局,自然人', ',YJ-T-3,公共服务,云江市公安局,自然人', '部门不明的事项,YJ-T-4,公共服务,云江市不存在局,自然人'].join('\n');
    await administrator.open('/services/import');
    await page.locator('input[type=file]').setInputFiles({ name: '事项.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await administrator.button('试导入').click();
    await administrator.sees('试导入结果（尚未写入）');
    await administrator.sees('未知的事项类型，该行未导入');
    await administrator.sees('没有这个部门，该行未导入');
    await administrator.isAccessible();
    await administrator.screenshot('system-import');
    await page.getByRole('button', { name: /^导入 1 项/ }).click();
    await page.getByRole('link', { name: '查看事项' }).click();
    await page.getByRole('cell', { name: '老年人优待证办理', exact: true }).waitFor();
    expect(await administrator.hasNo('没有类型的事项')).toBe(true);
  });
});
