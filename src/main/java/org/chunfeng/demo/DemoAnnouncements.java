package org.chunfeng.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chunfeng.deregistration.SimplifiedNoticeApi;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes up 简易注销公告 as the registrar pushes them; the hall tells the taxpayers of the older ones. */
@Component
@Profile("demo")
class DemoAnnouncements {

    private static final List<String> COUNTIES = List.of("zuoqi", "youqi", "ejina");

    private final DemoDesk desk;
    private final SimplifiedNoticeApi notices;
    private int made;

    DemoAnnouncements(DemoDesk desk, SimplifiedNoticeApi notices) {
        this.desk = desk;
        this.notices = notices;
    }

    void publish(LocalDate day, boolean told) {
        made++;
        String clerk = COUNTIES.get(made % COUNTIES.size()) + ".hallIntake";
        LocalDate announced = day.minusDays(1);
        String number = "JYZX-%s-%03d".formatted(announced.toString().replace("-", ""), made);
        desk.as(clerk, () -> notices.push(announcement(number, announced)));
        if (told) {
            desk.as(clerk, () -> {
                notices.told(number, Map.of("toldHow", "电话告知经办人"));
                return number;
            });
        }
    }

    private Map<String, Object> announcement(String number, LocalDate announced) {
        Map<String, Object> announcement = new HashMap<>();
        announcement.put("announcementNo", number);
        announcement.put("taxpayerId", "91152921FAKE00013N");
        announcement.put("taxpayerName", "苏木图牧民专业合作社第" + made + "社");
        announcement.put("announcedOn", announced.toString());
        if (made % 2 == 0) {
            announcement.put("openItemsFound", "尚有增值税专用发票 3 份未缴销；2026 年 9 月个人所得税未申报");
        }
        return announcement;
    }
}
