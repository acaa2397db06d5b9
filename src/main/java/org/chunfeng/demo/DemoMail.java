package org.chunfeng.demo;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends the application's mail to the server inside the process, whose port is known only once it runs. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoMail {

    @Bean(destroyMethod = "close")
    EmbeddedMail embeddedMail(DemoSettings settings, Clock clock) {
        return EmbeddedMail.start(settings.mailPort(), clock);
    }

    @Bean
    static BeanPostProcessor mailStaysInside(ObjectProvider<EmbeddedMail> mail) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof JavaMailSenderImpl sender) {
                    sender.setHost("127.0.0.1");
                    sender.setPort(mail.getObject().port());
                }
                return bean;
            }
        };
    }
}
