package org.chunfeng.overpayment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lists as the platform gives them out; a test changes one cell. */
final class ListFixture {

    static final List<String> HEADER =
            List.of("主管税务机关", "纳税人识别号", "纳税人名称", "征收项目", "税款所属期起", "税款所属期止", "电子税票号码", "多缴金额", "多缴产生日期");

    private ListFixture() {}

    /** A valid row; rows with other numbers are other overpayments. */
    static List<String> row(String mark, int number) {
        return new ArrayList<>(List.of(
                "阿拉善左旗税务局",
                "91152921FAKE00013N",
                "贺兰牧业（阿拉善）有限公司",
                "增值税",
                "2021-01-01",
                "2021/1/31",
                "%s%08d".formatted(mark, number),
                "1,000.50",
                "20210301"));
    }

    static List<List<String>> rows(String mark, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> row(mark, number))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    static String csv(List<List<String>> rows) {
        return csv(HEADER, rows);
    }

    static String csv(List<String> header, List<List<String>> rows) {
        var all = new ArrayList<List<String>>();
        all.add(header);
        all.addAll(rows);
        return all.stream()
                .map(row -> row.stream().map(ListFixture::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"));
    }

    private static String quoted(String cell) {
        return "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
