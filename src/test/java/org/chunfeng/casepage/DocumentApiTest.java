package org.chunfeng.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chunfeng.ChunfengTest;
import org.chunfeng.TestDesk;
import org.chunfeng.TestPeople;
import org.chunfeng.Visitor;
import org.chunfeng.casefile.Documents;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ChunfengTest
class DocumentApiTest {

    private static final String CLERK = "zuoqi.hallIntake";
    private static final String PDF = "%PDF-1.4 a page";
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    @Autowired
    private TestPeople people;

    @Autowired
    private TestDesk desk;

    @Autowired
    private Documents documents;

    @Test
    void anUploadIsOpenToNobodyElseUntilItsFormWasSent() throws Exception {
        String id = id(upload(people.signedIn(CLERK), "情况说明.pdf", PDF));

        assertThat(people.signedIn(CLERK).get("/api/documents/" + id).body()).isEqualTo(PDF);
        assertThat(people.signedIn("zuoqi.hallIntake2")
                        .get("/api/documents/" + id)
                        .statusCode())
                .isEqualTo(404);

        Map<String, Object> form = CasePageFixture.anApplication();
        form.put("documents", id);
        String caseNumber = desk.start(CLERK, "refund", form);

        assertThat(documents.of(caseNumber)).extracting("name").containsExactly("情况说明.pdf");
        assertThat(people.signedIn("zuoqi.taxSource")
                        .get("/api/documents/" + id)
                        .body())
                .isEqualTo(PDF);
        assertThat(people.signedIn("youqi.taxSource")
                        .get("/api/documents/" + id)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFileIsJudgedByItsContent() {
        HttpResponse<String> refused = upload(people.signedIn(CLERK), "发票.pdf", "MZ program");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("附件“发票.pdf”无法上传：只接受 PDF");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(upload(people.signedIn(CLERK), "空.pdf", "").body()).contains("是空文件");
    }

    @Test
    void aFileOfMoreThanTenMegabytesIsRefusedInOneSentence() {
        HttpResponse<String> refused = upload(people.signedIn(CLERK), "大.pdf", PDF + "x".repeat(10 * 1024 * 1024));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("附件超过 10 MB");
    }

    @Test
    void whoUploadedItMayTakeItBackUntilItIsSent() throws Exception {
        Visitor clerk = people.signedIn(CLERK);
        String taken = id(upload(clerk, "错.pdf", PDF));
        Map<String, Object> form = CasePageFixture.anApplication();
        String sent = id(upload(clerk, "对.pdf", PDF));
        form.put("documents", sent);
        desk.start(CLERK, "refund", form);

        assertThat(clerk.send("DELETE", "/api/documents/" + taken, "", "").statusCode())
                .isEqualTo(204);
        assertThat(documents.find(UUID.fromString(taken))).isEmpty();
        assertThat(clerk.send("DELETE", "/api/documents/" + sent, "", "").statusCode())
                .isEqualTo(404);
    }

    private static HttpResponse<String> upload(Visitor visitor, String name, String content) {
        String body = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--edge--\r\n";
        return visitor.post("/api/documents", body, "multipart/form-data; boundary=edge");
    }

    private static String id(HttpResponse<String> uploaded) {
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
        Matcher id = ID.matcher(uploaded.body());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }
}
