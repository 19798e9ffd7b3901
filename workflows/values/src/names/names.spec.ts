import { expect, it } from 'vitest';
import { readValues } from '../index.js';

const names = (text: string, kind: 'person' | 'organization') => readValues(text, { kinds: [kind] }).map((found) => found.normal);

it.each<[string, string[]]>([
  ['我叫张三，今年十八', ['张三']],
  ['联系人：李四，电话13800000000', ['李四']],
  ['申请人欧阳明月身份证号', ['欧阳明月']],
  ['姓名：买买提·艾力', ['买买提·艾力']],
  ['我配偶赵六', ['赵六']],
  ['法人是李四', ['李四']],
  ['王五先生', ['王五']],
  ['本人王小二申请低保', ['王小二']],
  ['我是张三的妻子', ['张三']],
  ['姓名张三男1990年5月出生', ['张三']],
  ['我是高中生', []],
  ['我是安徽人', []],
  ['孩子上小学', []],
  ['我叫什么', []],
  ['张三', []],
])('人名 %s', (text, expected) => expect(names(text, 'person')).toEqual(expected));

it.each<[string, string[]]>([
  ['我在北京某某科技有限公司工作', ['北京某某科技有限公司']],
  ['就职于成都市和平医院', ['成都市和平医院']],
  ['单位名称：四川省广安市张三商行', ['四川省广安市张三商行']],
  ['中国工商银行广安分行', ['中国工商银行广安分行']],
  ['广安市公安局', ['广安市公安局']],
  ['我想注册一家公司', []],
  ['请问公司注销怎么办', []],
  ['孩子上小学', []],
  ['统一社会信用代码', []],
])('单位 %s', (text, expected) => expect(names(text, 'organization')).toEqual(expected));
