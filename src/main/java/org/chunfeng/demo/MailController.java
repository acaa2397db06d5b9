package org.chunfeng.demo;

import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows what the application has sent since it was started, newest first. */
@Controller
@Profile("demo")
class MailController {

    private final EmbeddedMail mail;

    MailController(EmbeddedMail mail) {
        this.mail = mail;
    }

    @GetMapping("/demo/mail")
    String mails(Model model) {
        model.addAttribute("mails", mail.newestFirst());
        model.addAttribute("kept", EmbeddedMail.KEPT);
        return "demo/mail";
    }

    /** A file that came with a mail, counted from 0. */
    @GetMapping("/demo/mail/{number}/{file}")
    ResponseEntity<byte[]> file(@PathVariable long number, @PathVariable int file) {
        return mail.find(number)
                .filter(found -> file >= 0 && file < found.attachments().size())
                .map(found -> download(found.attachments().get(file)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<byte[]> download(AttachedFile file) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(file.content());
    }
}
