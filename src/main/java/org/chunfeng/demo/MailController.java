package org.chunfeng.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

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
}
