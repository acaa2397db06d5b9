package org.chunfeng.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;

/** Overpayments that are alike, as a list for us and one by one for the bare engine. */
final class OverpaidRows {

    private OverpaidRows() {}

    /** A list of so many rows of one county, each with a voucher of its own, that arose in the five days up to that one. */
    static Path list(String mark, int rows, LocalDate arisen) throws IOException {
        return list(mark, rows, arisen, 5, "阿拉善左旗税务局");
    }

    /** The same, of some counties in turn, that arose in as many days up to that one. */
    static Path list(String mark, int rows, LocalDate arisen, int days, String... counties) throws IOException {
        Path list = Files.createTempFile("bench", ".csv");
        list.toFile().deleteOnExit();
        try (BufferedWriter out = Files.newBufferedWriter(list, UTF_8)) {
            out.write("主管税务机关,纳税人识别号,纳税人名称,征收项目,所属期起,所属期止,税票号码,多缴金额,多缴产生日期\r\n");
            for (int i = 0; i < rows; i++) {
                out.write("%s,91152921FAKE00013N,贺兰牧业（阿拉善）有限公司,增值税,2021-01-01,2021-01-31,%s%08d,1000.50,%s\r\n"
                        .formatted(counties[i % counties.length], mark, i, arisen.minusDays(i % days)));
            }
        }
        return list;
    }

    /** Starts the same in the bare engine, with what a row says as variables. */
    static void startOne(ProcessEngine engine, int number) {
        engine.getRuntimeService().startProcessInstanceByMessage("overpaymentImported", "O-" + number, facts(number));
    }

    private static Map<String, Object> facts(int number) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("taxpayerId", "91152921FAKE00013N");
        facts.put("taxpayerName", "贺兰牧业（阿拉善）有限公司");
        facts.put("taxItemCode", "10101");
        facts.put("periodFrom", "2021-01-01");
        facts.put("periodTo", "2021-01-31");
        facts.put("voucherNo", "bare" + number);
        facts.put("overpaidAmount", "1000.50");
        facts.put("arisenOn", "2021-04-06");
        return facts;
    }
}
