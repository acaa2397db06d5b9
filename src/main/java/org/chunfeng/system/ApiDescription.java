package org.chunfeng.system;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the description of our own interface at /v3/api-docs. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Chunfeng 春风")
                        .description(
                                "Cases, clocks and notices; every refusal is 4xx with one Chinese sentence a field.")
                        .version("1"));
    }
}
