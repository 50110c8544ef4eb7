package dev.trunkline.boot.demo;

import java.util.List;

/** Names of people and companies that there are not: places of legend lend theirs to the companies. */
final class DemoNames {
    private static final List<String> SURNAMES = List.of(
            "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "周", "吴", "徐", "孙", "马", "胡", "朱", "郭", "何", "林", "高", "罗", "欧阳",
            "上官");
    private static final List<String> GIVEN = List.of(
            "一诺", "思远", "雨桐", "子涵", "浩然", "欣怡", "志强", "丽华", "建国", "晓雯", "文博", "秀英", "嘉怡", "俊杰", "明轩", "海燕", "梓萱", "国栋",
            "静", "磊", "婷", "帆", "敏", "洋");
    private static final List<String> FIRST = List.of(
            "Nora", "Jonas", "Priya", "Callum", "Ines", "Mateo", "Greta", "Tariq", "Sienna", "Owen", "Freya", "Leon",
            "Amara", "Hugo", "Elif", "Rafael", "Maeve", "Anton", "Zoe", "Samir");
    private static final List<String> LAST = List.of(
            "Hartwell",
            "Okafor",
            "Lindgren",
            "Moreau",
            "Castellan",
            "Brightwater",
            "Novak",
            "Sorensen",
            "Delgado",
            "Whitlock",
            "Petrov",
            "Ashdown",
            "Marchetti",
            "Fairweather",
            "Kowalski",
            "Duval");
    private static final List<String> LEGEND_ZH =
            List.of("子虚", "乌有", "桃源", "蓬莱", "瀛洲", "方丈岛", "云梦泽", "归墟", "扶桑", "若木", "姑射山", "大荒");
    private static final List<String> TRADE_ZH =
            List.of("科技有限公司", "餐饮管理有限公司", "文化传媒有限公司", "物流有限公司", "酒店", "建筑设计事务所", "教育咨询有限公司", "贸易有限公司", "口腔诊所", "健身中心");
    private static final List<String> LEGEND_EN = List.of(
            "Lilliput",
            "Brobdingnag",
            "Laputa",
            "Avalon",
            "Atlantis",
            "Utopia",
            "Arcadia",
            "Ruritania",
            "Erewhon",
            "Camelot",
            "Thule",
            "Lemuria",
            "Hyperborea",
            "Cockaigne");
    private static final List<String> TRADE_EN = List.of(
            "Logistics Ltd",
            "Dental",
            "Bakery",
            "Design Studio",
            "Travel GmbH",
            "Robotics",
            "Hotel",
            "Consulting",
            "Law LLP",
            "Coworking");
    private static final List<String> TITLES_ZH = List.of("行政经理", "采购主管", "前台", "总经理", "财务", "设施管理");
    private static final List<String> TITLES_EN =
            List.of("Office manager", "Purchasing", "Front desk", "Managing director", "Accounts", "Facilities");

    private final Dice dice;

    DemoNames(Dice dice) {
        this.dice = dice;
    }

    String person(boolean chinese) {
        return chinese ? dice.pick(SURNAMES) + dice.pick(GIVEN) : dice.pick(FIRST) + " " + dice.pick(LAST);
    }

    String company(boolean chinese) {
        return chinese ? dice.pick(LEGEND_ZH) + dice.pick(TRADE_ZH) : dice.pick(LEGEND_EN) + " " + dice.pick(TRADE_EN);
    }

    String title(boolean chinese) {
        return dice.pick(chinese ? TITLES_ZH : TITLES_EN);
    }
}
