package org.chunfeng.system;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;

/** Every route of the engine's REST interface, read from the annotations of its classes: {@code POST /task/{}/claim}. */
final class EngineRoutes {

    private final Set<String> routes = new TreeSet<>();

    static Set<String> all() {
        var engine = new EngineRoutes();
        engine.collect(DefaultProcessEngineRestServiceImpl.class, "");
        return engine.routes;
    }

    private void collect(Class<?> resource, String path) {
        for (Method method : resource.getMethods()) {
            Method declared = annotated(resource, method);
            if (declared != null) {
                collect(declared, path + below(declared));
            }
        }
    }

    private void collect(Method method, String path) {
        boolean isRoute = false;
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                isRoute = true;
                routes.add(verb.value() + " " + (path.isEmpty() ? "/" : path));
            }
        }
        if (!isRoute) {
            collect(method.getReturnType(), path);
        }
    }

    private static String below(Method method) {
        Path path = method.getAnnotation(Path.class);
        if (path == null) {
            return "";
        }
        String trimmed = path.value().replaceAll("^/|/$", "").replaceAll("\\{[^}]*}", "{}");
        return trimmed.isEmpty() ? "" : "/" + trimmed;
    }

    /** Annotations stand on the class or on one of its interfaces. */
    private static Method annotated(Class<?> type, Method method) {
        if (type == null) {
            return null;
        }
        Method here = Arrays.stream(type.getDeclaredMethods())
                .filter(one -> !one.isBridge() && one.getName().equals(method.getName()))
                .filter(one -> Arrays.equals(one.getParameterTypes(), method.getParameterTypes()))
                .filter(EngineRoutes::isAnnotated)
                .findFirst()
                .orElse(null);
        if (here != null) {
            return here;
        }
        for (Class<?> parent : type.getInterfaces()) {
            Method above = annotated(parent, method);
            if (above != null) {
                return above;
            }
        }
        return annotated(type.getSuperclass(), method);
    }

    private static boolean isAnnotated(Method method) {
        return method.isAnnotationPresent(Path.class)
                || Arrays.stream(method.getAnnotations())
                        .anyMatch(one -> one.annotationType().isAnnotationPresent(HttpMethod.class));
    }
}
