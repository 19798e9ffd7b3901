import { expect, it } from 'vitest';
import { howToRun, trainerPython } from '../trainer/trainer-python.js';
import { journey } from './support/stage.js';

const title = 'a release manager trains all weights, cancels, goes on, compares, and chooses the version';

journey('full fine-tuning', (stage) => {
  if (!trainerPython) {
    it.skip(`${title} (${howToRun})`, () => undefined);
    return;
  }
  it(title, async () => {
    const manager = await stage.person({ username: 'wujiu' });
    const { page } = manager;
    await manager.open('/base-models');
    await manager.sees('办事中文句向量（小）');
    await manager.isAccessible();

    await manager.open('/training');
    await manager.button('开始训练').first().click();
    const dialog = page.getByRole('dialog', { name: '开始训练' });
    await dialog.getByRole('combobox', { name: '方法' }).click();
    await page.getByRole('option', { name: /全量微调/ }).click();
    await dialog.getByRole('combobox', { name: '预设' }).click();
    await page.getByRole('option', { name: /二分类/ }).click();
    await manager.sees(/BertForSequenceClassification/, dialog);
    await dialog.getByRole('combobox', { name: '预设' }).click();
    await page.getByRole('option', { name: '快速' }).click();
    await dialog.getByLabel(/^INT8 版本/).check();
    await dialog.getByText('超参数与随机种子').click();
    await dialog.getByRole('textbox', { name: '轮数' }).fill('0');
    await expect.poll(() => manager.button('开始', dialog).isDisabled()).toBe(true);
    await dialog.getByRole('textbox', { name: '轮数' }).fill('2');
    await manager.isAccessible();
    await manager.screenshot('full-training-start');
    await manager.button('开始', dialog).click();

    await manager.sees(/训练：损失/);
    await manager.screenshot('full-training-running');
    await manager.button('取消').click();
    await manager.sees('训练已取消，没有产生模型。');
    await manager.button('继续训练').click();
    await page.getByText(/训练完成，产生了模型 v\d+/).first().waitFor({ timeout: 150_000 });
    await page.reload();
    await manager.sees('原模型与小版本');
    await manager.sees(/验证集最高/);
    await manager.isAccessible();
    await manager.screenshot('full-training-done');

    await manager.open('/training');
    await page.locator('tbody').getByRole('checkbox').nth(1).waitFor();
    for (const box of await page.locator('tbody').getByRole('checkbox').all()) await box.check();
    await page.getByRole('link', { name: '并排比较' }).click();
    await manager.sees('基础模型');
    await page.goBack();
    await page.getByRole('row').filter({ hasText: '#2' }).first().getByRole('cell').nth(1).click();
    await manager.button('选用此版本').first().click();
    await manager.screenshot('full-training-chosen');
  });
});
