import type { FormBody } from '@banshi/forms';

/** A form with every kind of trouble that specs need: formats, money, a table, an attachment, a choice that shows fields. */
export function residenceForm(): FormBody {
  return {
    title: '居住证办理',
    description: '',
    schema: {
      type: 'object',
      properties: {
        name: { type: 'string', title: '姓名', minLength: 2, maxLength: 30 },
        idNumber: { type: 'string', title: '身份证号', format: 'cn-resident-id', 'x-slot': 'resident-id', 'x-sensitive': true },
        mobile: { type: 'string', title: '手机号', format: 'cn-mobile', 'x-sensitive': true },
        housing: { type: 'string', title: '住房情况', enum: ['owned', 'rented', 'dormitory'], 'x-enumTitles': { owned: '自有', rented: '租住', dormitory: '宿舍' } },
        landlord: { type: 'string', title: '房东姓名', maxLength: 30 },
        rent: { type: 'integer', title: '月租金', 'x-type': 'money', minimum: 0, maximum: 5000000 },
        since: { type: 'string', title: '入住日期', format: 'date' },
        family: {
          type: 'array',
          title: '家庭成员',
          maxItems: 10,
          items: {
            type: 'object',
            properties: { name: { type: 'string', title: '姓名' }, idNumber: { type: 'string', title: '身份证号', format: 'cn-resident-id' } },
            required: ['name'],
            additionalProperties: false,
          },
        },
        remark: { type: 'string', title: '备注', 'x-type': 'textarea', maxLength: 200 },
      },
      required: ['name', 'idNumber', 'housing'],
      allOf: [
        {
          if: { properties: { housing: { const: 'rented' } }, required: ['housing'] },
          then: { required: ['landlord'] },
          else: { properties: { landlord: false } },
        },
        {
          if: { properties: { landlord: { not: { enum: ['', null, []] } } }, required: ['landlord'] },
          else: { properties: { rent: false } },
        },
      ],
    },
    layout: {
      sections: [
        { key: 'person', title: '申请人', fields: [{ field: 'name' }, { field: 'idNumber', help: '身份证上的 18 位号码' }, { field: 'mobile', placeholder: '11 位手机号' }] },
        {
          key: 'home',
          title: '居住情况',
          fields: [{ field: 'housing', widget: 'radio' }, { field: 'landlord' }, { field: 'rent' }, { field: 'since' }, { field: 'family', width: 'full' }, { field: 'remark', width: 'full' }],
        },
      ],
    },
  };
}

/** Data that the form accepts. The resident ID is a test vector, not a person's. */
export function residenceData(): Record<string, unknown> {
  return { name: '张三', idNumber: '110101198001011232', mobile: '13800138000', housing: 'owned' };
}
