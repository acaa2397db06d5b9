package org.chunfeng.demo;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be set for the demo.
 *
 * @param dataDirectory where its database lives
 * @param mailPort what its mail server listens on; 0 for any free port
 * @param story whether a year of cases is lived through at the first start
 */
@ConfigurationProperties("chunfeng.demo")
record DemoSettings(
        @DefaultValue(".data/postgres") Path dataDirectory,
        @DefaultValue("0") int mailPort,
        @DefaultValue("true") boolean story) {}
