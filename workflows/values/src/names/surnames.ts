/** Surnames that cover nearly everyone in China (by the 2020 register's order of frequency), and the compound ones. */
const SINGLE =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤' +
  '康易乔赖文洪倪安施牛樊葛邢路章梅骆齐殷翟欧庄鲁申兰聂鲍阮柴褚童柯喻焦左涂游辛耿关甘纪商苗娄柳艾鞠费季岳温管裴房屈缪谷席蒲伍卓麦盛苑单詹祝蓝封佟霍宫阎柏臧牟解冉冷岑滕卜仇应符栾全凌桂车于匡尚景华' +
  '储燕靳俞蔚揭楚井窦项池储占桑原鹿仲寇宗丛翁隋穆连古边古强荣简饶沙敖戚巫晏祁闵迟巩舒尤查明成阳和普马木妥仝计时司农云水代党郎米晁粟芦荆国危';
const COMPOUND = '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 长孙 宇文 端木 轩辕 独孤 南宫 西门 百里 呼延 闻人 澹台 申屠 太史 万俟 赫连 钟离 宗政 濮阳 淳于 单于 第五';

const SINGLES = new Set(SINGLE);
const COMPOUNDS = new Set(COMPOUND.split(' '));

/** Length of the surname that begins at `at`: 2, 1 or 0. */
export function surnameLength(text: string, at: number): number {
  if (COMPOUNDS.has(text.slice(at, at + 2))) return 2;
  return SINGLES.has(text.charAt(at)) ? 1 : 0;
}
