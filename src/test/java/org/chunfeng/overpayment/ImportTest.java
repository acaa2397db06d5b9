package org.chunfeng.overpayment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestClock;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.engine.Actors;
import org.chunfeng.engine.Refused;
import org.chunfeng.sheet.SheetFile;
import org.chunfeng.sheet.SheetFormat;
import org.chunfeng.sheet.SheetWriter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists are loaded into running cases, each row once, each with its answer. */
@ChunfengTest
class ImportTest {

    private static final String LOADER = "zuoqi.taxSource";

    @Autowired
    private ListDesk imports;

    @Autowired
    private Imports store;

    @Autowired
    private ImportRun run;

    @Autowired
    private Actors actors;

    @Autowired
    private RowResults results;

    @Autowired
    private RejectsFile rejects;

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDesk desk;

    @Autowired
    private TestClock clock;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void setTheClock() {
        clock.set("2021-03-10T10:00");
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void everyRowBecomesARunningCaseWithItsClock() throws Exception {
        ImportRecord done =
                load("a.csv", ListFixture.csv(ListFixture.rows("A", 1203)).getBytes(UTF_8));

        assertThat(done.state()).isEqualTo("DONE");
        assertThat(done.rowsTotal()).isEqualTo(1203).isEqualTo(done.rowsDone()).isEqualTo(done.accepted());
        String number = of(done, RowResult.Outcome.ACCEPTED).get(700).caseNumber();
        assertThat(desk.openSteps(number)).containsExactly("classifyOverpayment");
        assertThat(cases.get(number).matter()).isEqualTo("INCREMENT");
        assertThat(cases.get(number).amountFen()).isEqualTo(100_050L);
        assertThat(cases.get(number).arisenOn()).isEqualTo(LocalDate.of(2021, 3, 1));
        assertThat(jdbc.sql("select process_instance from clock where case_number = ? and stopped_at is null")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo(desk.task(number, "classifyOverpayment").getProcessInstanceId());
        assertThat(desk.task(number, "classifyOverpayment").getTenantId()).isEqualTo("zuoqi");
        assertThat(jdbc.sql("select count(*) from notice where dedupe_key like ?")
                        .param("%import-" + done.importId() + "%")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anImportedCaseIsWorkedLikeAnyOther() throws Exception {
        ImportRecord done =
                load("a.csv", ListFixture.csv(ListFixture.rows("W", 1)).getBytes(UTF_8));
        String number = of(done, RowResult.Outcome.ACCEPTED).get(0).caseNumber();

        clock.set("2021-04-30T18:00");
        desk.fireDueJobs();
        desk.complete(LOADER, number, "classifyOverpayment", OverpaymentFixture.classified("DECLARATION_FIX"));

        assertThat(desk.openSteps(number)).containsExactly("fixDeclaration");
        assertThat(jdbc.sql("select count(*) from breach where case_number = ?")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theSameListAgainChangesNothing() throws Exception {
        byte[] list = ListFixture.csv(ListFixture.rows("B", 40)).getBytes(UTF_8);
        load("b.csv", list);

        ImportRecord again = load("b.csv", list);

        assertThat(again.duplicate()).isEqualTo(40).isEqualTo(again.rowsDone());
        assertThat(casesOf("B")).isEqualTo(40);
    }

    @Test
    void oneBadRowDoesNotKeepTheOthersOut() throws Exception {
        var rows = ListFixture.rows("C", 5);
        rows.get(2).set(7, "无");
        rows.get(2).set(2, "");

        ImportRecord done = load("c.csv", ListFixture.csv(rows).getBytes(UTF_8));

        assertThat(done.accepted()).isEqualTo(4);
        assertThat(of(done, RowResult.Outcome.REJECTED)).singleElement().satisfies(row -> {
            assertThat(row.rowNo()).isEqualTo(4);
            assertThat(row.reason()).contains("多缴金额：请填写数字金额");
        });
    }

    @Test
    void aListIsToldInWhichColumnToGiveTheReasonForAnUnusualCode() throws Exception {
        var rows = ListFixture.rows("CD", 1);
        rows.get(0).set(1, "91152921FAKE00013M");
        ImportRecord first = load("cd.csv", ListFixture.csv(rows).getBytes(UTF_8));
        var file = new ByteArrayOutputStream();
        rejects.write(first.importId(), SheetFormat.CSV, file);

        String reason = of(first, RowResult.Outcome.REJECTED).get(0).reason();
        String column = reason.replaceAll(".*请在“(.+)”列.*", "$1");
        var header = new ArrayList<>(ListFixture.HEADER);
        header.add(column);
        rows.get(0).add("早期试点代码");
        ImportRecord second =
                load("cd-reason.csv", ListFixture.csv(header, rows).getBytes(UTF_8));

        assertThat(reason).contains("校验位不符").doesNotContain("勾选");
        assertThat(file.toString(UTF_8).lines().findFirst().orElseThrow()).contains(column);
        assertThat(second.accepted()).isEqualTo(1);
    }

    @Test
    void refusedRowsComeBackAsAListThatCanBeCorrectedAndLoadedAgain() throws Exception {
        var rows = ListFixture.rows("D", 3);
        rows.get(1).set(1, "91152921FAKE00013M");
        ImportRecord first = load("d.csv", ListFixture.csv(rows).getBytes(UTF_8));
        var file = new ByteArrayOutputStream();
        rejects.write(first.importId(), SheetFormat.CSV, file);

        String corrected = file.toString(UTF_8).replace("91152921FAKE00013M", "91152921FAKE00013N");
        ImportRecord second = load("d-corrected.csv", corrected.getBytes(UTF_8));

        assertThat(file.toString(UTF_8)).contains("校验位不符").startsWith("\uFEFF");
        assertThat(second.accepted()).isEqualTo(1).isEqualTo(second.rowsDone());
        assertThat(casesOf("D")).isEqualTo(3);
    }

    @Test
    void whatThePlatformCorrectsIsTakenOverUntilSomebodyClassified() throws Exception {
        var rows = ListFixture.rows("E", 2);
        ImportRecord first = load("e.csv", ListFixture.csv(rows).getBytes(UTF_8));
        String open = of(first, RowResult.Outcome.ACCEPTED).get(0).caseNumber();
        String classified = of(first, RowResult.Outcome.ACCEPTED).get(1).caseNumber();
        desk.complete(LOADER, classified, "classifyOverpayment", OverpaymentFixture.classified("OFFSET_ARREARS"));

        rows.get(0).set(7, "900.00");
        rows.get(1).set(7, "900.00");
        ImportRecord second = load("e.csv", ListFixture.csv(rows).getBytes(UTF_8));

        assertThat(second.changed()).isEqualTo(2);
        assertThat(cases.get(open).amountFen()).isEqualTo(90_000L);
        assertThat(cases.get(classified).amountFen()).isEqualTo(100_050L);
        assertThat(of(second, RowResult.Outcome.CHANGED))
                .extracting(RowResult::reason)
                .satisfiesExactly(
                        kept -> assertThat(kept).contains("金额由 1,000.50 变为 900.00，已更新"),
                        left -> assertThat(left).contains("未更新，请人工核对"));
    }

    @Test
    void aRowTwiceInOneFileIsOneCase() throws Exception {
        var rows = ListFixture.rows("F", 2);
        rows.add(ListFixture.row("F", 1));

        ImportRecord done = load("f.csv", ListFixture.csv(rows).getBytes(UTF_8));

        assertThat(done.accepted()).isEqualTo(2);
        assertThat(of(done, RowResult.Outcome.DUPLICATE))
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).contains("本文件前面的行"));
    }

    /** As when a node that was believed dead goes on beside its successor. */
    @Test
    void twoNodesAtOneListOpenEveryCaseOnce() throws Exception {
        byte[] list = ListFixture.csv(ListFixture.rows("M", 900)).getBytes(UTF_8);
        long importId = keep(LOADER, list);

        var both = List.of(importId, importId).stream()
                .map(id -> CompletableFuture.runAsync(() -> runNow(id)))
                .toList();
        both.forEach(CompletableFuture::join);
        settled(importId, "DONE");

        assertThat(casesOf("M")).isEqualTo(900);
        assertThat(store.get(importId).accepted()).isEqualTo(900);
        assertThat(of(store.get(importId), RowResult.Outcome.ACCEPTED)).hasSize(900);
    }

    @Test
    void whatIsMadeUpBehindAFailedChunkIsNotKept() throws Exception {
        long importId = keep(LOADER, ListFixture.csv(ListFixture.rows("V", 900)).getBytes(UTF_8));
        jdbc.sql("create function fails() returns trigger language plpgsql as 'begin raise exception ''disk''; end'")
                .update();
        jdbc.sql("create constraint trigger fails after insert on overpayment deferrable initially deferred"
                        + " for each row when (new.voucher_no = 'V00000400') execute function fails()")
                .update();
        try {
            assertThatThrownBy(() -> runNow(importId)).hasStackTraceContaining("disk");

            assertThat(store.get(importId).rowsDone()).isZero();
            assertThat(casesOf("V")).isZero();
        } finally {
            jdbc.sql("drop function fails() cascade").update();
        }
        people.as(LOADER, () -> imports.resume(importId));
        assertThat(settled(importId, "DONE").accepted()).isEqualTo(900);
        assertThat(casesOf("V")).isEqualTo(900);
    }

    @Test
    void aRowTwiceInTwoChunksIsOneCase() throws Exception {
        var rows = ListFixture.rows("N", 700);
        rows.addAll(ListFixture.rows("N", 700));

        ImportRecord done = load("n.csv", ListFixture.csv(rows).getBytes(UTF_8));

        assertThat(done.accepted()).isEqualTo(700).isEqualTo(done.duplicate());
        assertThat(casesOf("N")).isEqualTo(700);
    }

    @Test
    void twoPeopleWhoLoadTheSameListAtOnceOpenEveryCaseOnce() throws Exception {
        byte[] list = ListFixture.csv(ListFixture.rows("G", 900)).getBytes(UTF_8);
        ImportRecord first = people.as("zuoqi.taxSource", () -> imports.take("g.csv", new ByteArrayInputStream(list)));
        ImportRecord second = people.as("alxa.levyAdmin", () -> imports.take("g.csv", new ByteArrayInputStream(list)));

        ImportRecord one = settled(first.importId(), "DONE");
        ImportRecord two = settled(second.importId(), "DONE");

        assertThat(one.accepted() + two.accepted()).isEqualTo(900);
        assertThat(one.duplicate() + two.duplicate()).isEqualTo(900);
        assertThat(casesOf("G")).isEqualTo(900);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void bothEncodingsAreRead(String encoding) throws Exception {
        byte[] list =
                ListFixture.csv(ListFixture.rows("H" + encoding.charAt(0), 2)).getBytes(Charset.forName(encoding));

        ImportRecord done = load("h.csv", list);

        assertThat(done.accepted()).isEqualTo(2);
        assertThat(done.encoding()).isEqualTo(encoding);
    }

    @Test
    void anotherCountysRowsAreRefusedOneByOne() throws Exception {
        var rows = ListFixture.rows("I", 3);
        rows.get(0).set(0, "152922");
        rows.get(1).set(0, "天上人间");

        ImportRecord done = load("i.csv", ListFixture.csv(rows).getBytes(UTF_8));

        assertThat(done.accepted()).isEqualTo(1);
        assertThat(of(done, RowResult.Outcome.REJECTED))
                .extracting(RowResult::reason)
                .satisfiesExactly(
                        foreign -> assertThat(foreign).contains("不在您的管辖范围内"),
                        unknown -> assertThat(unknown).contains("无法识别"));
    }

    @Test
    void aListOfTheWholePrefectureGoesToItsCounties() throws Exception {
        var rows = ListFixture.rows("J", 2);
        rows.get(1).set(0, "ejina");

        ImportRecord done =
                loadAs("alxa.levyAdmin", "j.csv", ListFixture.csv(rows).getBytes(UTF_8));

        assertThat(of(done, RowResult.Outcome.ACCEPTED))
                .extracting(row -> cases.get(row.caseNumber()).bureau())
                .containsExactly("zuoqi", "ejina");
        assertThatThrownBy(() -> people.as(LOADER, () -> imports.reach(done.importId())))
                .hasMessageContaining("不在您的管辖范围内");
    }

    @Test
    void anotherCountysOverpaymentIsNeitherChangedNorTold() throws Exception {
        var rows = ListFixture.rows("Y", 2);
        ImportRecord first = load("y.csv", ListFixture.csv(rows).getBytes(UTF_8));
        String theirs = of(first, RowResult.Outcome.ACCEPTED).get(0).caseNumber();
        rows.forEach(row -> row.set(0, "阿拉善右旗税务局"));
        rows.get(0).set(7, "900.00");

        ImportRecord done =
                loadAs("youqi.taxSource", "y.csv", ListFixture.csv(rows).getBytes(UTF_8));

        assertThat(done.rejected()).isEqualTo(2);
        assertThat(cases.get(theirs).amountFen()).isEqualTo(100_050L);
        assertThat(of(done, RowResult.Outcome.REJECTED)).allSatisfy(row -> {
            assertThat(row.caseNumber()).isNull();
            assertThat(row.reason()).contains("其他税务机关").doesNotContain(theirs, "1,000.50");
        });
    }

    @Test
    void aPausedImportGoesOnWhereItStood() throws Exception {
        byte[] list = ListFixture.csv(ListFixture.rows("K", 2600)).getBytes(UTF_8);
        ImportRecord begun = people.as(LOADER, () -> imports.take("k.csv", new ByteArrayInputStream(list)));
        people.as(LOADER, () -> imports.cancel(begun.importId()));
        ImportRecord paused = settled(begun.importId(), "CANCELLED");

        people.as(LOADER, () -> imports.resume(begun.importId()));
        ImportRecord done = settled(begun.importId(), "DONE");

        assertThat(paused.rowsDone()).isLessThan(2600);
        assertThat(done.accepted()).isEqualTo(2600);
        assertThat(casesOf("K")).isEqualTo(2600);
    }

    @Test
    void theSameFileHandedInTwiceInOneInstantIsLoadedOnce() throws Exception {
        byte[] list = ListFixture.csv(ListFixture.rows("SF", 2600)).getBytes(UTF_8);
        var start = new CyclicBarrier(2);
        people.account(LOADER);
        Callable<Object> upload = () -> people.as(LOADER, () -> {
            start.await();
            try {
                return imports.take("sf.csv", new ByteArrayInputStream(list));
            } catch (Refused refused) {
                return refused;
            }
        });

        List<Object> answers = new ArrayList<>();
        ExecutorService hands = Executors.newFixedThreadPool(2);
        try {
            for (var answer : hands.invokeAll(List.of(upload, upload))) {
                answers.add(answer.get());
            }
        } finally {
            hands.shutdown();
        }

        assertThat(answers)
                .hasAtLeastOneElementOfType(ImportRecord.class)
                .anySatisfy(refused -> assertThat(refused)
                        .isInstanceOfSatisfying(
                                Refused.class, said -> assertThat(said.status()).isEqualTo(409)));
        long importId = answers.stream()
                .filter(ImportRecord.class::isInstance)
                .map(ImportRecord.class::cast)
                .findFirst()
                .orElseThrow()
                .importId();
        assertThat(settled(importId, "DONE").accepted()).isEqualTo(2600);
    }

    @Test
    void aPausedImportDoesNotGoOnBesideACopyOfItself() throws Exception {
        byte[] list = ListFixture.csv(ListFixture.rows("SG", 2600)).getBytes(UTF_8);
        ImportRecord first = people.as(LOADER, () -> imports.take("sg.csv", new ByteArrayInputStream(list)));
        people.as(LOADER, () -> imports.cancel(first.importId()));
        ImportRecord copy = people.as(LOADER, () -> imports.take("sg.csv", new ByteArrayInputStream(list)));

        assertThatThrownBy(() -> people.as(LOADER, () -> imports.resume(first.importId())))
                .hasMessageContaining("同一文件正在导入（第 " + copy.importId() + " 批）");
        settled(copy.importId(), "DONE");
    }

    @Test
    void onlyThoseWhoseWorkItIsMayLoad() {
        assertThatThrownBy(() -> loadAs("zuoqi.hallIntake", "x.csv", new byte[] {1}))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("只有税源部门和征管科");
    }

    @Test
    void aListWithoutAColumnIsRefusedNamingIt() {
        var header = List.of("纳税人识别号", "纳税人名称", "征收项目", "税款所属期起", "税款所属期止", "多缴金额");

        assertThatThrownBy(
                        () -> load("x.csv", ListFixture.csv(header, List.of()).getBytes(UTF_8)))
                .hasMessageContaining("缺少列：税票号码、多缴产生日期");
    }

    @Test
    void whatIsNoListIsRefusedAndNotKept() {
        long before = count();

        assertThatThrownBy(() -> load("x.csv", new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0, 'b', 0}))
                .hasMessageContaining("无法识别文件编码");
        assertThatThrownBy(() -> load("x.xlsx", "PK but no workbook".getBytes(UTF_8)))
                .hasMessageContaining("不是 xlsx 工作簿");
        assertThatThrownBy(() -> load("x.pdf", new byte[] {1})).hasMessageContaining("只接受 xlsx 或 csv");
        assertThatThrownBy(() -> load("x.csv", ListFixture.csv(List.of()).getBytes(UTF_8)))
                .hasMessageContaining("没有数据行");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void aWorkbookIsReadToo() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (SheetWriter writer = SheetFormat.XLSX.writer(bytes)) {
            writer.row(List.of("多缴税费清单"));
            writer.row(ListFixture.HEADER);
            for (List<String> row : ListFixture.rows("L", 700)) {
                writer.row(row);
            }
        }

        ImportRecord done = load("l.xlsx", bytes.toByteArray());

        assertThat(done.accepted()).isEqualTo(700);
        assertThat(of(done, RowResult.Outcome.ACCEPTED).get(0).rowNo()).isEqualTo(3);
    }

    @Test
    void computedAndMergedCellsAreRefusedRowByRow() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("清单");
            write(sheet, 0, ListFixture.HEADER);
            for (int row = 1; row <= 4; row++) {
                write(sheet, row, ListFixture.row("X", row));
            }
            sheet.formula(1, 7, "SUM(1000,0.5)");
            sheet.value(3, 2, "");
            sheet.range(2, 2, 3, 2).merge();
        }

        ImportRecord done = load("x.xlsx", bytes.toByteArray());

        assertThat(done.accepted()).isEqualTo(2);
        assertThat(of(done, RowResult.Outcome.REJECTED))
                .extracting(RowResult::reason)
                .satisfiesExactly(
                        computed -> assertThat(computed).contains("“多缴金额”是公式，请粘贴为数值后再上传"),
                        merged ->
                                assertThat(merged).startsWith("该行含合并单元格，请取消合并；").contains("纳税人名称：必填"));
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, cells.get(column));
        }
    }

