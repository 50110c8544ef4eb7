package dev.trunkline.shared.search;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How Chinese characters are read, without tones and in small ASCII letters ({@code ü} as {@code u}, {@code nü} as
 * {@code nu}). A character that is read in several ways has all of them, as a surname first: who searches types what the
 * name is called, and nobody has told us which that is. The readings are those of the Unicode Consortium (ICU's Han-Latin
 * and Han-Latin/Names) and the common ones beside. Thread-safe; the first use takes about a second.
 */
final class Pinyin {
    /** Characters that names and firms are often written with and that ICU reads in one way only. */
    private static final String BESIDE = """
            行 hang;长 zhang chang;重 chong zhong;乐 le yue;朴 piao;覃 qin;缪 miao;盖 ge gai;仔 zai;会 hui kuai;都 du dou;\
            大 da dai;传 chuan zhuan;朝 chao zhao;厦 xia sha;区 ou qu;尉 yu wei;万 mo wan;俟 qi;洗 xian xi;折 she zhe;\
            种 chong zhong;黑 he hei;盛 sheng cheng;宿 su xiu;叶 ye;车 che ju;藏 zang cang;率 shuai lu;调 diao tiao;\
            便 bian pian;降 xiang jiang;角 jiao jue;咖 ka ga;系 xi ji;校 xiao jiao;卡 ka qia;什 shi shen;量 liang;\
            宁 ning;强 qiang jiang;员 yuan yun;单 shan dan chan;参 can shen cen;还 huan hai;薄 bo bao;堡 bao pu;\
            泊 bo po;石 shi dan;召 zhao shao;令 ling;燕 yan;应 ying;华 hua;晟 sheng cheng;柏 bai bo;查 zha cha;\
            曾 zeng ceng;解 xie jie;仇 qiu chou;翟 zhai di;秘 bi mi;祭 zhai ji;宓 mi fu;乜 nie mie;贾 jia gu;隗 wei kui;\
            郇 xun huan;阚 kan;逄 pang;佴 nai er;适 shi kuo;谷 gu yu;俞 yu shu;句 gou ju;冼 xian;亓 qi;沈 shen chen;\
            弹 dan tan;数 shu;省 sheng xing;提 ti di;合 he;红 hong;鹤 he;的 de di;地 di de;得 de dei;了 le liao;\
            着 zhe zhao zhuo;为 wei;处 chu;发 fa;干 gan;好 hao;和 he huo;间 jian;给 gei ji;假 jia;奇 qi ji;露 lu lou;\
            落 luo la;模 mo mu;炮 pao;曲 qu;塞 sai se;色 se shai;沙 sha;血 xue xie;钥 yao yue;轧 zha ya;择 ze zhai""";

    private static final Map<Integer, List<String>> READ = new ConcurrentHashMap<>();

    private Pinyin() {}

    /** The readings of a character, the likeliest first; none for one that has none. */
    static List<String> readings(int point) {
        return READ.computeIfAbsent(point, Pinyin::read);
    }

    private static List<String> read(int point) {
        Set<String> all = new LinkedHashSet<>();
        String character = Character.toString(point);
        add(all, Icu.AS_SURNAME.transliterate(character));
        add(all, Icu.PLAIN.transliterate(character));
        Icu.OTHERS.getOrDefault(point, List.of()).forEach(one -> add(all, one));
        return List.copyOf(all);
    }

    private static void add(Set<String> all, String reading) {
        String plain = reading.strip();
        if (!plain.isEmpty() && plain.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            all.add(plain);
        }
    }

    /** Loaded when a Chinese character is first read. */
    private static final class Icu {
        static final Transliterator AS_SURNAME = Transliterator.getInstance("Han-Latin/Names; Latin-ASCII");
        static final Transliterator PLAIN = Transliterator.getInstance("Han-Latin; Latin-ASCII");
        static final Map<Integer, List<String>> OTHERS = others();

        private static Map<Integer, List<String>> others() {
            Map<Integer, List<String>> all = new HashMap<>();
            for (String entry : BESIDE.split(";")) {
                List<String> words = new ArrayList<>(List.of(entry.strip().split(" ")));
                all.put(words.removeFirst().codePointAt(0), words);
            }
            return all;
        }
    }
}
