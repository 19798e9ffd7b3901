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
  /** Comes from one item, which alone is chosen then, and fills what publishing asks for; the last click is left to the caller. */
  const prepareRelease = async (person: Person, title: string, service: string) => {
    const { page } = person;
    await person.open(`/services/${service}`);
    await page.getByRole('link', { name: '加入发布' }).click();
    await page.getByRole('checkbox', { name: `选择“${title}”` }).waitFor();
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

  it('complete one task: one wins, the other is told by whom', async () => {
    const [winner, loser] = [await stage.person({ username: 'qianyi' }), await stage.person({ username: 'lisi' })] as const;
    // News of the inbox never reaches the second clerk, whose page therefore goes stale however quick the first is.
    await loser.page.routeWebSocket(/graphql/, () => undefined);
    const shared = (clerk: Person) => clerk.page.getByRole('row').filter({ hasText: '补正登记' }).filter({ has: clerk.button('领取') }).first();
    const toolbar = (clerk: Person) => clerk.page.getByRole('toolbar', { name: '办理操作' });
    for (const clerk of [winner, loser]) {
      await clerk.open('/tasks');
      await shared(clerk).getByRole('cell').first().click();
      await clerk.button('领取', toolbar(clerk)).waitFor();
    }
    expect(winner.page.url()).toBe(loser.page.url());

    await winner.button('领取', toolbar(winner)).click();
    await winner.button('材料已补齐', toolbar(winner)).waitFor();
    await loser.button('领取', toolbar(loser)).click();
    await loser.sees(/该待办已由.*钱一.*领取/);
    await loser.screenshot('at-once-task');

    await winner.button('材料已补齐', toolbar(winner)).click();
    await winner.button('材料已补齐', winner.page.getByRole('dialog')).click();
    await winner.sees('已办理');
    await loser.page.reload();
    await loser.sees(/补正登记.*已办理/);
    expect(await loser.button('材料已补齐').count()).toBe(0);
  });

  it('publish different items: both land', async () => {
    const [first, second] = [await stage.person({ username: 'zhangsan' }), await stage.person({ username: 'wujiu' })];
    await changeSummary(first, 'residence-permit', '在本市居住半年以上的外市居民，可以申领居住证。');
    await changeSummary(first, 'student-leave', '在校学生因病或其他原因不能坚持学习的，可以申请休学。');
    await prepareRelease(first, '居住证办理', 'residence-permit');
    await prepareRelease(second, '学生休学', 'student-leave');
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
    await prepareRelease(second, '居住证办理', 'residence-permit');
    await changeSummary(first, 'residence-permit', '第一个人先发布的内容');
    await prepareRelease(first, '居住证办理', 'residence-permit');
    await publish(first);
    await first.sees(/大厅 v4 已上线/);
    await publish(second);
    await second.sees('没有发布：他人已先发布了同样的内容');
    await second.sees(/张三已发布的改动/);
    await second.isAccessible();
    await second.screenshot('at-once-release');
  });
});
