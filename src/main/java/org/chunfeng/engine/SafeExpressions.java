package org.chunfeng.engine;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Keeps expressions of models and filters away from classes and class loaders, from where every program can be started. */
@Component
class SafeExpressions extends AbstractProcessEnginePlugin {

    private static final Set<String> FORBIDDEN =
            Set.of("class", "getClass", "forName", "classLoader", "getClassLoader");

    private final ApplicationContext beans;

    SafeExpressions(ApplicationContext beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setExpressionManager(new SpringExpressionManager(beans) {
            @Override
            protected ELResolver createElResolver() {
                var guarded = new CompositeELResolver();
                guarded.add(new Guard());
                guarded.add(super.createElResolver());
                return guarded;
            }
        });
    }

    /** Resolves nothing; it only refuses before the others are asked. */
    private static class Guard extends ELResolver {

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
            insist(base, property);
            return null;
        }

        @Override
        public @Nullable Object invoke(
                ELContext context, @Nullable Object base, Object method, Class<?>[] types, Object[] arguments) {
            insist(base, method);
            return null;
        }

        private static void insist(@Nullable Object base, @Nullable Object member) {
            boolean reflects = base instanceof Class || base instanceof ClassLoader;
            if (reflects || base != null && member != null && FORBIDDEN.contains(member.toString())) {
                throw new BadUserRequestException("Expressions must not reach for " + member);
            }
        }

        @Override
        public @Nullable Class<?> getType(ELContext context, Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            insist(base, property);
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return false;
        }

        @Override
        public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return null;
        }

        @Override
        public @Nullable Class<?> getCommonPropertyType(ELContext context, Object base) {
            return null;
        }
    }
}
