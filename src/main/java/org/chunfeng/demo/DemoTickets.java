package org.chunfeng.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A handful of tickets in the year of the demo: solved, reported to the region, one far too late, and two still open. */
@Component
@Profile("demo")
class DemoTickets {

    /**
     * One ticket.
     *
     * @param daysAgo how many days before today it came in, or the working day after that
     * @param after how many days operations leave it lying
     * @param done what solved it; for one that was reported, what the region answered
     */
    private record Told(
            int daysAgo,
            String bureau,
            String system,
            String matter,
            String problem,
            int after,
            boolean reported,
            String done) {}

    private static final List<Told> YEAR = List.of(
            new Told(330, "zuoqi", "E_TAX", "FAULT", "网上提交退税申请后提示“服务忙”，前台也查不到该笔申请。", 0, false, "清理积压消息队列，重新推送成功。"),
            new Told(
                    250,
                    "youqi",
                    "TREASURY_LINK",
                    "TRANSMISSION",
                    "退还书发送失败，返回码 E1042，重试三次仍失败。",
                    1,
                    false,
                    "更新前置机证书，已重新发送。"),
            new Told(180, "ejina", "TAX_CORE", "DATA", "税票已入库，退税模块显示“未入库”，无法开具退还书。", 6, false, "核对入库流水后补记入库状态。"),
            new Told(
                    110, "zuoqi", "TAX_CORE", "FAULT", "汇算清缴退税提交审批时页面报错，换电脑、换浏览器均如此。", 0, true, "区局已发布补丁，请清除浏览器缓存后重试。"),
            new Told(45, "gaoxin", "CHUNFENG", "PERMISSION", "新到岗人员看不到本部门待办。", 0, false, "已补配税源部门岗位。"),
            new Told(3, "zuoqi", "TREASURY_LINK", "TRANSMISSION", "国库回执未返回，已超过一天，国库称已发出。", 0, true, "区局已补发回执。"),
            new Told(1, "tengger", "E_TAX", "DATA", "纳税人名称变更后，申请表仍带出旧名称。", 9, false, "已同步登记信息。"));

    /** Days after which the region answers, and the front desk confirms. */
    private static final int REGION = 3;

    private static final int DESK = 1;

    private final DemoDesk desk;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Told> told = new HashMap<>();
    private int next;

    DemoTickets(DemoDesk desk, JdbcClient jdbc, Clock clock) {
        this.desk = desk;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Reports what has come up until this day. */
    void report(LocalDate day, LocalDate today) {
        while (next < YEAR.size() && !today.minusDays(YEAR.get(next).daysAgo()).isAfter(day)) {
            Told one = YEAR.get(next++);
            told.put(desk.apply(one.bureau() + ".hallIntake", "opsTicket", form(one)), one);
        }
    }

    /** Whether it is a step of a ticket. */
    boolean knows(String step) {
        return List.of("handleTicket", "awaitRegion", "confirmSolution").contains(step);
    }

    /** After how many days somebody takes such a step up; of what came in last. */
    int patience(String step) {
        return switch (step) {
            case "handleTicket" -> YEAR.get(next - 1).after();
            case "awaitRegion" -> REGION;
            default -> DESK;
        };
    }

    Map<String, Object> answers(String step, String caseNumber) {
        Told one = told.get(caseNumber);
        return switch (step) {
            case "handleTicket" ->
                one.reported() ? reported() : Map.of("ticketOutcome", "SOLVED", "solution", one.done());
            case "awaitRegion" -> Map.of("regionAnswer", one.done());
            default -> Map.of("solvedConfirmed", "true");
        };
    }

    private Map<String, Object> reported() {
        LocalDate today = LocalDate.now(clock);
        return Map.of(
                "ticketOutcome",
                "REPORTED",
                "regionReference",
                "阿税运〔%d〕%d号".formatted(today.getYear(), today.getDayOfYear()),
                "reportedOn",
                today.toString());
    }

    /** What is about the treasury is about a refund that is open there. */
    private Map<String, Object> form(Told one) {
        Map<String, Object> form =
                new HashMap<>(Map.of("faultySystem", one.system(), "matter", one.matter(), "problem", one.problem()));
        if (one.matter().equals("TRANSMISSION")) {
            jdbc.sql("""
                            select case_number from case_file where kind = 'REFUND' and bureau = ? and status <> 'CLOSED'
                            order by opened_at desc limit 1""")
                    .param(one.bureau())
                    .query(String.class)
                    .optional()
                    .ifPresent(refund -> form.put("relatedCase", refund));
        }
        return form;
    }
}
