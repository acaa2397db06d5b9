package org.chunfeng.system;

import java.util.List;

/** The application cannot start: these settings (names of environment variables) are missing. */
class MissingSettings extends RuntimeException {

    MissingSettings(List<String> names) {
        super("Chunfeng does not start without " + String.join(", ", names)
                + ": set them in the environment. To look around without any, run mvn spring-boot:run instead");
    }
}