    private long keep(String user, byte[] list) throws Exception {
        var path = Files.createTempFile("list", ".csv");
        Files.write(path, list);
        var file = SheetFile.lookOver(path, SheetFormat.CSV);
        return people.as(
                user,
                () -> store.keep(
                        new Imports.Upload(file, "g.csv", "%064x".formatted(Arrays.hashCode(list) & 0xffffffffL), 900),
                        actors.current()));
    }

    private void runNow(long id) {
        try {
            run.run(id, () -> false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long count() {
        return jdbc.sql("select count(*) from overpayment_import")
                .query(Long.class)
                .single();
    }

    private long casesOf(String mark) {
        return jdbc.sql("""
                        select count(*) from overpayment o join case_file using (case_number)
                            join act_ru_execution e on e.business_key_ = case_number where o.voucher_no ~ ?
                        """).param("^" + mark + "\\d+$").query(Long.class).single();
    }

    private List<RowResult> of(ImportRecord done, RowResult.Outcome outcome) {
        return results.page(done.importId(), outcome.name(), 0, 5000);
    }

    private ImportRecord load(String name, byte[] list) throws Exception {
        return loadAs(LOADER, name, list);
    }

    private ImportRecord loadAs(String user, String name, byte[] list) throws Exception {
        ImportRecord begun = people.as(user, () -> imports.take(name, new ByteArrayInputStream(list)));
        return settled(begun.importId(), "DONE");
    }

    private ImportRecord settled(long importId, String state) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        ImportRecord found = store.get(importId);
        while (!found.state().equals(state) && System.nanoTime() < end) {
            Thread.sleep(20);
            found = store.get(importId);
        }
        assertThat(found.state()).as(found.problem()).isEqualTo(state);
        return found;
    }
}
