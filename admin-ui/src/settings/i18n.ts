export default {
  zh: {
    title: '设置',
    hall: '大厅',
    hallName: '大厅名称（中文）',
    hallNameEn: '大厅名称（英文）',
    release: '发布',
    twoPerson: '发布须两人：一人申请，另一人批准',
    twoPersonHint: '打开后，发布到大厅的申请人不能自己批准；回退不受限制，以便应急。',
    saved: '设置已保存',
  },
  en: {
    title: 'Settings',
    hall: 'Hall',
    hallName: 'Name of the hall (Chinese)',
    hallNameEn: 'Name of the hall (English)',
    release: 'Release',
    twoPerson: 'A release takes two people: one asks, another approves',
    twoPersonHint: 'When on, nobody approves a release that they asked for. Rolling back stays free, for emergencies.',
    saved: 'Settings saved',
  },
};
