package org.chunfeng.overpayment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a list after it was checked.
 *
 * @param number its row in the file
 * @param bureau the county it belongs to
 * @param found null where it was refused
 * @param reason why it was refused; empty where it was not
 * @param cells as they stood in the file, in the order of {@link Column}
 */
record ListRow(int number, String bureau, @Nullable FoundOverpayment found, String reason, List<String> cells) {}
