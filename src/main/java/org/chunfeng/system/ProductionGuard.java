package org.chunfeng.system;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Outside the demo nothing is guessed: the application does not start until it was told all of these. */
@Configuration(proxyBeanMethods = false)
@Profile("!demo")
class ProductionGuard {

    static final Map<String, String> SETTINGS = settings();

    /** Before anything else is made, so that the first thing missing is not reported by whoever needs it. */
    @Bean
    static BeanFactoryPostProcessor settingsAreComplete(Environment environment) {
        return factory -> {
            List<String> missing = SETTINGS.entrySet().stream()
                    .filter(setting -> !StringUtils.hasText(environment.getProperty(setting.getKey())))
                    .map(Map.Entry::getValue)
                    .toList();
            if (!missing.isEmpty()) {
                throw new MissingSettings(withFirstPassword(missing, environment));
            }
        };
    }

    /** Whether an administrator is there, only the database knows; so whoever sets up anew is told at once. */
    private static List<String> withFirstPassword(List<String> missing, Environment environment) {
        if (StringUtils.hasText(environment.getProperty("chunfeng.admin.password"))) {
            return missing;
        }
        return Stream.concat(missing.stream(), Stream.of("CHUNFENG_ADMIN_PASSWORD (at the first start)"))
                .toList();
    }

    private static Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("spring.datasource.url", "SPRING_DATASOURCE_URL");
        settings.put("spring.datasource.username", "SPRING_DATASOURCE_USERNAME");
        settings.put("spring.datasource.password", "SPRING_DATASOURCE_PASSWORD");
        settings.put("spring.mail.host", "SPRING_MAIL_HOST");
        settings.put("chunfeng.base-url", "CHUNFENG_BASE_URL");
        return settings;
    }
}
