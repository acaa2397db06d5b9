package org.chunfeng.demo;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the demo's style sheet; under static/ it would be there in production too. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoPages implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/demo/*.css").addResourceLocations("classpath:demo/");
    }
}
