import type { Example, TrainingInput } from '@banshi/head';
import { seededRandom } from '../../../models/head/src/random.js';

const SUBJECTS = ['居住证', '失业保险金', '一次性创业补贴', '休学', '转专业', '缓考', '公租房', '生育津贴', '医保异地备案', '护照', '老年优待证', '残疾人证', '营业执照变更', '食品经营许可', '道路占用许可', '不动产登记', '公积金提取', '社保转移', '驾驶证换证', '机动车年检', '出生医学证明', '结婚登记预约', '低保申请', '临时救助', '义务教育入学', '学籍证明', '毕业证明补办', '工伤认定', '劳动仲裁', '水电报装'] as const;
const ASKS = ['怎么办', '需要什么材料', '去哪里办', '多少天能办好', '能不能网上办', '我想申请', '帮我办一下', '办理条件是什么', '收费吗', '可以找人代办吗', '进度怎么查', '到期了怎么续'] as const;
const OPENINGS = ['', '你好，', '请问', '您好，我想问一下', '麻烦问下', '那个', '想咨询一下'] as const;

const digits = (random: () => number, count: number): string => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
const pick = <T>(random: () => number, items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
const NAMES = ['张三', '李四', '王五', '赵六', '孙七', '周八', '吴九', '郑十'];
const STREETS = ['中山路', '人民大道', '学府街', '湖滨路', '建设三路', '和平里'];
const WORK = ['宏达贸易有限公司', '春雨餐饮店', '新城建筑公司', '明天科技有限公司'];
const SCHOOLS = ['第一中学', '市实验小学', '工业大学', '师范学院'];

/** Each slot with the words before its value and a value; ten, as a hall that asks for what its forms need. */
const SLOTS: Record<string, [lead: string, value: (random: () => number) => string]> = {
  'person-name': ['我叫', (random) => pick(random, NAMES)],
  'id-number': ['身份证号是', (random) => `110101${1950 + Math.floor(random() * 60)}0${1 + Math.floor(random() * 9)}1${digits(random, 5)}`],
  phone: ['手机号', (random) => `1380000${digits(random, 4)}`],
  date: ['日期是', (random) => `${2025 + Math.floor(random() * 2)}年${1 + Math.floor(random() * 12)}月${1 + Math.floor(random() * 28)}日`],
  address: ['住在', (random) => `${pick(random, STREETS)}${1 + Math.floor(random() * 200)}号`],
  amount: ['金额', (random) => `${1 + Math.floor(random() * 90)}00元`],
  company: ['单位是', (random) => pick(random, WORK)],
  school: ['学校是', (random) => pick(random, SCHOOLS)],
  email: ['邮箱', (random) => `user${digits(random, 3)}@example.com`],
  'plate-number': ['车牌', (random) => `京A${digits(random, 5)}`],
};

/** A hall of thirty intents and ten slots with `count` utterances, the same for the same seed; a tenth each is held out twice. */
export function largeHall(count: number, seed = 1): TrainingInput {
  const random = seededRandom(seed);
  const examples = Array.from({ length: count }, (_, i) => utterance(`u${i}`, random));
  return {
    snapshotHash: '0'.repeat(64),
    intents: SUBJECTS.map((_, i) => ({ key: `service-${i}`, outOfScope: false })),
    slots: Object.keys(SLOTS).map((key) => ({ key })),
    train: examples.filter((_, i) => i % 10 > 1),
    validation: examples.filter((_, i) => i % 10 === 0),
    test: examples.filter((_, i) => i % 10 === 1),
  };
}

function utterance(id: string, random: () => number): Example {
  const intent = Math.floor(random() * SUBJECTS.length);
  const parts = random() < 0.5 ? [pick(random, OPENINGS), SUBJECTS[intent]!, pick(random, ASKS)] : [pick(random, OPENINGS), pick(random, ASKS), SUBJECTS[intent]!];
  const spans: Example['spans'] = [];
  let text = parts.join('');
  for (let left = Math.max(0, Math.floor(random() * 4) - 1); left > 0; left--) {
    const [slot, [lead, value]] = pick(random, Object.entries(SLOTS));
    text += `，${lead}`;
    const start = Array.from(text).length;
    text += value(random);
    spans.push({ start, end: Array.from(text).length, slot });
  }
  return { id, text, intent: `service-${intent}`, spans };
}
