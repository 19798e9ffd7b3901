/** What a citizen may write in one go, with everything that it says for the form. Persons and numbers are made up. */
export interface Paragraph {
  service: string;
  text: string;
  says: Record<string, unknown>;
}

export const paragraphs: Paragraph[] = [
  {
    service: 'disability-card',
    text: '我想办残疾人证。我叫张三，男，汉族，身份证号110101198001011232，联系手机13812345678。户籍在广州市越秀区，现在住在广州市天河区，详细地址是天河区体育西路1号501房。我是肢体残疾，2019年6月3日因为交通事故致残，我不是未成年人。',
    says: { applicantName: '张三', gender: '男', idNumber: '110101198001011232', mobile: '13812345678', ethnicity: '汉族', homeDivision: '440104', liveDivision: '440106', address: '天河区体育西路1号501房', kinds: ['肢体残疾'], disabledOn: '2019-06-03', cause: '交通事故', isMinor: false },
  },
  {
    service: 'disability-card',
    text: '替孩子申请残疾人证：申请人姓名李小明，性别男，申请人身份证号350102201006070018，联系手机13912345678，户籍所在地是福建省福州市鼓楼区，现居住地和户籍所在地一样，详细地址：东街口5号。残疾类别是听力残疾、言语残疾，先天性的。是未成年人，监护人姓名李四，监护人身份证号440106198503150038，监护人手机号13912345678。',
    says: { applicantName: '李小明', gender: '男', idNumber: '350102201006070018', mobile: '13912345678', homeDivision: '350102', liveDivision: '350102', address: '东街口5号', kinds: ['听力残疾', '言语残疾'], cause: '先天性', isMinor: true, guardianName: '李四', guardianId: '440106198503150038', guardianMobile: '13912345678' },
  },
  {
    service: 'teacher-licence',
    text: '您好，我要申请高等学校教师资格认定。本人王芳，身份证号440305199008200025，手机13712345678，邮箱wangfang@example.com。2024年9月1日入职，任教学校是华南样例大学，任教学科是高等数学。最高学历博士研究生，毕业院校是中山样例大学，2024年6月30日毕业，普通话水平二级甲等，没有高级职称。',
    says: { applicantName: '王芳', idNumber: '440305199008200025', mobile: '13712345678', email: 'wangfang@example.com', hiredOn: '2024-09-01', school: '华南样例大学', subject: '高等数学', degree: '博士研究生', graduatedFrom: '中山样例大学', graduatedOn: '2024-06-30', mandarin: '二级甲等', hasProfessorTitle: false },
  },
  {
    service: 'teacher-licence',
    text: '高等学校教师资格认定\n姓名：赵六\n身份证号：440106198503150038\n手机号：13612345678\n任教学校：岭南样例学院\n任教学科：药理学\n最高学历：硕士研究生\n毕业院校：南方样例大学\n普通话水平：一级乙等\n是否具有高级职称：是\n高级职称名称：副教授',
    says: { applicantName: '赵六', idNumber: '440106198503150038', mobile: '13612345678', school: '岭南样例学院', subject: '药理学', degree: '硕士研究生', graduatedFrom: '南方样例大学', mandarin: '一级乙等', hasProfessorTitle: true, professorTitle: '副教授' },
  },
  {
    service: 'part-time-lawyer',
    text: '我要申请兼职律师执业许可，我叫钱七，身份证号码110101198001011232，手机号码13512345678，中共党员。法律职业资格证号是A20204401060001，资格证发证日期2021年3月15日，实习了14个月。工作单位是样例政法大学，拟执业律师事务所是广东样例律师事务所，从事工作是法学教学，没有受过刑事处罚。',
    says: { applicantName: '钱七', idNumber: '110101198001011232', mobile: '13512345678', politics: '中共党员', certificateNo: 'A20204401060001', certifiedOn: '2021-03-15', internMonths: 14, employer: '样例政法大学', lawFirm: '广东样例律师事务所', workDuty: '法学教学', wasPunished: false },
  },
  {
    service: 'part-time-lawyer',
    text: '想办兼职律师执业，姓名孙八，电话是13412345678，身份证440106198503150038。政治面貌群众，法律职业资格证号A20194403050002，发证日期是2020年4月2日，实习月数12。我在样例科学院法学研究所上班，工作单位就是样例科学院法学研究所，拟执业律师事务所：深圳样例律师事务所。是否受过刑事处罚：否。',
    says: { applicantName: '孙八', mobile: '13412345678', idNumber: '440106198503150038', politics: '群众', certificateNo: 'A20194403050002', certifiedOn: '2020-04-02', internMonths: 12, employer: '样例科学院法学研究所', lawFirm: '深圳样例律师事务所', wasPunished: false },
  },
  {
    service: 'child-appraisal',
    text: '申请病残儿医学鉴定。我叫周九，身份证号440305199008200025，手机号13312345678，已婚，配偶姓名吴十，配偶身份证号110101198001011232。户籍地是深圳市南山区，居住地也是深圳市南山区。患儿姓名吴小宝，患儿出生日期2023年5月6日，患儿性别女，诊断名称是先天性心脏病，诊断医院是深圳市样例儿童医院，2024年1月8日诊断的。',
    says: { applicantName: '周九', idNumber: '440305199008200025', mobile: '13312345678', marriage: '已婚', spouseName: '吴十', spouseId: '110101198001011232', homeDivision: '440305', liveDivision: '440305', childName: '吴小宝', childBirth: '2023-05-06', childGender: '女', diagnosis: '先天性心脏病', hospital: '深圳市样例儿童医院', diagnosedOn: '2024-01-08' },
  },
  {
    service: 'child-appraisal',
    text: '病残儿医学鉴定申请，申请人姓名郑一，申请人身份证号440106198503150038，手机号13212345678，婚姻状况离婚，户籍在佛山市禅城区，住在广州市白云区，患儿姓名郑小贝，出生日期2022年10月1日，患儿性别男，诊断名称：脊髓性肌萎缩症，诊断医院：广州样例妇女儿童医疗中心。',
    says: { applicantName: '郑一', idNumber: '440106198503150038', mobile: '13212345678', marriage: '离婚', homeDivision: '440604', liveDivision: '440111', childName: '郑小贝', childBirth: '2022-10-01', childGender: '男', diagnosis: '脊髓性肌萎缩症', hospital: '广州样例妇女儿童医疗中心' },
  },
  {
    service: 'marriage-certificate',
    text: '我们要补领结婚证，结婚证上个月3号遗失了。男方姓名张三，男方身份证号110101198001011232，女方姓名李芳，女方身份证号440305199008200025，结婚登记日期是2015年5月20日，登记机关所在地广州市番禺区，想预约12月8号去办，预约办理日期就是12月8号，联系手机13812345678。',
    says: { reason: '遗失', lostOn: '2026-10-03', husbandName: '张三', husbandId: '110101198001011232', wifeName: '李芳', wifeId: '440305199008200025', registeredOn: '2015-05-20', registeredAt: '440113', visitOn: '2026-12-08', mobile: '13812345678' },
  },
  {
    service: 'marriage-certificate',
    text: '补领结婚证预约。男方：王五，身份证号440106198503150038。女方：赵芳，身份证号440305199008200025。2018年8月8日登记结婚的，补领原因是损毁，预约下周三去，手机13912345678。',
    says: { husbandName: '王五', husbandId: '440106198503150038', wifeName: '赵芳', wifeId: '440305199008200025', registeredOn: '2018-08-08', reason: '损毁', visitOn: '2026-12-02', mobile: '13912345678' },
  },
  {
    service: 'temporary-relief',
    text: '我要申请临时救助，我叫王五，身份证号110101198001011232，电话13812345678。户籍在北京东城区，现在住在北京市朝阳区。家里4口人，家庭月收入3000块，因为重大疾病，自付医疗费用三万五千元，没有委托他人代办，收款银行卡号6222020200112233446。',
    says: { applicantName: '王五', idNumber: '110101198001011232', mobile: '13812345678', homeDivision: '110101', liveDivision: '110105', members: 4, income: 300_000, cause: '重大疾病', spent: 3_500_000, hasAgent: false, bankCard: '6222020200112233446' },
  },
  {
    service: 'temporary-relief',
    text: '家里失火了，想申请临时救助。申请人姓名冯二，身份证号440106198503150038，手机号13112345678，户籍地广州市海珠区，居住地和户籍地一样，困难原因是火灾，家庭月收入两千五百元，家庭人口数3，收款银行卡号6222020200112233453，是委托他人代办，代办人姓名陈三，代办人手机号13012345678。',
    says: { applicantName: '冯二', idNumber: '440106198503150038', mobile: '13112345678', homeDivision: '440105', liveDivision: '440105', cause: '火灾', income: 250_000, members: 3, bankCard: '6222020200112233453', hasAgent: true, agentName: '陈三', agentMobile: '13012345678' },
  },
  {
    service: 'startup-award',
    text: '申请优秀创业项目资助，企业名称是广州样例科技有限公司，统一社会信用代码91350100M000100Y43，2025年4月10日注册登记，注册地广州市黄埔区，注册资本100万元，员工人数12人。项目负责人姓名褚四，项目负责人身份证号440305199008200025，项目负责人手机号13812345678。项目名称是智能导盲杖，获得金奖，申请资助金额20万元，开户银行是中国农业银行，收款账号6222020200112233446。',
    says: { company: '广州样例科技有限公司', creditCode: '91350100M000100Y43', registeredOn: '2025-04-10', registeredAt: '440112', capital: 100_000_000, staff: 12, leader: '褚四', leaderId: '440305199008200025', leaderMobile: '13812345678', project: '智能导盲杖', award: '金奖', amount: 20_000_000, bank: '中国农业银行', account: '6222020200112233446' },
  },
  {
    service: 'startup-award',
    text: '优秀创业项目资助核发：企业名称：深圳样例机器人有限公司；信用代码：91350100M000100Y43；注册登记日期：2024-11-05；项目负责人姓名：卫五；项目负责人身份证号：110101198001011232；项目负责人手机号：13912345678；项目名称：水下巡检；获奖等级：银奖；申请资助金额：15万元；开户银行：中国建设银行；收款账号：6222020200112233453。',
    says: { company: '深圳样例机器人有限公司', creditCode: '91350100M000100Y43', registeredOn: '2024-11-05', leader: '卫五', leaderId: '110101198001011232', leaderMobile: '13912345678', project: '水下巡检', award: '银奖', amount: 15_000_000, bank: '中国建设银行', account: '6222020200112233453' },
  },
  {
    service: 'pension-check',
    text: '我要做养老保险待遇资格认证，领取人姓名蒋六，领取人身份证号110101198001011232，联系电话13812345678，待遇领取地广州市荔湾区，2010年3月1日退休的，要上门认证，预约上门日期12月3号，上门地址是荔湾区样例路8号。',
    says: { pensioner: '蒋六', idNumber: '110101198001011232', mobile: '13812345678', payDivision: '440103', retiredOn: '2010-03-01', way: '上门认证', visitOn: '2026-12-03', visitAddress: '荔湾区样例路8号' },
  },
  {
    service: 'pension-check',
    text: '企业职工领取养老保险待遇资格认证，我叫沈七，身份证440106198503150038，电话13912345678，待遇领取地是东莞市，委托认证，受托人姓名韩八，受托人身份证号440305199008200025。',
    says: { pensioner: '沈七', idNumber: '440106198503150038', mobile: '13912345678', payDivision: '441900', way: '委托认证', agentName: '韩八', agentId: '440305199008200025' },
  },
  {
    service: 'law-firm',
    text: '申请律师事务所设立许可，律师事务所名称是广东样例律师事务所，组织形式是普通合伙，住所所在地广州市天河区，住所地址是天河区样例大道10号，办公面积200平方米，资产总额50万元，负责人姓名杨九，负责人身份证号440106198503150038，负责人手机号13812345678，执业年限8年。',
    says: { firmName: '广东样例律师事务所', firmKind: '普通合伙', division: '440106', address: '天河区样例大道10号', area: 200, assets: 50_000_000, head: '杨九', headId: '440106198503150038', headMobile: '13812345678', years: 8 },
  },
  {
    service: 'law-firm',
    text: '我们想设立律师事务所，名称：深圳样例正和律师事务所，组织形式：特殊的普通合伙，住所所在地：深圳市福田区，住所地址：福田区样例二路6号，资产总额：一千万元，负责人姓名：朱十，负责人身份证号：110101198001011232，负责人手机号：13912345678，执业年限：15年。',
    says: { firmName: '深圳样例正和律师事务所', firmKind: '特殊的普通合伙', division: '440304', address: '福田区样例二路6号', assets: 1_000_000_000, head: '朱十', headId: '110101198001011232', headMobile: '13912345678', years: 15 },
  },
  {
    service: 'foreign-book',
    text: '办理出版外国图书合同登记，出版单位是广东样例出版社，出版单位信用代码91350100M000100Y43，经办人姓名秦一，经办人手机号13812345678。图书名称是海边的样例，原作者是John Sample，原文语种英语，授权形式是翻译权，首印册数5000册，合同签订日期2026年10月8日，授权截止日期2031年10月7日，版税预付金额3万元。',
    says: { publisher: '广东样例出版社', creditCode: '91350100M000100Y43', handler: '秦一', handlerMobile: '13812345678', bookTitle: '海边的样例', author: 'John Sample', language: '英语', kind: '翻译权', copies: 5000, signedOn: '2026-10-08', expiresOn: '2031-10-07', fee: 3_000_000 },
  },
  {
    service: 'foreign-book',
    text: '外国图书合同登记。出版单位：花城样例出版社；出版单位信用代码：91350100M000100Y43；经办人姓名：尤二；经办人手机号：13912345678；图书名称：山的另一边；原作者：Anna Muster；原文语种：德语；授权形式：影印权；首印册数：3000；合同签订日期：2026年9月1日；授权截止日期：2029年8月31日。',
    says: { publisher: '花城样例出版社', creditCode: '91350100M000100Y43', handler: '尤二', handlerMobile: '13912345678', bookTitle: '山的另一边', author: 'Anna Muster', language: '德语', kind: '影印权', copies: 3000, signedOn: '2026-09-01', expiresOn: '2029-08-31' },
  },
];
