import type { Lean } from './term.js';

const PAST = /出生|生日|生于|入院|住院|出院|就诊|就医|发生|失业|离职|辞职|毕业|登记|成立|注册|入住|签发|发证|购买|购置|去世|死亡|结婚|离婚|入职|参加工作|入学|事故|受伤|丢失|遗失|缴费|开具|收到|迁入/u;
const FUTURE = /预约|预计|拟|计划|打算|到期|截止|届满|有效期至|期望|希望|开工|复学|返校|离校|开始休学|休学开始|退休/u;
const PAST_NAME = /birth|born|death|issued|graduat|admitted|discharg|visitOn|lost/iu;
const FUTURE_NAME = /plan|expect|appoint|until|expire|due/iu;

/** Whether 5月1日 in this field is the last or the next one; undefined where the title does not tell. */
export function leanOf(name: string, title: string): Lean | undefined {
  if (FUTURE.test(title)) return 'future';
  if (PAST.test(title)) return 'past';
  if (FUTURE_NAME.test(name)) return 'future';
  return PAST_NAME.test(name) ? 'past' : undefined;
}
