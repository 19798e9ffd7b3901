/** Traditional and simplified, pair by pair: the characters that stand in numbers, amounts, dates, addresses and in the words around them. */
export const TRADITIONAL_PAIRS =
  '萬万億亿兩两貳贰參叁陸陆點点個个週周禮礼後后時时間间鐘钟鍾钟農农曆历閏闰過过歲岁號号當当餘余幾几負负倆俩錢钱銭钱塊块圓圆對对雙双電电話话學学銀银車车這这會会開开從从來来國国慶庆節节勞劳動动聖圣誕诞陽阳' +
  '結结內内約约區区縣县鄉乡鎮镇樓楼廣广東东灣湾臺台門门關关於于與与為为將将還还剩剩並并種种頭头條条張张證证碼码隊队務务醫医灘滩蘇苏遼辽龍龙漢汉貴贵雲云陝陕肅肃寧宁濱滨瀋沈長长' +
  '馬马劉刘陳陈楊杨趙赵吳吴孫孙鄭郑謝谢許许鄧邓馮冯蔣蒋韓韩葉叶盧卢蕭萧賈贾鄒邹顧顾賴赖龔龚錢钱買买賣卖價价費费稅税紀纪現现發发見见處处準准備备請请問问單单獨独較较連连實实際际達达歐欧鎊镑盤盘';
