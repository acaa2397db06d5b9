package org.chunfeng.system;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the engine starter cannot know: that the engine must wait for the migrations. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    static BeanFactoryPostProcessor engineAfterMigrations() {
        return factory -> factory.getBeanDefinition("processEngineFactoryBean").setDependsOn("flywayInitializer");
    }
}
