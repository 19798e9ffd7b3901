// How long reading the values of a text takes: `npx tsx --conditions=banshi-source tests/bench/values.ts`.
import { readValues } from '@banshi/values';

const now = new Date('2024-03-13T04:00:00Z');
const sentences = [
  '我叫张三，身份证号是110101198001011232，手机138 0000 0000，住在四川省广安市广安区人民路12号3单元501室。',
  '我从2019年3月5日到2024年2月底在北京东城区上班，每月工资三千五百元，缴了四年零十个月的养老保险。',
  '去年腊月初八生的孩子，现在一岁零三个月，想申请生育津贴，大概能领一万二到一万五千元吗？',
  '请问下周三上午十点能不能去政务大厅办理营业执照？公司叫四川省广安市李四商贸有限公司，代码91110000600037341L。',
  '医保报销比例是百分之七十五还是八成？自受理之日起15个工作日内办结，超过三十天怎么办。',
  '车牌川A·12345，电话010-12345678转801，邮箱zhangsan@example.com，邮编610000，中秋节前三天提交。',
];
const everyday = Array.from({ length: 60 }, (_, start) => [...Array.from({ length: 20 }, (__, index) => sentences[(start + index * 5) % sentences.length]).join('')].slice(start, start + 500).join(''));

/** Texts that a careless pattern would take quadratic time for. */
const parts = ['1', '1 ', '一', '1-', '¥1,', '二〇二四年', '1.', 'X1', '上上', '身份证1', '一点', '３', '一二', '十', '百', '1年', '三月', '1月1日到', '北京', '北京市朝阳区', '路', '张三', '我叫', '公司', '1@', 'a.', '星期', '每', '百分之', '(', '1:', '电话1', '农历', '第', '前1', '1 2/', '元', '一元', '-', '零', '13800000000', '大学', '一三八', '中国银行'];

function milliseconds(text: string): number {
  const start = performance.now();
  readValues(text, { now });
  return performance.now() - start;
}

for (const text of everyday) milliseconds(text);
const times: number[] = [];
/** CPU time of one reading, the mean of a text's runs: what is left of it on a machine that others use as well. */
const cpu = everyday.map((text) => {
  const before = process.cpuUsage();
  for (let run = 0; run < 20; run += 1) times.push(milliseconds(text));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 20 / 1_000;
});
const share = (all: number[], part: number) => (all.sort((a, b) => a - b)[Math.floor(all.length * part)] ?? Number.NaN).toFixed(2);
console.log(`500 characters, ${times.length} readings: p50 ${share(times, 0.5)} ms, p99 ${share(times, 0.99)} ms on the wall; CPU by text: p50 ${share(cpu, 0.5)} ms, p99 ${share(cpu, 0.99)} ms`);

const hostile = parts.map((part) => {
  const [half, whole] = [5_000, 10_000].map((length) => Math.min(...[1, 2].map(() => milliseconds(part.repeat(Math.ceil(length / part.length)).slice(0, length))))) as [number, number];
  return { part, half, whole };
});
hostile.sort((a, b) => b.whole - a.whole);
for (const { part, half, whole } of hostile.slice(0, Number(process.argv[2] ?? 5))) console.log(`10,000 characters of “${part}”: ${whole.toFixed(1)} ms (5,000: ${half.toFixed(1)} ms)`);
