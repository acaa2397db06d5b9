package org.chunfeng.notice;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Lets every node look for waiting mails all the time. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(NoticeSettings.class)
class NoticeConfiguration implements SchedulingConfigurer {

    private final MailRun mails;
    private final NoticeSettings settings;

    NoticeConfiguration(MailRun mails, NoticeSettings settings) {
        this.mails = mails;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(mails::run, settings.every());
    }
}
