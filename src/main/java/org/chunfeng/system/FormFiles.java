package org.chunfeng.system;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the forms and their script from the folder forms/; always the newest, because models name them by path. */
@Configuration(proxyBeanMethods = false)
class FormFiles implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/forms/**")
                .addResourceLocations("classpath:/forms/")
                .setCacheControl(CacheControl.noCache());
    }
}
