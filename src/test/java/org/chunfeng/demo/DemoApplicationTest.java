package org.chunfeng.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

@DemoTest
class DemoApplicationTest {

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Clock clock;

    @Autowired
    private IdentityService identities;

    @Autowired
    private JavaMailSender sender;

    @Autowired
    private DemoPeople people;

    @Autowired
    private Welcome welcome;

    private MockMvcTester pages;

    @Autowired
    void open(WebApplicationContext application) {
        pages = MockMvcTester.from(application);
    }

    @Test
    void theDatabaseIsTheEmbeddedOneAndDurable() throws SQLException {
        try (var connection = dataSource.getConnection();
                var sql = connection.createStatement();
                var row = sql.executeQuery("show synchronous_commit")) {
            row.next();

            assertThat(connection.getMetaData().getURL()).startsWith("jdbc:postgresql://127.0.0.1:");
            assertThat(row.getString(1)).isEqualTo("on");
        }
    }

    @Test
    void thereIsOneClock() {
        assertThat(clock).isInstanceOf(DemoClock.class);
    }

    @Test
    void aMailTheApplicationSendsIsOnTheMailPage() {
        var message = new SimpleMailMessage();
        message.setFrom("chunfeng@chunfeng.example");
        message.setTo("zuoqi.taxSource@chunfeng.example");
        message.setSubject("请审核 <R-152921-2026-000017>");
        message.setText("请在 2026-12-01 18:00 前审核。");
        sender.send(message);

        assertThat(pages.get().uri("/demo/mail"))
                .hasStatusOk()
                .bodyText()
                .contains("zuoqi.taxSource@chunfeng.example")
                .contains("请审核 &lt;R-152921-2026-000017&gt;")
                .contains("请在 2026-12-01 18:00 前审核。")
                .contains("重新启动后清空")
                .doesNotContain("??");
    }

    @Test
    void everyPersonCanSignInWithTheDemoPassword() {
        assertThat(people.all())
                .hasSize(65)
                .allSatisfy(person -> assertThat(identities.checkPassword(person.id(), DemoPerson.PASSWORD))
                        .as(person.id())
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zuoqi.hallIntake", "tengger.revenueAccounting2"})
    void aCountyPersonBelongsToTheCountyAlone(String id) {
        assertThat(tenantsOf(id)).containsExactly(id.substring(0, id.indexOf('.')));
    }

    @Test
    void aPrefecturePersonBelongsToAllBureausAndToOneGroup() {
        assertThat(tenantsOf("alxa.audit")).hasSize(7);
        assertThat(identities.createGroupQuery().groupMember("alxa.audit").list())
                .extracting(Group::getId)
                .containsExactly("audit");
    }

    @Test
    void theAdministratorIsInTheEnginesGroup() {
        assertThat(identities.createGroupQuery().groupMember("admin").list())
                .extracting(Group::getId)
                .contains("camunda-admin");
    }

    @Test
    void whoeverStartsItReadsAddressAndAccounts() {
        assertThat(welcome.text())
                .containsPattern("http://127\\.0\\.0\\.1:\\d+/\\s")
                .contains("zuoqi 阿拉善左旗税务局", "hallIntake 办税服务厅", "Chunfeng-2026")
                .doesNotContain("{");
    }

    private List<String> tenantsOf(String id) {
        return identities.createTenantQuery().userMember(id).list().stream()
                .map(Tenant::getId)
                .toList();
    }
}
