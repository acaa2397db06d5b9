package org.chunfeng.audit;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Lets every node look all the time for rungs that were reached and hand-overs that wait. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(LadderSettings.class)
class LadderConfiguration implements SchedulingConfigurer {

    private final LadderRun ladder;
    private final HandOverRun handOvers;
    private final LadderSettings settings;

    LadderConfiguration(LadderRun ladder, HandOverRun handOvers, LadderSettings settings) {
        this.ladder = ladder;
        this.handOvers = handOvers;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        if (settings.every().isZero()) {
            return;
        }
        registrar.addFixedDelayTask(ladder::run, settings.every());
        registrar.addFixedDelayTask(handOvers::run, settings.every());
    }
}
