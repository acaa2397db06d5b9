package org.chunfeng.overpayment;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Component;

/** Loads lists of the platform for other parts of the application, as whoever is signed in. */
@Component
public class PlatformLists {

    private final ListDesk desk;
    private final Imports imports;

    PlatformLists(ListDesk desk, Imports imports) {
        this.desk = desk;
        this.imports = imports;
    }

    /** Begins to load a list and answers the number of the import; refused like an upload at the page. */
    public long load(String fileName, InputStream content) throws IOException {
        return desk.take(fileName, content).importId();
    }

    /** Whether it came to its end, good or bad. */
    public boolean hasEnded(long importId) {
        return !imports.get(importId).isRunning();
    }
}
