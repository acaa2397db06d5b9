package org.chunfeng.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.chunfeng.casefile.Bureau;
import org.chunfeng.casefile.Bureaus;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes up a list of overpayments as the platform gives it out: some stock, some late, some rows that are wrong. */
@Component
@Profile("demo")
class DemoPlatformList {

    private static final int ROWS = 500;
    private static final int STOCK = 8;
    private static final int OVERPAID = 8;
    private static final String HEADER =
            "主管税务机关,纳税人识别号,纳税人名称,征收项目,税款所属期起,税款所属期止,电子税票号码,实缴金额,多缴金额,多缴产生日期,联系人,联系电话,开户银行,账户名称,银行账号,备注";
    private static final List<String> ITEMS = List.of("增值税", "企业所得税", "城市维护建设税", "印花税", "教育费附加", "个人所得税");

    private final Bureaus bureaus;
    private final Random dice = new Random(31);

    DemoPlatformList(Bureaus bureaus) {
        this.bureaus = bureaus;
    }

    String make(LocalDate today) {
        List<Bureau> counties =
                bureaus.all().stream().filter(bureau -> !bureau.isPrefecture()).toList();
        List<String> rows = new ArrayList<>(List.of(HEADER));
        for (int number = 1; number <= ROWS; number++) {
            rows.add(row(number, counties.get(number % counties.size()), arisen(number, today)));
        }
        rows.add(rows.get(5));
        rows.add(rows.get(6).replaceFirst("FAKE\\d", "FAKE9"));
        rows.add(rows.get(7).replaceFirst("增值税|企业所得税|城市维护建设税|印花税|教育费附加|个人所得税", "窗户税"));
        rows.add(corrected(rows.get(40)));
        return String.join("\r\n", rows);
    }

    /** The platform names another amount further down. */
    private static String corrected(String row) {
        String[] cells = row.split(",", -1);
        cells[OVERPAID] = "123.45";
        return String.join(",", cells);
    }

    /** A few of the stock, a few that are late, most due at the end of this month or the next. */
    private LocalDate arisen(int number, LocalDate today) {
        if (number <= STOCK) {
            return LocalDate.of(2020, 3 + number, 15);
        }
        LocalDate thisMonth = today.withDayOfMonth(1);
        LocalDate arisen = number <= 2 * STOCK ? thisMonth.minusMonths(2) : thisMonth.minusMonths(number % 2);
        return arisen.plusDays(dice.nextInt(arisen.equals(thisMonth) ? today.getDayOfMonth() : 27));
    }

    private String row(int number, Bureau county, LocalDate arisen) {
        String firm = DemoApplications.firm(dice);
        LocalDate period = arisen.minusMonths(1).withDayOfMonth(1);
        long overpaid = 5_000 + dice.nextInt(2_000_000);
        return String.join(
                ",",
                county.name(),
                DemoApplications.creditCode(county.areaCode(), 10_000 + number),
                firm,
                ITEMS.get(dice.nextInt(ITEMS.size())),
                period.toString(),
                period.plusMonths(1).minusDays(1).toString(),
                "3%s%s%04d".formatted(county.areaCode(), period.toString().replace("-", ""), number),
                yuan(overpaid + dice.nextInt(9_000_000)),
                yuan(overpaid),
                arisen.toString(),
                "巴特尔",
                "0483-83%05d".formatted(number),
                "内蒙古银行阿拉善分行",
                firm,
                "6228480000%06d".formatted(number),
                "汇总申报多缴");
    }

    private static String yuan(long fen) {
        return "%d.%02d".formatted(fen / 100, fen % 100);
    }
}
