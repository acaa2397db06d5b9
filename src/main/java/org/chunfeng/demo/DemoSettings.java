package org.chunfeng.demo;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What may be set for the demo: where its database lives, and the port its mail server listens on (0: any free one). */
@ConfigurationProperties("chunfeng.demo")
record DemoSettings(
        @DefaultValue(".data/postgres") Path dataDirectory,
        @DefaultValue("0") int mailPort) {}
