package org.chunfeng.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Gives the application the embedded database; it stops after the last who uses it, when the context closes. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
@EnableConfigurationProperties(DemoSettings.class)
class DemoDatabase {

    @Bean(destroyMethod = "close")
    EmbeddedDatabase embeddedDatabase(DemoSettings settings) {
        return EmbeddedDatabase.start(settings.dataDirectory(), Durability.FULL);
    }

    @Bean
    JdbcConnectionDetails embeddedDatabaseAddress(EmbeddedDatabase database) {
        return new Address(database.jdbcUrl("chunfeng"));
    }

    /** Trusted on 127.0.0.1, so without a password. */
    private record Address(String url) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return EmbeddedDatabase.ROLE;
        }

        @Override
        public @Nullable String getPassword() {
            return null;
        }
    }
}
