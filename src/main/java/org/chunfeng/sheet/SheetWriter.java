package org.chunfeng.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Writes a table row by row. Text stays text: codes keep their digits, and nothing becomes a formula. */
public interface SheetWriter extends Closeable {

    void row(List<String> cells) throws IOException;
}
