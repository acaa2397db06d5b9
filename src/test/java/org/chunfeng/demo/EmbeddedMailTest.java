package org.chunfeng.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

class EmbeddedMailTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-12-01T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private final EmbeddedMail mail = EmbeddedMail.start(0, clock);
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    EmbeddedMailTest() {
        sender.setHost("127.0.0.1");
        sender.setPort(mail.port());
        sender.setDefaultEncoding("UTF-8");
    }

    @AfterEach
    void stop() {
        mail.close();
    }

    @Test
    void aMailIsKeptAsItsReceiverReadsIt() {
        send("退税已到账", "纳税人您好：\n退税已到账。");

        assertThat(mail.newestFirst())
                .containsExactly(new ReceivedMail(
                        1,
                        LocalDateTime.parse("2026-12-01T09:00"),
                        "zuoqi.hallIntake@chunfeng.example",
                        "退税已到账",
                        "纳税人您好：\n退税已到账。",
                        List.of()));
    }

    @Test
    void theNewestMailIsFirst() {
        send("第一封", "一");
        send("第二封", "二");

        assertThat(mail.newestFirst()).extracting(ReceivedMail::subject).containsExactly("第二封", "第一封");
    }

    @Test
    void everyReceiverGetsTheMail() {
        var message = new SimpleMailMessage();
        message.setTo("alxa.audit@chunfeng.example", "alxa.levyAdmin@chunfeng.example");
        message.setSubject("超期");
        message.setText("请说明。");

        sender.send(message);

        assertThat(mail.newestFirst())
                .extracting(ReceivedMail::to)
                .containsExactlyInAnyOrder("alxa.audit@chunfeng.example", "alxa.levyAdmin@chunfeng.example");
    }

    @Test
    void ofAMailInSeveralPartsTheTextIsShown() throws Exception {
        var message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setTo("zuoqi.taxSource@chunfeng.example");
        helper.setSubject("月报");
        helper.setText("正文", "<p>正文</p>");

        sender.send(message);

        assertThat(mail.newestFirst())
                .singleElement()
                .satisfies(received -> assertThat(received.body().strip()).isEqualTo("正文"));
    }

    @Test
    void aFileThatCameWithItCanBeOpened() throws Exception {
        byte[] content = {80, 75, 3, 4, -1, 0};
        var message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setTo("zuoqi.leaderOnDuty@chunfeng.example");
        helper.setSubject("月报");
        helper.setText("见附件。");
        helper.addAttachment("月报_阿拉善左旗税务局_2026-10_1.xlsx", new ByteArrayResource(content));

        sender.send(message);

        ReceivedMail received = mail.newestFirst().get(0);
        assertThat(received.body().strip()).isEqualTo("见附件。");
        assertThat(mail.find(received.number()).orElseThrow().attachments())
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.name()).isEqualTo("月报_阿拉善左旗税务局_2026-10_1.xlsx");
                    assertThat(file.content()).isEqualTo(content);
                });
    }

    @Test
    void onlyTheLatestAreKept() {
        var messages = IntStream.rangeClosed(1, EmbeddedMail.KEPT + 1)
                .mapToObj(number -> message("第" + number + "封", "正文"))
                .toArray(SimpleMailMessage[]::new);

        sender.send(messages);

        assertThat(mail.newestFirst())
                .hasSize(EmbeddedMail.KEPT)
                .last()
                .satisfies(oldest -> assertThat(oldest.subject()).isEqualTo("第2封"));
    }

    private void send(String subject, String text) {
        sender.send(message(subject, text));
    }

    private static SimpleMailMessage message(String subject, String text) {
        var message = new SimpleMailMessage();
        message.setTo("zuoqi.hallIntake@chunfeng.example");
        message.setSubject(subject);
        message.setText(text);
        return message;
    }
}
