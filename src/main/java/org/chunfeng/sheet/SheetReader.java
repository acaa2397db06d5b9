package org.chunfeng.sheet;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a table row by row; blank rows are passed over, one row at a time is in memory. */
public interface SheetReader extends AutoCloseable {

    /** The next row that is not blank; null after the last one. */
    @Nullable
    SheetRow next() throws IOException;

    @Override
    void close() throws IOException;
}
