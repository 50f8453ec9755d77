/** 按姓氏笔画排名单：先比姓的画数，画数相同的比起笔（横、竖、撇、点、折），一笔一笔往下比。 */

/** 常见的姓，照笔画排好；表里没有的，排不了，要人来排。 */
const SURNAMES =
  "丁卜人刁刀乜" + // 2 画
  "于干才万弋上山广门弓卫子习马幺" + // 3 画
  "丰王井亓开元韦云扎木五支太尤车巨戈比水贝牛毛长仇仉从父公乌凤殳勾卞文亢方计尹孔巴邓双毋" + // 4 画
  "玉未正甘艾古本左厉石达龙平东卡占卢帅归旦叶申田由史冉生丘付代白仝令用印乐处包邝冯玄闪兰汉宁记永司民弘召皮边台母" + // 5 画
  "匡邢戎吉考老巩朴权过西厍百有成夹尧毕师曲团吕年朱先舌竹乔伍伏延仲仵任华仰伊向后全合兆伞危邬庄刘齐衣充闫羊关米江汲池汝汤宇安祁许农那阮孙阳阴好贠牟红纪" + // 6 画
  "寿麦扶贡赤折芮花苍严芦劳苏杜杏巫杞李杨甫束吾豆邴来连轩步肖时吴里旷员别岑利秀邱何佃伯佟余佘谷狄角邹言况应冷辛冶闵汪沐沙沃沈怀宋良初罕迟张陆陈邵邰" + // 7 画
  "奉武青表拓幸苗苟茆苑范直茅林板松杭郁奔欧郏叔卓贤尚国昌畅明易迪呼岩帖罗知牧和季竺岳佴岱欣舍金周郇鱼狐咎冼庞於郑单炎法河宝宗官空宓郎房居屈孟线练驷终经" + // 8 画
  "封项城政赵贲郝荆茶荀荣胡茹南标柯相查柏柳树郦咸战冒贵思哈钞钟钦钭钮郜香种秋复段信皇泉禹侯俟律须俞郗逄昝饶施闻闾养美姜娄首洪洛恽宣宦宫祖祝费胥姚贺羿骆" + // 9 画
  "秦班敖袁都耿聂莫莘晋桂桓桐格索栗贾夏原顾柴党晁晏钱铁秘俸俱候倪隽徒徐殷爱奚翁留凌栾高郭席离唐旃益烟浦海涂悟家容宰诸祥谈展陶姬通能桑" + // 10 画
  "理堵聊黄菅萧梅曹戚龚盛常眭鄂崖崔矫笪符第盘庹麻庾康鹿章商阎盖清渠渊淳淡梁寇宿谌扈逯尉屠隋隗隆续巢" + // 11 画
  "琴琚越颉揭彭葛董敬蒋韩辜植惠覃粟赏景跋喻黑锁锐嵇程税傅焦储舒释鲁童善普道曾湛湘温滑游富甯禄谢强缐缑" + // 12 画
  "瑞鄢靳蓝蒯蓟蓬蒲蒙楚楼裘赖甄雷督訾虞路锡简微詹鲍解廉雍阙满源慎窦褚福" + // 13 画
  "赫慕蔡蔺蔚臧辕裴管鲜雒廖韶端阚漆赛谭谯暨翟熊缪" + // 14 画
  "樊暴颛墨镇黎滕颜澎潭潘" + // 15 画
  "燕薛薄融霍冀穆衡雕澹" + // 16 画
  "璩戴鞠檀魏糜濮" + // 17 画
  "瞿" + // 18 画
  "壤酆籍" + // 20 画
  "夔"; // 21 画

/**
 * @template T
 * @param {readonly T[]} rows
 * @param {(row: T) => string} nameOf
 * @returns {{ readonly rows: readonly T[], readonly unknown: readonly string[] }}
 *   `unknown` 是表里没有的姓，这些人放在最后，次序不变
 */
export function byStrokes(rows, nameOf) {
  /** @param {string} name */
  const rank = (name) => {
    const at = SURNAMES.indexOf(Array.from(name.trim())[0] || "?");
    return at < 0 ? Infinity : at;
  };
  const ranked = rows.map((row, i) => ({ row, i, name: nameOf(row).trim(), rank: rank(nameOf(row)) }));
  const compare = nameOrder();
  ranked.sort((a, b) => {
    if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
    return (a.rank < Infinity && compare(a.name, b.name)) || a.i - b.i;
  });
  const unknown = ranked.filter((each) => each.rank === Infinity && each.name).map((each) => Array.from(each.name)[0] || "");
  return { rows: ranked.map((each) => each.row), unknown: unknown.filter((char, i) => unknown.indexOf(char) === i) };
}

/**
 * 同姓的比名字：浏览器会按笔画比的就用它，不会的次序不变。
 *
 * @returns {(a: string, b: string) => number}
 */
function nameOrder() {
  try {
    const collator = new Intl.Collator("zh-u-co-stroke");
    if (collator.resolvedOptions().collation === "stroke") return collator.compare;
  } catch (error) {
    // 没有 Intl 的旧内核。
  }
  return () => 0;
}
