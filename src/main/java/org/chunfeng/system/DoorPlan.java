package org.chunfeng.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The list engine-doors.txt: for whom each route of the engine's REST interface is open. */
@Component
class DoorPlan {

    private record Route(Pattern path, Audience audience) {}

    private final Map<String, Audience> listed = new LinkedHashMap<>();
    private final Map<String, List<Route>> open = new LinkedHashMap<>();

    DoorPlan() throws IOException {
        String text = new ClassPathResource("engine-doors.txt").getContentAsString(StandardCharsets.UTF_8);
        var audience = Audience.NOBODY;
        for (String line : text.lines().toList()) {
            if (line.startsWith("[")) {
                audience = Audience.valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                list(line, audience);
            }
        }
    }

    /** For whom this path, such as {@code /task/4711/claim}, is open; what is not listed is closed. */
    Audience audienceOf(String method, String path) {
        String read = method.equals("HEAD") ? "GET" : method;
        return open.getOrDefault(read, List.of()).stream()
                .filter(route -> route.path().matcher(path).matches())
                .map(Route::audience)
                .findFirst()
                .orElse(Audience.NOBODY);
    }

    /** Every listed route, {@code POST /task/{}/claim}, with its audience. */
    Map<String, Audience> listed() {
        return Map.copyOf(listed);
    }

    private void list(String line, Audience audience) {
        if (listed.put(line, audience) != null) {
            throw new IllegalStateException("engine-doors.txt lists twice: " + line);
        }
        String[] parts = line.split(" ", 2);
        String path = Pattern.quote(parts[1]).replace("{}", "\\E[^/]+\\Q");
        open.computeIfAbsent(parts[0], absent -> new ArrayList<>()).add(new Route(Pattern.compile(path), audience));
        // the most exact route first: /task/count is no task
        open.get(parts[0]).sort((one, other) -> Boolean.compare(isOpenEnded(one), isOpenEnded(other)));
    }

    private static boolean isOpenEnded(Route route) {
        return route.path().pattern().contains("[^/]+");
    }
}
