package org.chunfeng.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseStatus;
import org.chunfeng.casefile.Material;
import org.chunfeng.casefile.Materials;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a demo user writes into each step's form. */
@Component
@Profile("demo")
class DemoWork {

    private static final String GOOD = "资料齐全，数据相符，拟同意。";

    private final DemoDesk desk;
    private final CaseFiles cases;
    private final Materials materials;
    private final DemoTickets tickets;
    private final RuntimeService engine;
    private final TaskService tasks;
    private final JdbcClient jdbc;
    private final Random dice = new Random(36);

    DemoWork(
            DemoDesk desk,
            CaseFiles cases,
            Materials materials,
            DemoTickets tickets,
            RuntimeService engine,
            TaskService tasks,
            JdbcClient jdbc) {
        this.desk = desk;
        this.cases = cases;
        this.materials = materials;
        this.tickets = tickets;
        this.engine = engine;
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    void finish(Task task) {
        ProcessInstance instance = engine.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        if (instance == null) {
            return;
        }
        CaseFile caseFile = cases.get(instance.getBusinessKey());
        desk.complete(worker(task, caseFile), task.getId(), answers(task.getTaskDefinitionKey(), caseFile));
    }

    /** The treasury pays and writes off most slips, and sends some back. */
    void answerSlips(LocalDate day) {
        List<Map<String, Object>> sent = jdbc.sql(
                        "select slip_no, case_number, bureau, state from slip join case_file using (case_number) where state in ('SENT', 'PAID') order by slip_no")
                .query()
                .listOfRows();
        sent.stream().filter(slip -> dice.nextInt(3) > 0).forEach(slip -> answer(slip, day));
    }

    /** The treasury's answer to the slip of a refund. */
    void answerSlip(String caseNumber, String answer, LocalDate day) {
        jdbc.sql("""
                        select slip_no, case_number, bureau, state from slip join case_file using (case_number)
                        where case_number = ? and state in ('SENT', 'PAID')
                        """).param(caseNumber).query().listOfRows().forEach(slip -> send(slip, answer, "", day));
    }

    private void answer(Map<String, Object> slip, LocalDate day) {
        boolean sent = slip.get("state").equals("SENT");
        boolean returned = sent && dice.nextInt(9) == 0;
        if (returned) {
            send(slip, "RETURNED", dice.nextBoolean() ? "NAME_MISMATCH" : "BALANCE_OF_BUDGET_SUBJECT", day);
            return;
        }
        send(slip, sent ? "PAID" : "WRITTEN_OFF", "", day);
    }

    private void send(Map<String, Object> slip, String answer, String reason, LocalDate day) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("slipNo", slip.get("slip_no"));
        fields.put("messageId", "demo-%s-%s-%s".formatted(slip.get("slip_no"), slip.get("state"), day));
        fields.put("answeredOn", day.toString());
        fields.put("answer", answer);
        if (!reason.isEmpty()) {
            fields.put("returnReason", reason);
        }
        String caseNumber = slip.get("case_number").toString();
        desk.send(slip.get("bureau") + ".revenueAccounting", "treasuryAnswered", caseNumber, fields);
    }

