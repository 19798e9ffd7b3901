import { residentIdCheckCharacter } from '../../resident-id.js';
import type { PersonalKind } from '../personal-kinds.js';
import type { Random } from './random.js';

const REGIONS = ['110101', '310104', '440305', '510104', '420106', '330106', '610113', '350203', '230103', '450102', '530103', '652301'];
const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余'];
const GIVEN = ['三', '四', '五', '伟', '芳', '娜', '敏', '静', '建国', '秀英', '志强', '小红', '文博', '雨桐', '子轩', '浩然', '晓明', '玉兰', '海燕', '春梅', '国庆', '思远'];
const STREETS = ['人民路', '解放路', '建设北路', '中山大道', '幸福街', '和平里西街', '学院路', '长江路', '育才巷', '滨河东路', '文化路', '新华街'];
const PLACES = ['北京市东城区', '上海市徐汇区', '广东省深圳市南山区', '四川省成都市青羊区', '湖北省武汉市武昌区', '浙江省杭州市西湖区', '陕西省西安市雁塔区', '福建省厦门市思明区', '黑龙江省哈尔滨市南岗区', '云南省昆明市盘龙区'];
const COMMUNITIES = ['', '', '阳光花园', '幸福小区', '翠竹苑'];
const MAIL_NAMES = ['zhangsan', 'lisi', 'wangwu', 'zhao_liu', 'sunqi', 'zhouba', 'wujiu', 'zhengshi'];
const DOMAINS = ['example.com', 'example.cn', 'mail.example.org', 'example.net', 'test.edu.cn'];

const two = (n: number) => String(n).padStart(2, '0');

/** A value of the kind in its plain spelling. */
export function personalValue(kind: PersonalKind, random: Random): string {
  switch (kind) {
    case 'resident-id': {
      const first = `${random.of(REGIONS)}${random.between(1940, 2015)}${two(random.between(1, 12))}${two(random.between(1, 28))}${random.digits(3)}`;
      return first + residentIdCheckCharacter(first);
    }
    case 'mobile':
      return `1${random.between(3, 9)}${random.digits(9)}`;
    case 'phone':
      return `${random.of(['010', '021', '028', '0755', '0826', '0571'])}${random.between(2, 8)}${random.digits(7)}`;
    case 'bank-card': {
      const first = random.of(['622202', '621700', '622848', '436742', '625965']) + random.digits(random.of([9, 12]));
      return first + luhnDigit(first);
    }
    case 'plate':
      return random.of(['川A', '京A', '粤B', '沪C', '浙F', '鄂E']) + random.of([random.digits(5), `${random.digits(4)}K`, `${random.of(['D', 'F'])}${random.digits(5)}`, `A${random.digits(3)}M`]);
    case 'email':
      return `${random.of(MAIL_NAMES)}${random.of(['', random.digits(2), random.digits(4)])}@${random.of(DOMAINS)}`;
    case 'address':
      return `${random.of(PLACES)}${random.of(STREETS)}${random.between(1, 300)}号${random.of(COMMUNITIES)}${random.of(['', `${random.between(1, 30)}栋`, `${random.between(1, 9)}号楼${random.between(1, 4)}单元${random.between(1, 18)}0${random.between(1, 4)}室`])}`;
    case 'person':
      return random.of(SURNAMES) + random.of(GIVEN);
    case 'birth-date':
      return `${random.between(1940, 2015)}年${random.between(1, 12)}月${random.between(1, 28)}日`;
    case 'permit':
      return random.of([`E${random.digits(8)}`, `G${random.digits(8)}`, `EA${random.digits(7)}`, `C${random.digits(8)}`, `H${random.digits(8)}`]);
    case 'account':
      return random.of([random.digits(1).replace('0', '3') + random.digits(random.between(6, 9)), `${random.of(MAIL_NAMES)}${random.digits(4)}`, `wx_${random.digits(6)}`]);
    default:
      return random.of([random.digits(10), random.digits(12), `51${random.digits(8)}`]);
  }
}

function luhnDigit(first: string): string {
  let sum = 0;
  [...first].reverse().forEach((digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  });
  return String((10 - (sum % 10)) % 10);
}

/** The same, as a slip of the pen has it: a wrong check, a digit too many, an unknown place, a rare name. */
export function wrongValue(kind: PersonalKind, value: string, random: Random): string {
  switch (kind) {
    case 'resident-id': {
      const last = value.at(-1) === 'X' ? '1' : String((Number(value.at(-1)) + 1) % 10);
      return value.slice(0, 17) + last;
    }
    case 'bank-card':
      return value.slice(0, -1) + String((Number(value.at(-1)) + random.between(1, 9)) % 10);
    case 'mobile':
      return random.of([value.slice(0, -1), value + random.digits(1), `12${value.slice(2)}`]);
    case 'phone':
      return random.of([value.slice(0, -1), `${value}${random.digits(1)}`]);
    case 'plate':
      return `${value.slice(0, 2)}I${value.slice(3)}`.replace(/[A-Z](?=[A-Z]$)/u, '0');
    case 'email':
      return random.of([value.replace('@', '@@'), value.replace('.', '..')]);
    case 'address':
      return `${random.of(['清水县城关镇', '平安市福安区', '东岭县', '西山镇'])}${value.replace(/^.*?[区县市](?=[一-鿿]+[路街里巷道])/u, '')}`;
    case 'person':
      return random.of(['欧阳娜娜', '买买提·艾力', '仉晓明', '乜文博', '上官云', '尉迟敬']);
    case 'birth-date':
      return value.replace(/\d+月\d+日/u, random.of(['2月30日', '13月1日', '6月31日']));
    case 'permit':
      return value.slice(0, -1);
    case 'account':
      return `${value}00`;
    default:
      return value.slice(0, -1);
  }
}
