package org.chunfeng.system;

import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The doors and who may come in; everything that is not named here needs a sign-in. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String CONTENT = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();

    private final IdentityService identities;
    private final Memberships memberships;
    private final EngineDoors doors;
    private final Answers answers;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SecurityConfiguration(
            IdentityService identities,
            Memberships memberships,
            DoorPlan plan,
            EngineKeepers keepers,
            Answers answers) {
        this.identities = identities;
        this.memberships = memberships;
        this.doors = new EngineDoors(plan, keepers, identities, memberships, answers);
        this.answers = answers;
    }

    /** Other systems, by name and password in every request; no cookie counts here, so none can be abused. */
    @Bean
    @Order(1)
    SecurityFilterChain otherSystems(HttpSecurity http) throws Exception {
        RequestMatcher engine = PATH.matcher("/engine-rest/**");
        RequestMatcher webapps = PATH.matcher("/camunda/**");
        http.securityMatcher(request -> engine.matches(request) || bringsPassword(request) && !webapps.matches(request))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint(answers.challenge()))
                .exceptionHandling(failure ->
                        failure.authenticationEntryPoint(answers.challenge()).accessDeniedHandler(answers.forbidden()))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated());
        return withActor(http).addFilterAfter(doors, ActorFilter.class).build();
    }

    /** The engine's web applications; they protect their own forms. */
    @Bean
    @Order(2)
    SecurityFilterChain webapps(HttpSecurity http, ProcessEngine engine, EnginePasswords accounts) throws Exception {
        RequestMatcher api = PATH.matcher("/camunda/api/**");
        http.securityMatcher("/camunda/**", "/camunda")
                .csrf(csrf -> csrf.disable())
                .headers(headers ->
                        headers.cacheControl(cache -> cache.disable()).addHeaderWriter(staticFilesAreAskedForAgain()))
                .securityContext(context -> context.securityContextRepository(contexts))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .exceptionHandling(failure -> failure.defaultAuthenticationEntryPointFor(answers.unauthorized(), api)
                        .defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"), any -> true)
                        .defaultAccessDeniedHandlerFor(answers.forbidden(), api))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/camunda/api/admin/setup/**", "/camunda/app/admin/*/setup/**")
                        .denyAll()
                        .requestMatchers(HttpMethod.GET, "/camunda/favicon.ico", "/camunda/api/admin/auth/user/default")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/camunda/api/admin/auth/user/default/login/*")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterAfter(
                        new WebappSignIn(engine, memberships, accounts, contexts), SecurityContextHolderFilter.class);
        return withActor(http).addFilterAfter(doors, ActorFilter.class).build();
    }

    /** Our own pages and what their scripts ask for. */
    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        RequestMatcher api = PATH.matcher("/api/**");
        http.csrf(csrf -> csrf.spa().csrfTokenRepository(tokens()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .referrerPolicy(referrer -> {}))
                .securityContext(context -> context.securityContextRepository(contexts))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .formLogin(form -> form.loginPage("/login").permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/login?bye").deleteCookies("CHUNFENG"))
                .exceptionHandling(failure -> failure.defaultAuthenticationEntryPointFor(answers.unauthorized(), api)
                        .defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"), any -> true)
                        .defaultAccessDeniedHandlerFor(answers.forbidden(), api))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/css/**", "/js/**", "/img/**", "/favicon.ico", "/error", "/actuator/health")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .authenticated());
        return withActor(http).build();
    }

    /** The database keeps no zero character, so none comes in. */
    @Bean
    StrictHttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value == null || value.indexOf('\0') < 0);
        return firewall;
    }

    private HttpSecurity withActor(HttpSecurity http) {
        return http.addFilterAfter(new ActorFilter(identities, memberships), AuthorizationFilter.class);
    }

    private static CookieCsrfTokenRepository tokens() {
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName("CHUNFENG-XSRF");
        tokens.setHeaderName("X-CHUNFENG-XSRF");
        tokens.setCookiePath("/");
        return tokens;
    }

    /** After the sign-in people return to the page they wanted, never to what its scripts asked for. */
    private static HttpSessionRequestCache pagesOnly() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> "GET".equals(request.getMethod())
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html"));
        return cache;
    }

    /** Without this a browser would keep texts and styles of an older version for days. */
    private static HeaderWriter staticFilesAreAskedForAgain() {
        return new DelegatingRequestMatcherHeaderWriter(
                PATH.matcher("/camunda/app/**"), new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "no-cache"));
    }

    private static boolean bringsPassword(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
    }
}
