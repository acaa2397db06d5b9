package org.chunfeng.system;

import java.util.List;

/** The application cannot start: these settings (names of environment variables) are missing. */
class MissingSettings extends RuntimeException {

    MissingSettings(List<String> names) {
        super("Chunfeng does not start without " + String.join(", ", names)
                + ": set them in the environment, or start with SPRING_PROFILES_ACTIVE=demo to look around");
    }
}