    private String worker(Task task, CaseFile caseFile) {
        if (task.getAssignee() != null) {
            return task.getAssignee();
        }
        String group = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getGroupId() != null)
                .findFirst()
                .map(link -> link.getGroupId())
                .orElse("taxSource");
        boolean prefectures = List.of("policy", "ops", "levyAdmin", "audit").contains(group);
        boolean secondEye = List.of("approveRefund", "checkSlip").contains(task.getTaskDefinitionKey());
        return (prefectures ? "alxa" : caseFile.bureau()) + "." + group + (secondEye ? "2" : "");
    }

    private Map<String, Object> answers(String step, CaseFile caseFile) {
        return switch (step) {
            case "acceptRefund" -> Map.of("decision", "ACCEPT", "materialsPresent", papers(caseFile.caseNumber(), ""));
            case "supplementMaterials", "collectPapers" ->
                Map.of("materialsPresent", papers(caseFile.caseNumber(), "MISSING"));
            case "permitSupplement", "permitReturn" -> Map.of("permitted", "true", "opinion", "确需该资料，同意。");
            case "reviewRefund" -> review(caseFile);
            case "approveRefund" -> Map.of("approval", "APPROVE", "opinion", "同意审核意见。");
            case "issueSlip" ->
                Map.of("budgetSubject", "101010101", "budgetLevel", "CENTRAL", "treasuryCode", "0529000000");
            case "checkSlip" -> Map.of("slipRight", "true");
            case "chaseTreasury" -> Map.of("chaseNote", "已电话联系国库，答复尽快办理。");
            case "correctAccount" -> account(caseFile);
            case "confirmAccount" -> Map.of("confirmed", "true");
            case "solveTechnicalFault" -> Map.of("solution", "重新建立连接，已恢复。");
            case "approveExpedite" -> Map.of("expedited", "true", "opinion", "情况属实，同意加急。");
            case "expediteRefund" -> Map.of("contactLog", "已与区局联系。");
            case "explainDelay" -> Map.of("cause", "WORKLOAD", "explanation", "征期业务量集中，未能按期审核，已加班补办。");
            case "referBreach" -> Map.of("opinion", "情况属实，提请督查。");
            case "examineBreach" -> Map.of("conclusion", "REMINDED", "opinion", "已对责任人提醒谈话。");
            case "followUp" -> followUp();
            case "confirmZeroDeclarations" ->
                Map.of("zeroDecision", "ALL_ZERO", "zeroSignedBy", caseFile.taxpayerName(), "zeroConfirmed", "true");
            case "settleOpenItems" -> Map.of("itemsSettled", items(caseFile.caseNumber(), "OPEN"));
            case "reviewDeregistration" -> Map.of("clearanceProposal", "PASS", "opinion", "各项已了结，拟准予注销。");
            case "permitFurtherItems" -> Map.of("permitted", "true", "opinion", "同意再次告知。");
            case "approveDeregistration" -> Map.of("approval", "APPROVE", "opinion", "同意。");
            case "issueClearance" -> Map.of("deliveredBy", "COUNTER", "receivedBy", "经办人");
            case "fulfilCommitment" -> Map.of("itemsSettled", items(caseFile.caseNumber(), "PROMISED"));
            case "approveSuspension" -> Map.of("suspensionApproved", "true", "opinion", "情况属实，同意中止。");
            case "resumeCase" -> Map.of("resumeReason", "检查已结案。");
            case "handleTicket", "awaitRegion", "confirmSolution" -> tickets.answers(step, caseFile.caseNumber());
            default -> throw new IllegalStateException("Nobody in the demo knows step " + step);
        };
    }

    private Map<String, Object> review(CaseFile caseFile) {
        if (dice.nextInt(12) == 0) {
            return Map.of("proposal", "REFUSE", "opinion", "经核实不属于多缴税款，不予退税。");
        }
        String amount = "%d.%02d".formatted(caseFile.amountFen() / 100, caseFile.amountFen() % 100);
        return Map.of("proposal", "APPROVE", "approvedAmount", amount, "opinion", GOOD);
    }

    private Map<String, Object> followUp() {
        return dice.nextInt(3) == 0
                ? Map.of("supervisionOutcome", "EXPLAINED", "finding", "等待国库答复，非承办人责任。")
                : Map.of("supervisionOutcome", "URGED", "finding", "已电话督促承办科室，要求两个工作日内办结。");
    }

    private static Map<String, Object> account(CaseFile caseFile) {
        return Map.of(
                "bankName", "中国农业银行阿拉善分行",
                "accountName", caseFile.taxpayerName(),
                "accountNo", "622848000000123456",
                "contactNote", "纳税人来电更正账号。");
    }

    /** Some deregistrations of the general flow stand still for an inspection. */
    void maySuspend(String caseNumber, String bureau, LocalDate day) {
        boolean running = cases.get(caseNumber).status() == CaseStatus.HANDLING
                && items(caseNumber, "PROMISED").isEmpty();
        if (!running || dice.nextInt(3) > 0) {
            return;
        }
        desk.send(
                bureau + ".taxSource",
                "suspensionRequested",
                caseNumber,
                Map.of(
                        "suspensionReason",
                        "INSPECTION",
                        "documentNo",
                        "税稽检〔%d〕%d号".formatted(day.getYear(), 1 + dice.nextInt(90)),
                        "plannedEnd",
                        day.plusDays(14).toString()));
    }

    private String items(String caseNumber, String state) {
        return String.join(
                ",",
                jdbc.sql("select code from deregistration_item where case_number = ? and state = ? order by code")
                        .params(caseNumber, state)
                        .query(String.class)
                        .list());
    }

    /** All papers of a case, or those in a state. */
    private String papers(String caseNumber, String state) {
        return String.join(
                ",",
                materials.of(caseNumber).stream()
                        .filter(material -> state.isEmpty() || material.state().equals(state))
                        .map(Material::code)
                        .toList());
    }
}
