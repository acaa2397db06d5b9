package org.chunfeng.overpayment;

import java.util.Map;
import org.chunfeng.ChunfengApplication;
import org.springframework.boot.SpringApplication;

/** An application that goes on with whatever import is unfinished, until its test kills it. */
final class KilledImport {

    private KilledImport() {}

    public static void main(String[] arguments) {
        var application = new SpringApplication(ChunfengApplication.class);
        application.setDefaultProperties(Map.of(
                "camunda.bpm.job-execution.enabled", "false",
                "spring.datasource.url", arguments[0],
                "spring.datasource.username", "chunfeng",
                "spring.datasource.password", "trusted",
                "spring.mail.host", "127.0.0.1",
                "chunfeng.base-url", "http://127.0.0.1",
                "chunfeng.admin.password", "Spring-Breeze-2026",
                "spring.datasource.hikari.data-source-properties.ApplicationName", arguments[1],
                "chunfeng.imports.poll", "PT0.2S",
                "chunfeng.imports.chunk", arguments[2]));
        application.run("--server.port=0");
        System.out.println("ready");
    }
}
