import { expect, it } from 'vitest';
import type { Person } from './support/person.js';
import { journey } from './support/stage.js';

journey('two people at once', (stage) => {
  const summaryOf = (person: Person) => person.page.getByLabel('简介');
  const changeSummary = async (person: Person, service: string, text: string) => {
    await person.open(`/services/${service}`);
    await summaryOf(person).fill(text);
    await person.sees(/已自动保存/);
  };
  /** Chooses one item alone and fills what publishing asks for; the last click is left to the caller. */
  const prepareRelease = async (person: Person, title: string) => {
    const { page } = person;
    await person.open('/release');
    await page.getByRole('checkbox', { name: `选择“${title}”` }).waitFor();
    await person.button('全不选').click();
    await page.getByRole('checkbox', { name: `选择“${title}”` }).check();
    await page.getByLabel('发布说明').fill(`只发布${title}`);
    await page.getByRole('button', { name: '发布 1 项' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '发布 1 项' }).waitFor();
  };
  const publish = (person: Person) => person.page.getByRole('dialog').getByRole('button', { name: '发布 1 项' }).click();

  it('save one draft: the second is shown what the first changed, and nothing is lost', async () => {
    const [first, second] = [await stage.person({ username: 'zhangsan' }), await stage.person({ username: 'fengbaba' })];
    for (const person of [first, second]) {
      await person.open('/services/startup-subsidy');
      await summaryOf(person).waitFor();
    }
    const code = (person: Person) => person.page.getByLabel('事项编码');
    await summaryOf(first).fill('先存的人写的简介');
    await code(first).fill('YJ-HRSS-0901');
    await first.sees(/已自动保存/);

    await summaryOf(second).fill('后存的人写的简介');
    const dialog = second.page.getByRole('dialog', { name: '您和他人同时改了这份草稿' });
    await dialog.waitFor();
    await second.sees('张三', dialog);
    expect(await dialog.innerText()).toMatch(/先存.*后存|后存.*先存/s);
    await second.isAccessible();
    await second.screenshot('at-once-draft');
    await second.button('合并', dialog).click();
    await second.sees(/已自动保存/);

    await first.page.reload();
    await expect.poll(() => summaryOf(first).inputValue(), { timeout: 30_000 }).toBe('后存的人写的简介');
    expect(await code(first).inputValue()).toBe('YJ-HRSS-0901');
  });

  it('complete one task: one wins, the other is told', async () => {
    const clerks = [await stage.person({ username: 'qianyi' }), await stage.person({ username: 'lisi' })] as const;
    // Both may handle the department's step; each has the page open before either claims.
    for (const clerk of clerks) await clerk.open('/tasks');
    const shared = (clerk: Person) => clerk.page.getByRole('row').filter({ hasText: '补正登记' }).filter({ has: clerk.button('签收') }).first();
    await Promise.all(clerks.map((clerk) => shared(clerk).waitFor()));
    const numbers = await Promise.all(clerks.map((clerk) => shared(clerk).getByRole('cell').first().innerText()));
    expect(numbers[0]).toBe(numbers[1]);
    await Promise.all(clerks.map((clerk) => shared(clerk).getByRole('cell').first().click()));
    const toolbar = (clerk: Person) => clerk.page.getByRole('toolbar', { name: '办理操作' });
    await Promise.all(clerks.map((clerk) => clerk.button('签收', toolbar(clerk)).waitFor()));
    await Promise.all(clerks.map((clerk) => clerk.button('签收', toolbar(clerk)).click()));
    const holds = () => Promise.all(clerks.map((clerk) => clerk.button('退签').isVisible()));
    await expect.poll(async () => (await holds()).filter(Boolean).length, { timeout: 30_000 }).toBe(1);
    const loser = clerks[(await holds())[0] ? 1 : 0];
    await loser.sees(/签收|他人|已被/);
    await loser.screenshot('at-once-task');
  });

  it('publish different items: both land', async () => {
    const [first, second] = [await stage.person({ username: 'zhangsan' }), await stage.person({ username: 'wujiu' })];
    await changeSummary(first, 'residence-permit', '在本市居住半年以上的外市居民，可以申领居住证。');
    await changeSummary(first, 'student-leave', '在校学生因病或其他原因不能坚持学习的，可以申请休学。');
    await prepareRelease(first, '居住证办理');
    await prepareRelease(second, '学生休学');
    await publish(first);
    await first.sees(/大厅 v2 已上线/);
    await publish(second);
    await second.sees(/大厅 v3 已上线/);
    const read = async (key: string) => ((await (await stage.readHall(`/services/${key}`)).json()) as { guide?: unknown; summary?: string }).summary;
    expect(await read('residence-permit')).toContain('居住半年以上的外市居民');
    expect(await read('student-leave')).toContain('不能坚持学习');
  });

  it('publish the same item: the second is refused with the difference', async () => {
    const [first, second] = [await stage.person({ username: 'zhangsan' }), await stage.person({ username: 'wujiu' })];
    await changeSummary(first, 'residence-permit', '第二个人选定要发布的内容');
    await prepareRelease(second, '居住证办理');
    await changeSummary(first, 'residence-permit', '第一个人先发布的内容');
    await prepareRelease(first, '居住证办理');
    await publish(first);
    await first.sees(/大厅 v4 已上线/);
    await publish(second);
    await second.sees('没有发布：他人已先发布了同样的内容');
    await second.sees(/张三已发布的改动/);
    await second.isAccessible();
    await second.screenshot('at-once-release');
  });
});
