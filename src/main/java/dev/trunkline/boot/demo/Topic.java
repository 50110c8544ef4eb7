package dev.trunkline.boot.demo;

import java.util.List;

/**
 * What a call was about: an office supplier of coffee machines and water dispensers has these.
 *
 * @param type of the ticket that comes of it
 * @param disposition what the agent says came of the call
 */
record Topic(
        String type,
        String priority,
        String disposition,
        String subjectEn,
        String subjectZh,
        String noteEn,
        String noteZh) {

    static final List<Topic> SUPPORT = List.of(
            new Topic(
                    "repair",
                    "high",
                    "callback",
                    "Coffee machine does not heat, shows E4",
                    "咖啡机不加热，显示 E4",
                    "Descaled on the phone, E4 stays. Engineer to call back with a date.",
                    "已电话指导除垢，仍报 E4。需安排工程师回电约时间。"),
            new Topic(
                    "repair",
                    "normal",
                    "resolved",
                    "Water dispenser drips from the cold tap",
                    "饮水机冷水口滴水",
                    "Seal was not seated after the filter change; fixed together.",
                    "更换滤芯后密封圈未装好，已指导重新安装，恢复正常。"),
            new Topic(
                    "repair",
                    "normal",
                    "resolved",
                    "Grinder blocked",
                    "磨豆机卡住",
                    "Cleared the chute together, grinds again.",
                    "指导清理落豆口，已恢复正常。"),
            new Topic(
                    "repair",
                    "urgent",
                    "callback",
                    "Machine leaks onto the floor",
                    "机器漏水，地面积水",
                    "Mains tap closed, power off. Visit today promised.",
                    "已请客户关闭进水阀并断电，承诺今天上门。"),
            new Topic(
                    "repair",
                    "low",
                    "information",
                    "Filter light does not go out",
                    "滤芯指示灯不熄灭",
                    "Explained the reset: hold both keys for five seconds.",
                    "已说明复位方法：同时按住两键五秒。"),
            new Topic(
                    "complaint",
                    "high",
                    "complaint",
                    "Engineer did not come as agreed",
                    "工程师未按约定时间上门",
                    "Waited all afternoon. Apologised, new date first thing tomorrow.",
                    "客户等了一下午。已致歉，改约明早第一单。"),
            new Topic(
                    "complaint",
                    "normal",
                    "complaint",
                    "Delivered beans near their date",
                    "送到的咖啡豆临近保质期",
                    "Six bags exchanged free of charge.",
                    "六包免费更换。"),
            new Topic(
                    "dispute",
                    "normal",
                    "information",
                    "Invoice shows a rental that has ended",
                    "发票仍含已退租设备的租金",
                    "Return note found; credit note to follow.",
                    "已查到退机单，将开具红字发票。"),
            new Topic(
                    "suggestion",
                    "low",
                    "other",
                    "Wants to order refills in the app",
                    "希望能在小程序里订耗材",
                    "Passed on to product.",
                    "已转产品部门。"),
            new Topic(
                    "request",
                    "normal",
                    "resolved",
                    "Second set of keys for the cash unit",
                    "需要一套备用钥匙",
                    "Posted today.",
                    "今天寄出。"));

    static final List<Topic> SALES = List.of(
            new Topic(
                    "request",
                    "normal",
                    "callback",
                    "Quote for three machines",
                    "三台咖啡机报价",
                    "Forty people, two floors. Quote by tomorrow, then call.",
                    "四十人，两层楼。明天前发报价并回电。"),
            new Topic(
                    "request",
                    "normal",
                    "information",
                    "Rental or purchase?",
                    "咨询租赁与购买的区别",
                    "Explained both, sends us the number of cups a day.",
                    "已说明两种方案，客户稍后提供每日杯量。"),
            new Topic(
                    "request",
                    "high",
                    "callback",
                    "Contract ends next month, wants to renew",
                    "合同下月到期，希望续约",
                    "Wants the newer model at the same rate. Sofia to call.",
                    "希望同价换新款，请 Sofia 跟进。"),
            new Topic(
                    "request",
                    "low",
                    "information",
                    "Tasting in the showroom",
                    "预约展厅品鉴",
                    "Thursday, three people.",
                    "周四，三位。"),
            new Topic(
                    "request", "low", "wrong-number", "Wrong number", "打错电话", "Looked for somebody else.", "客户拨错号码。"));

    static final List<Topic> OUTBOUND = List.of(
            new Topic("request", "normal", "resolved", "Called back", "回电", "Sorted out on the phone.", "电话中已解决。"),
            new Topic(
                    "request",
                    "normal",
                    "callback",
                    "Visit arranged",
                    "已约上门",
                    "Engineer comes on Tuesday between nine and eleven.",
                    "工程师周二九点至十一点上门。"),
            new Topic(
                    "request",
                    "normal",
                    "information",
                    "Order confirmed",
                    "确认订单",
                    "Twelve bags of the dark roast, delivery on Friday.",
                    "深烘十二包，周五送达。"),
            new Topic(
                    "request",
                    "low",
                    "resolved",
                    "Asked how it went",
                    "服务回访",
                    "Content; machine runs.",
                    "客户满意，设备运行正常。"));

    String subject(boolean chinese) {
        return chinese ? subjectZh : subjectEn;
    }

    String note(boolean chinese) {
        return chinese ? noteZh : noteEn;
    }
}
