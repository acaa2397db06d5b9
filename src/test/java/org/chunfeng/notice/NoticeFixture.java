package org.chunfeng.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.chunfeng.casefile.CaseFile;
import org.chunfeng.casefile.CaseFiles;
import org.chunfeng.casefile.CaseKind;
import org.chunfeng.casefile.NewCase;
import org.chunfeng.engine.Actor;
import org.chunfeng.engine.Actors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** The module notice over a real database, a real engine and a real mail server, without the rest of the application. */
class NoticeFixture implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    private static final List<String> USUAL_PEOPLE =
            List.of("zuoqi.hallIntake", "zuoqi.taxSource", "zuoqi.taxSource2", "zuoqi.leaderOnDuty", "alxa.audit");

    private final AnnotationConfigApplicationContext context = start();
    final GreenMail server = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    final NoticeTestConfiguration.TestClock clock = bean(NoticeTestConfiguration.TestClock.class);
    final Notices notices = bean(Notices.class);
    final NoticeList list = bean(NoticeList.class);
    final JdbcClient jdbc = bean(JdbcClient.class);
    final TransactionTemplate transaction = bean(TransactionTemplate.class);
    MailRun node = node();

    NoticeFixture() {
        server.start();
        clock.set(NOW);
        bean(IdentityService.class).saveTenant(bean(IdentityService.class).newTenant("zuoqi"));
        bean(IdentityService.class).saveTenant(bean(IdentityService.class).newTenant("alxa"));
        Stream.of("hallIntake", "taxSource", "leaderOnDuty", "audit", "levyAdmin")
                .forEach(group -> bean(IdentityService.class)
                        .saveGroup(bean(IdentityService.class).newGroup(group)));
        USUAL_PEOPLE.forEach(userId -> {
            String[] bureauAndGroup = userId.split("[.]");
            person(userId, bureauAndGroup[0], bureauAndGroup[1].replace("2", ""), userId + "@chunfeng.test");
        });
    }

    /** As if nobody had told anything yet: no notices, no mails, nobody but the usual people. */
    void reset() {
        signOut();
        jdbc.sql("delete from notice").update();
        IdentityService identities = bean(IdentityService.class);
        identities.createUserQuery().list().stream()
                .map(User::getId)
                .filter(userId -> !USUAL_PEOPLE.contains(userId))
                .forEach(identities::deleteUser);
        server.reset();
        clock.set(NOW);
        node = node();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    MailRun node() {
        return node(server.getSmtp().getServerSetup().getPort());
    }

    /** A node of its own, with this mail server; none for port 0. */
    MailRun node(int port) {
        return new MailRun(
                senders(port),
                bean(Outbox.class),
                bean(Addressees.class),
                bean(LetterWriter.class),
                bean(NoticeTexts.class),
                bean(NoticeSettings.class),
                transaction);
    }

    void person(String userId, String bureau, String group, String email) {
        IdentityService identities = bean(IdentityService.class);
        User user = identities.newUser(userId);
        user.setLastName("张");
        user.setFirstName(group);
        user.setEmail(email);
        user.setPassword("Fine-Words-2026");
        identities.saveUser(user);
        identities.createMembership(userId, group);
        identities.createTenantUserMembership(bureau, userId);
    }

    void joins(String userId, String bureau) {
        bean(IdentityService.class).createTenantUserMembership(bureau, userId);
    }

    Actor actor(String userId, String bureau, String... groups) {
        return bean(Actors.class).actor(userId, List.of(groups), List.of(bureau));
    }

    void signIn(String userId, String bureau, String... groups) {
        bean(IdentityService.class).setAuthentication(userId, List.of(groups), List.of(bureau));
    }

    void signOut() {
        bean(IdentityService.class).clearAuthentication();
    }

    CaseFile aCase() {
        CaseFiles cases = bean(CaseFiles.class);
        String caseNumber = transaction.execute(status -> cases.open(new NewCase(
                CaseKind.REFUND,
                "SETTLEMENT",
                "GENERAL",
                "zuoqi",
                "91152921MA0N000000",
                "阿拉善左旗驼铃商贸有限公司",
                100L,
                "COUNTER",
                null,
                null,
                "zuoqi.hallIntake",
                NOW,
                null)));
        return cases.get(caseNumber);
    }

    boolean tell(Notice notice) {
        return transaction.execute(status -> notices.tell(notice));
    }

    void pass(Duration time) {
        clock.set(clock.instant().plus(time));
    }

    /** The mails of all mailboxes; one to two people lies in two. */
    MimeMessage[] mails() {
        return server.getReceivedMessages();
    }

    NoticeRecord only(CaseFile file) {
        List<NoticeRecord> all = notices.of(file.caseNumber());
        if (all.size() != 1) {
            throw new AssertionError("One notice was expected, there are " + all.size());
        }
        return all.get(0);
    }

    @Override
    public void close() {
        server.stop();
        context.close();
    }

    private static AnnotationConfigApplicationContext start() {
        var context = new AnnotationConfigApplicationContext();
        Map<String, Object> settings =
                Map.of("chunfeng.prefecture", "alxa", "chunfeng.base-url", "https://chunfeng.test");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        context.register(NoticeTestConfiguration.class);
        context.refresh();
        return context;
    }

    private static int freePort() {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (java.io.IOException none) {
            throw new IllegalStateException("No port is free", none);
        }
    }

    private ObjectProvider<JavaMailSender> senders(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().put("mail.smtp.sendpartial", "true");
        sender.getJavaMailProperties().put("mail.smtp.connectiontimeout", "2000");
        sender.getJavaMailProperties().put("mail.smtp.timeout", "5000");
        return new ObjectProvider<>() {
            @Override
            public JavaMailSender getObject() {
                return sender;
            }

            @Override
            public JavaMailSender getIfAvailable() {
                return port == 0 ? null : sender;
            }
        };
    }
}
