import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../parse-policy.js';
import { proposeMetadata } from './propose-metadata.js';
import { repealsAmong } from './repeals-among.js';

const propose = (text: string) => proposeMetadata(parsePolicy(text));

describe('proposeMetadata', () => {
  it('reads issuer, level, number, dates and what is repealed', () => {
    const found = propose('失业保险条例\n\n1998年12月26日 国务院第11次常务会议通过\n\n1999年1月22日 中华人民共和国国务院令第258号发布\n\n第一条 为了保障失业人员基本生活，制定本条例。\n\n第二条 本条例自发布之日起施行。1993年4月12日国务院发布的《国有企业职工待业保险规定》同时废止。');
    expect(found).toMatchObject({ title: '失业保险条例', issuer: '国务院', level: 'administrative-regulation', number: '中华人民共和国国务院令第258号', issuedOn: '1999-01-22', effectiveFrom: '1999-01-22', effectiveTo: null, region: '', themes: ['社会保险'] });
    expect(found.relations).toMatchObject([{ type: 'repeals', title: '国有企业职工待业保险规定', date: null }]);
  });

  it('does not take an amendment for a new publication', () => {
    expect(propose('某法\n1999年1月1日 全国人民代表大会通过\n2019年1月1日 《关于修改〈某法〉的决定》修正\n第一条 甲。\n第二条 本法自公布之日起施行。').effectiveFrom).toBe('1999-01-01');
  });

  it('reads how long a document holds', () => {
    const rule = (words: string) => propose(`办法\n第一条 甲。\n第二条 本办法自2024年3月1日起施行，${words}。`).effectiveTo;
    expect(rule('有效期至2026年2月28日')).toBe('2026-03-01');
    expect(rule('有效期5年')).toBe('2029-03-01');
    expect(rule('由市民政局解释')).toBeNull();
  });

  it('takes 废止 in general for no repeal', () => {
    expect(propose('条例\n第一条 根据《立法法》及时修改或者废止有关规章。\n第二条 使用已经废止的发票的，依照《发票管理办法》处罚。').relations).toEqual([]);
  });

  it('reads whom a decision amends, local regions and 发文字号', () => {
    expect(propose('关于修改《某市救助办法》的决定\n第一条 甲。').relations).toMatchObject([{ type: 'amends', title: '某市救助办法' }]);
    expect(propose('上海市社会救助条例\n2018年11月22日 上海市第十五届人民代表大会常务委员会第七次会议通过\n第一条 甲。')).toMatchObject({ region: '310000', level: 'local-regulation' });
    expect(propose('关于提升服务的通知\n沪府办字〔2024〕10号\n一、甲。').number).toBe('沪府办字〔2024〕10号');
  });

  it('proposes nothing where a text says nothing', () => {
    expect(propose('随便写的一句话，没有日期。')).toMatchObject({ issuedOn: null, effectiveFrom: null, relations: [], number: '' });
    expect(propose('办法\n第一条 自2024年2月31日起施行。')).toMatchObject({ effectiveFrom: null });
  });
});

it('knows an earlier text of the same title from the document itself', () => {
  const relation = { type: 'repeals' as const, title: '信访条例', date: null };
  const policies = [
    { title: '信访条例', effectiveFrom: '2005-05-01', relations: [relation] },
    { title: '中华人民共和国信访条例', effectiveFrom: '1996-01-01', relations: [] },
  ];
  expect(repealsAmong(policies)).toEqual([{ repealed: 1, by: 0, on: '2005-05-01' }]);
});
