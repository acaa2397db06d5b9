package org.chunfeng.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table to take away: texts, numbers and dates, under the bureau's own column names. */
record Sheet(String name, List<String> columns, List<List<@Nullable Object>> rows) {}
