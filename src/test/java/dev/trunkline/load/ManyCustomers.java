package dev.trunkline.load;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Customers by the million: people and firms, Chinese and not, each with a number, always the same ones. */
final class ManyCustomers {
    private static final String SURNAMES =
            "王王王王李李李李张张张张刘刘刘陈陈陈杨杨赵赵黄黄周周吴吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文单解仇查覃";
    private static final String GIVEN =
            "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红鹏飞宇浩凯健俊帆雪琳晨阳欣佳怡梦洁婷雅思雨子轩涵博文昊天瑞嘉豪志建国海峰成龙新波斌燕玲慧颖莹倩云清春晓东南北山林森磊鑫宏亮庆祥福荣贵光辉";
    private static final String BRAND = "华信达通恒瑞科创中正大同金鼎天宇远景博雅嘉禾利民盛世宏图永安泰和汇丰晨光鸿运联合优品智联云启星河蓝海绿源长乐重行";
    private static final List<String> CITIES =
            List.of("北京", "上海", "广州", "深圳", "杭州", "成都", "重庆", "武汉", "西安", "南京", "苏州", "天津", "长沙", "厦门", "青岛", "大连");
    private static final List<String> TRADES =
            List.of("科技", "贸易", "餐饮管理", "物业管理", "商贸", "信息技术", "建筑工程", "教育咨询", "机电设备", "食品");
    private static final List<String> FIRST = List.of(
            "James", "Mary", "Robert", "Linda", "Michael", "Sarah", "David", "Karen", "Zoë", "Anna", "Marco", "Yuki",
            "Omar", "Sofia", "Peter", "Laura", "Thomas", "Julia", "Daniel", "Emma");
    private static final List<String> LAST = List.of(
            "Smith",
            "Johnson",
            "Brown",
            "Taylor",
            "Anderson",
            "Harris",
            "Clark",
            "Lewis",
            "Walker",
            "Young",
            "King",
            "Wright",
            "Hill",
            "Scott",
            "Green",
            "Baker",
            "Adams",
            "Nelson",
            "Carter",
            "Rossi",
            "Tanaka",
            "Müller");

    private static final int PART = 1 << 20;

    private final Random dice = new Random(4008001000L);

    /** Writes so many, with nothing that they are searched by, and has the database take stock. */
    void write(Connection connection, int howMany) throws SQLException {
        StringBuilder phones = new StringBuilder();
        CopyIn customers = copy(
                connection,
                "customer (id, version, created_at, updated_at, kind, name, tags, vip, contacts, findable)");
        for (int n = 0; n < howMany; n++) {
            String id = "00000000-0000-7000-8000-%012x".formatted(n);
            String name = name();
            String tag = dice.nextInt(4) == 0 ? "老客户" : "";
            String number = "1" + (30 + dice.nextInt(70)) + "%08d".formatted(dice.nextInt(100_000_000));
            String contacts = "[{\"id\":\"%s\",\"name\":\"%s\",\"phones\":[{\"raw\":\"%s\",\"e164\":\"+86%s\"}]}]"
                    .formatted(id, name, number, number);
            line(
                    customers,
                    "%s\t0\t2026-01-01\t2026-01-01\tperson\t%s\t{%s}\tf\t%s\t%s\n"
                            .formatted(id, name, tag, contacts, name.toLowerCase(Locale.ROOT)));
            phones.append("%1$s\t%1$s\t+86%2$s\t86%2$s\t%2$s\t%3$s\n".formatted(id, number, name));
        }
        customers.endCopy();
        CopyIn lines = copy(connection, "customer_phone (id, customer_id, phone_key, digits, raw, contact_name)");
        for (int at = 0; at < phones.length(); at += PART) {
            line(lines, phones.substring(at, Math.min(phones.length(), at + PART)));
        }
        lines.endCopy();
        try (Statement sql = connection.createStatement()) {
            sql.execute("vacuum analyze");
        }
    }

    private String name() {
        int kind = dice.nextInt(100);
        if (kind < 50) {
            return "" + one(SURNAMES) + one(GIVEN) + (dice.nextInt(3) > 0 ? one(GIVEN) : "");
        } else if (kind < 80) {
            return one(CITIES) + one(BRAND) + one(BRAND) + one(TRADES) + "有限公司";
        }
        return one(FIRST) + " " + one(LAST) + (dice.nextInt(3) > 0 ? "" : " " + (char) ('A' + dice.nextInt(26)));
    }

    private char one(String of) {
        return of.charAt(dice.nextInt(of.length()));
    }

    private String one(List<String> of) {
        return of.get(dice.nextInt(of.size()));
    }

    private static CopyIn copy(Connection connection, String into) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + into + " from stdin");
    }

    private static void line(CopyIn copy, String text) throws SQLException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
    }
}
